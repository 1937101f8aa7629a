// Text of the page and tagged text of the PDF in, where letters or spaces differ out.
import { BLOCK_END, LINE_END } from './text.js'

export interface Comparison {
  /** The first place where letters differ. */
  readonly difference: { readonly text: string; readonly near: string } | undefined
  /** Each place where white space is lost or added; only when the letters are equal. */
  readonly spaces: readonly SpaceDifference[]
}

interface SpaceDifference {
  readonly lost: boolean
  /** Words around it. */
  readonly words: string
}

/** What stands between two letters; bits. */
const SPACE = 1
const LINE = 2
const BLOCK = 4

const marks = new Map([
  [LINE_END.charCodeAt(0), LINE],
  [BLOCK_END.charCodeAt(0), BLOCK],
])

/** Signs that are not seen and that browsers keep or drop as they like: soft hyphens, joiners, directions. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: single signs are meant, not what they join
const invisible = /[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu

const white = /\s/

/** Letters shown on either side of a difference. */
const AROUND = 24

/** Compares both texts letter by letter. */
export function compareText(page: string, tagged: string): Comparison {
  const want = lettersOf(page)
  const have = lettersOf(tagged)
  if (want.letters !== have.letters) return { difference: differenceOf(want, have), spaces: [] }
  const spaces: SpaceDifference[] = []
  for (let at = 1; at < want.letters.length; at++) {
    const apart = have.gaps[at] as number
    // Blocks are apart without white space; a line break of the page's own may show as a space or not.
    const wanted = ((want.gaps[at] as number) & SPACE) !== 0
    const lost = wanted && (apart & (SPACE | BLOCK)) === 0
    const added = !wanted && apart === SPACE
    if (lost || added) spaces.push({ lost, words: wordsAt(have, at) })
  }
  return { difference: undefined, spaces }
}

export interface Letters {
  readonly letters: string
  /** What stands before each letter. */
  readonly gaps: Uint8Array
  readonly source: string
}

/** Letters of a text in one case, without white space and invisible signs. */
export function lettersOf(text: string): Letters {
  const source = text.normalize('NFKC').replace(invisible, '')
  const gaps = new Uint8Array(source.length)
  let letters = ''
  let gap = 0
  let begin = 0
  for (let at = 0; at <= source.length; at++) {
    const kind = at === source.length ? SPACE : kindOf(source.charCodeAt(at))
    if (kind === 0) {
      if (gap !== 0) {
        gaps[letters.length] = gap
        begin = at
        gap = 0
      }
      continue
    }
    if (gap === 0) letters += source.slice(begin, at)
    gap |= kind
    begin = at + 1
  }
  // Style may change the case of what is printed. Where that changes its length, it stays.
  const small = letters.toLowerCase()
  return { letters: small.length === letters.length ? small : letters, gaps, source }
}

function kindOf(code: number): number {
  if (code > 0x20 && code < 0x80) return 0
  if (code <= 0x20) return marks.get(code) ?? SPACE
  return code >= 0x1680 && white.test(String.fromCharCode(code)) ? SPACE : 0
}

function differenceOf(want: Letters, have: Letters): { text: string; near: string } {
  let at = 0
  while (want.letters[at] === have.letters[at]) at++
  const wanted = wordsAt(want, at)
  const found = wordsAt(have, at)
  if (at >= have.letters.length)
    return { text: `The PDF ends before the page does, at “${wanted}”.`, near: wanted }
  if (at >= want.letters.length)
    return { text: `The PDF goes on after the page ends: “${found}”.`, near: found }
  return { text: `The page says “${wanted}”, the PDF says “${found}”.`, near: wanted }
}

/** The text around a letter, as it is written. */
function wordsAt({ source }: Letters, letter: number): string {
  let count = 0
  let start = 0
  let end = source.length
  for (let at = 0; at < source.length; at++) {
    if (kindOf(source.charCodeAt(at)) !== 0) continue
    if (count === Math.max(0, letter - AROUND)) start = at
    if (count === letter + AROUND) {
      end = at
      break
    }
    count++
  }
  return [...source.slice(start, end)]
    .map((char) => (kindOf(char.charCodeAt(0)) === 0 ? char : ' '))
    .join('')
    .replace(/ +/g, ' ')
    .trim()
}
