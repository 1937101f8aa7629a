// Words of a block -> the numbers a reader has to understand: no phone numbers, no years, no numbers in names.

export interface Numeral {
  /** As written, with what makes it a fraction or a percentage. */
  readonly text: string
  /** Not a whole number. */
  readonly broken: boolean
}

const phone = /(?:\+?\d{1,3}[\s.-])?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}|\b\d{3}-\d{4}\b/g
/** Emergency numbers are called, not understood. */
const emergency = /(?<![\d.,])(?:911|112|999|000|988|1-800-222-1222)(?![\d.,]*\d)/g
const date =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}(?:,\s*\d{4})?\b|\b\d{4}-\d{2}-\d{2}\b/g
const year = /(?<![\d.,])(?:19|20)\d{2}(?![\d.,%]*\d)(?!\s*(?:mg|ml|mcg|units?|people|patients)\b)/g
/** A number that follows a letter or hyphen is part of a name: B12, COVID-19, alpha-2. */
const numeral =
  /(?<![\p{L}\d][-–]?)\d[\d,]*(?:\.\d+)?(?:\s*\/\s*\d+)?(?:\s*%|\s+percent\b|\s+por ciento\b)?/gu
const words =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|twice|double|triple|hundred|thousand|million)\b/gi

/** Numerals in the order of the text. */
export function numeralsIn(text: string): Numeral[] {
  const cleaned = [phone, emergency, date, year].reduce((rest, pattern) => rest.replace(pattern, ' '), text)
  return [...cleaned.matchAll(numeral)].map(([found]) => ({
    text: found.trim(),
    broken: /\.\d|\//.test(found),
  }))
}

/** English words for numbers from two up. */
export function numberWordsIn(text: string): string[] {
  return [...text.matchAll(words)].map(([found]) => found)
}
