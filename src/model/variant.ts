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
  /** Set when it is printed on another paper than the organization's own. */
  readonly onPaper?: Paper
  /** Set when it is made for printers without colour. */
  readonly color?: 'grey'
}

/** Sizes of paper. */
export type Paper = 'letter' | 'a4'

/** The stable id of a variant, e.g. `riverside/en/ketamine-and-adhd/easy/short/standard`. */
export function variantId(variant: Variant): string {
  const { organization, language, topic, level, length, edition } = variant
  return [organization, language, topic, level, length, edition, ...printChoices(variant)].join('/')
}

/** What distinguishes a print on request from the ordinary one: another paper, no colour. */
export function printChoices({ onPaper, color }: Pick<Variant, 'onPaper' | 'color'>): string[] {
  return [onPaper, color].filter((choice) => choice !== undefined)
}
