// The fixed words of a language, as `templates/labels/<language>.yaml` gives them.
import { formatNumber, pluralOf } from './locale.js'

/** Fixed words of one language. `{name}` in a text is replaced by a value. */
export interface Labels {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** By kind of block: the label where the author gives none, and the kind named in boxes. */
  readonly blocks: Readonly<Record<string, string>>
  /** By level id. */
  readonly levels: Readonly<Record<string, string>>
  /** By audience; completes “For …”. */
  readonly audiences: Readonly<Record<string, string>>
  readonly texts: Readonly<Record<LabelText, string> & Partial<Record<PluralText, string>>>
  /** Words that templates of an organization use besides, by names of their own. */
  readonly words: Readonly<Record<string, string>>
}

/** Kinds of block that every language has a word for. */
export const labelBlocks = [
  'main-message',
  'warning',
  'note',
  'get-help',
  'actions',
  'unknown',
  'ask',
  'checklist',
  'write',
] as const

/** Audiences that every language has a word for. */
export const labelAudiences = ['patient', 'caregiver', 'animal-owner', 'professional'] as const

/** Names of the texts every language has. */
export const labelTexts = [
  'page-of',
  'minutes-other',
  'for-readers',
  'questions-call',
  'after-hours',
  'hours',
  'word-list',
  'sources',
  'accessed',
  'version',
  'draft',
  'written-on',
  'reviewed-on',
  'reviewed-by',
  'review-due',
  'footnotes',
  'back-to-text',
  'count-in',
  'qr-code',
  'link-to',
  'kind-and-title',
  'term-and-meaning',
] as const

/** Further forms of the minutes, for numbers of which the language has a form of its own; `minutes-other` stands in. */
export const pluralTexts = [
  'minutes-zero',
  'minutes-one',
  'minutes-two',
  'minutes-few',
  'minutes-many',
] as const

export type PluralText = (typeof pluralTexts)[number]

export type LabelText = (typeof labelTexts)[number]

/** How long it takes to read: the form of the language for this number. */
export function minutesToRead({ texts, language }: Labels, minutes: number): string {
  const text = texts[`minutes-${pluralOf(minutes, language)}`] ?? texts['minutes-other']
  return withValues(text, { minutes: formatNumber(minutes, language) })
}

/** What stands between a word and what is said of it: a colon, with the spaces of the language. */
export function colonOf({ texts }: Pick<Labels, 'texts'>): string {
  const [, between = ': '] = texts['kind-and-title'].split(/\{kind\}|\{title\}/)
  return between
}

/** Puts values into the `{…}` places of a text. */
export function withValues(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  )
}
