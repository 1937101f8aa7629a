// How hard a text is to read: counts, and the grades of the published formulas.

/** Scores of a text; only the formulas made for its language are there. School grades of the US but where said. */
export interface Grades {
  readonly fleschKincaid?: number
  readonly smog?: number
  readonly gunningFog?: number
  readonly colemanLiau?: number
  readonly automatedReadability?: number
  /** Score of the new Dale–Chall formula: under 5 is grade 4 and lower, 9 and over is college. */
  readonly daleChall?: number
  /** Spanish; 100 is easiest. */
  readonly fernandezHuerta?: number
  /** Spanish, the scale INFLESZ of Szigriszt’s formula; 100 is easiest. */
  readonly inflesz?: number
}

export interface Readability extends Grades {
  readonly words: number
  readonly sentences: number
  readonly syllables?: number
  /** The same without the bracketed meanings of terms. */
  readonly withoutTerms: Grades
}
