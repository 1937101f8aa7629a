// A wanted handout: which topic, for whom, how hard, how long, how it is printed.

/** The ordinary page; a layout of its own with nothing under 18 pt; two languages side by side. */
export const editions = ['standard', 'large-print', 'bilingual'] as const

export type Edition = (typeof editions)[number]

/** One wanted handout: topic × organization × language × level × length × edition. */
export interface Variant {
  readonly organization: string
  /** BCP 47 tag; of a bilingual edition the first language. */
  readonly language: string
  readonly topic: string
  readonly level: string
  readonly length: string
  readonly edition: Edition
  /** The second language of a bilingual edition. */
  readonly beside?: string
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

/** The languages it is printed in: one, or the two of a bilingual edition. */
export function languagesOf({ language, beside }: Pick<Variant, 'language' | 'beside'>): string[] {
  return beside === undefined ? [language] : [language, beside]
}

/** What distinguishes a print on request from the ordinary one: another paper, no colour. */
export function printChoices({ onPaper, color }: Pick<Variant, 'onPaper' | 'color'>): string[] {
  return [onPaper, color].filter((choice) => choice !== undefined)
}
