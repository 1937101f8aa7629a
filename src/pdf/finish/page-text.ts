// Text of the page as the browser had it in; answers where letters stand in it and whether white space stands between them.

/** White space, and characters that a font may or may not show: soft hyphens, joiners, direction marks, variants. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what fonts say of glyphs without a character
// biome-ignore lint/suspicious/noMisleadingCharacterClass: single characters, none joins others here
const ignored = /[\s\u0000\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]+/gu
const isWhite = /\s/u

/** Text without white space and without characters that leave no trace, in lower case: CSS may have changed the case. */
export function lettersOf(text: string): string {
  return fold(text.replace(ignored, ''))
}

/** White space collapsed as a browser does. */
export function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

export class PageText {
  /** All letters of the page. */
  readonly letters: string
  private readonly raw: string
  /** Place in `raw` of each letter. */
  private readonly places: Uint32Array

  constructor(raw: string) {
    this.raw = raw
    this.places = new Uint32Array(raw.length)
    let letters = ''
    let from = 0
    const take = (start: number, end: number): void => {
      for (let at = start; at < end; at++) this.places[letters.length + at - start] = at
      letters += fold(raw.slice(start, end))
    }
    for (const gap of raw.matchAll(ignored)) {
      take(from, gap.index)
      from = gap.index + gap[0].length
    }
    take(from, raw.length)
    this.letters = letters
  }

  /** Place of a letter in the text as it came. */
  offsetOf(letter: number): number {
    return this.places[letter] ?? this.raw.length
  }

  /** Whether white space stands before the letter. */
  spaceBefore(letter: number): boolean {
    const start = letter === 0 ? 0 : (this.places[letter - 1] ?? 0) + 1
    return isWhite.test(this.raw.slice(start, this.places[letter]))
  }

  /** The text from one letter to another, white space collapsed, with one space after it when there is any. */
  slice(from: number, to: number): string {
    const text = collapse(this.raw.slice(this.places[from], (this.places[to - 1] ?? 0) + 1))
    return to < this.letters.length && this.spaceBefore(to) ? `${text} ` : text
  }
}

/** Lower case, unit by unit: the length stays. */
function fold(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  let folded = ''
  for (const char of text) {
    const small = char.toLowerCase()
    folded += small.length === char.length ? small : char
  }
  return folded
}
