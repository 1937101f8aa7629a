// How hard a text is to read: counts, and the grades of the published formulas.

export interface Grades {
  readonly fleschKincaid: number
  readonly smog: number
}

export interface Readability extends Grades {
  readonly words: number
  readonly sentences: number
  /** The same without the bracketed meanings of terms. */
  readonly withoutTerms: Grades
}
