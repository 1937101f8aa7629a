// What splitting a text gives: sentences and words with their offsets, whatever the language.

export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
  /** 0 where the language has no way to count them. */
  readonly syllables: number
}

export interface Sentence {
  readonly start: number
  readonly end: number
  readonly words: readonly Word[]
  /** Verbs in the passive voice; English only. */
  readonly passives: readonly { readonly start: number; readonly end: number }[]
}

/** Splits one text, such as a paragraph, into sentences that have words. */
export type Splitter = (text: string) => Sentence[]

/** Whether a token counts as a word: it has a letter or a numeral. */
export function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
