// A block -> the numbers in it that a reader acts on: phone numbers, doses, times in safety blocks, frequencies.
import { frequenciesIn } from './numbers.js'
import type { ProseBlock } from './prose.js'
import { remember } from './remember.js'

export type FactKind = 'phone' | 'dose' | 'time' | 'frequency'

export interface Fact {
  readonly kind: FactKind
  /** The same for the same number, however it is written. */
  readonly key: string
  /** What is counted or measured: numbers of one kind and unit can stand for one another. */
  readonly unit: string
  readonly start: number
  readonly end: number
}

/** Blocks in which a time is part of the advice. */
const safety: ReadonlySet<string> = new Set(['warning', 'get-help', 'actions'])

const phone = /(?<![\d-])(?:\+?\d{1,2}[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?![\d-])/g
const shortPhone =
  /\b(?:call|text|dial|phone|llame|marque|ring)(?:\s+or\s+\w+|\s+o\s+\w+|\s+al?|\s+now|\s+the)*\s+(\d{3})(?![-.\s]?\d)/giu
const amount = String.raw`(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s*(?:to|–|-)\s*(\d[\d,.]*\d|\d))?`
const dose = new RegExp(
  String.raw`(?<![\d.,])${amount}\s?(mg|mcg|µg|micrograms?|milligrams?|grams?|g|ml|milliliters?|millilitres?|units?|iu|tablets?|pills?|drops?|puffs?)\b(?!\/)`,
  'giu',
)
const time = new RegExp(String.raw`(?<![\d.,])${amount}\s?(minutes?|hours?|days?|weeks?|months?)\b`, 'giu')

const units: Readonly<Record<string, string>> = {
  milligram: 'mg',
  microgram: 'mcg',
  µg: 'mcg',
  gram: 'g',
  milliliter: 'ml',
  millilitre: 'ml',
  iu: 'unit',
  pill: 'tablet',
}

/** The numbers of a block, in the order of the text. */
export const factsIn = remember((block: ProseBlock): readonly Fact[] => {
  const { plain: text, inside } = block
  // Frequencies may be in words; all else has numerals.
  if (!/\d|\b(?:in|of)\b/.test(text)) return []
  const facts: Fact[] = []
  const add = (kind: FactKind, unit: string, value: string, index: number, length: number) =>
    facts.push({ kind, unit, key: `${kind} ${value} ${unit}`, start: index, end: index + length })
  for (const { index, 0: words } of text.matchAll(phone))
    add('phone', 'long', words.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, ''), index, words.length)
  for (const { index, 0: words, 1: digits = '' } of text.matchAll(shortPhone))
    add('phone', 'short', digits, index + words.length - digits.length, digits.length)
  for (const { index, 0: words, 1: from = '', 2: to, 3: unit = '' } of text.matchAll(dose))
    add('dose', unitOf(unit), amountOf(from, to), index, words.length)
  if (inside.some((name) => safety.has(name)))
    for (const { index, 0: words, 1: from = '', 2: to, 3: unit = '' } of text.matchAll(time))
      add('time', unitOf(unit), amountOf(from, to), index, words.length)
  for (const { count, of, start, end } of frequenciesIn(block))
    if (count !== undefined) add('frequency', `in ${of}`, String(count), start, end - start)
  return facts.sort((a, b) => a.start - b.start)
})

function amountOf(from: string, to: string | undefined): string {
  return [from, to].flatMap((value) => value?.replaceAll(',', '') ?? []).join('-')
}

function unitOf(written: string): string {
  const one = written.toLowerCase().replace(/s$/, '')
  return units[one] ?? one
}
