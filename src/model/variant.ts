// A wanted handout: which topic, for whom, how hard, how long, how it is printed.

/** Edition of a handout: the ordinary page, or a layout of its own with nothing under 18 pt. */
export type Edition = 'standard' | 'large-print'

/** One wanted handout: topic × organization × language × level × length × edition. */
export interface Variant {
  readonly organization: string
  /** BCP 47 tag. */
  readonly language: string
  readonly topic: string
  readonly level: string
  readonly length: string
  readonly edition: Edition
}

/** The stable id of a variant, e.g. `riverside/en/ketamine-and-adhd/easy/short/standard`. */
export function variantId(variant: Variant): string {
  const { organization, language, topic, level, length, edition } = variant
  return [organization, language, topic, level, length, edition].join('/')
}
