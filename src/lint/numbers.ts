// English text -> frequencies such as “3 in 100” and percentages, with their places.
import type { ProseBlock } from './prose.js'
import { remember } from './remember.js'

export interface Frequency {
  /** People counted: `3` of “3 in 100”; undefined for a range or a word that is no number. */
  readonly count: number | undefined
  /** Of how many; 100 for a percentage. */
  readonly of: number
  readonly percent: boolean
  readonly start: number
  readonly end: number
}

const words: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
  'a hundred': 100,
  'one hundred': 100,
  thousand: 1000,
  'a thousand': 1000,
  'one thousand': 1000,
}

const digits = String.raw`\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?`
const word =
  'an? hundred|one hundred|an? thousand|one thousand|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty'
const number = `(?:${digits}|${word})`
/** What follows a number in “one in two weeks”: no people are counted. */
const units =
  'seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|times?|doses?|pills?|tablets?|parts?|places?|steps?|ways?|inches|inch|feet|mg|ml|g|°|%|o.clock'

const frequency = new RegExp(
  String.raw`(?<![\d.,/-])(?<count>${number})(?:\s*(?:to|–|-)\s*${number})?\s+(?:(?:people|persons?|adults|children|women|men|patients|cows|animals|babies)\s+)?(?:in|out of|of)\s+(?:every\s+|about\s+)?(?<of>${number})(?![\d.,]*\d|[-–/]|\s*(?:${units})\b)(?![\w])`,
  'giu',
)
const percentage = new RegExp(String.raw`(?<![\d.,])(?<count>${digits})\s?(?:%|percent\b)`, 'giu')

/** The value of a numeral or number word. */
export function numberOf(text: string): number | undefined {
  const known = words[text.toLowerCase()]
  if (known !== undefined) return known
  const value = Number(text.replaceAll(',', ''))
  return Number.isFinite(value) ? value : undefined
}

/** Frequencies and percentages of a block. */
export const frequenciesIn = remember((block: ProseBlock): readonly Frequency[] =>
  findFrequencies(block.plain),
)

/** Frequencies and percentages, in the order of the text. */
export function findFrequencies(text: string): Frequency[] {
  if (!/\b(?:in|of)\b|%|percent/i.test(text)) return []
  const found: Frequency[] = []
  for (const match of text.matchAll(frequency)) {
    const { count = '', of = '' } = match.groups ?? {}
    const total = numberOf(of)
    // A bare number of four digits from 1900 on is a year; “2 of 3” without “in” is a count only with “out of”.
    const isYear = /^(?:19|20)\d\d$/.test(of)
    const plainOf = /\sof\s/i.test(match[0]) && !/\sout of\s/i.test(match[0])
    if (total === undefined || total < 2 || isYear || (plainOf && !/^\d/.test(of))) continue
    const start = match.index
    found.push({ count: numberOf(count), of: total, percent: false, start, end: start + match[0].length })
  }
  for (const match of text.matchAll(percentage)) {
    const start = match.index
    found.push({
      count: numberOf(match.groups?.count ?? ''),
      of: 100,
      percent: true,
      start,
      end: start + match[0].length,
    })
  }
  return found.sort((a, b) => a.start - b.start)
}
