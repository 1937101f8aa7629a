// The parts of a text and of its translation -> which belong together, and which have no counterpart.
import type { TextSection } from './text-sections.js'

export interface SectionPair {
  readonly source: TextSection | undefined
  readonly translation: TextSection | undefined
}

/** What stays the same in every language: cites, conditions and numbers. */
const marks = /:cite\[[^\]]*\]|\{[^}]*\}|\d+(?:[.,-]\d+)*/g

/**
 * Pairs the parts in their order, by their kind, by who sees them, and by the marks in them that are the same in every
 * language.
 */
export function alignSections(
  source: readonly TextSection[],
  translation: readonly TextSection[],
): SectionPair[] {
  const [ofMeta, ofBody] = split(source)
  const [ownMeta, ownBody] = split(translation)
  const front = ofMeta.map((one) => ({ source: one, translation: ownMeta.find(({ id }) => id === one.id) }))
  const more = ownMeta.filter(({ id }) => !ofMeta.some((one) => one.id === id))
  return [
    ...front,
    ...more.map((one) => ({ source: undefined, translation: one })),
    ...alignBody(ofBody, ownBody),
  ]
}

function split(sections: readonly TextSection[]): [TextSection[], TextSection[]] {
  return [sections.filter(inFrontMatter), sections.filter((one) => !inFrontMatter(one))]
}

function inFrontMatter({ kind }: TextSection): boolean {
  return kind === 'front-matter'
}

/** The pairing with the highest sum of likenesses (Needleman and Wunsch); parts without a counterpart count nothing. */
function alignBody(source: readonly TextSection[], translation: readonly TextSection[]): SectionPair[] {
  const rows = source.length
  const columns = translation.length
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1))
  const at = (row: number, column: number) => best[row]?.[column] ?? 0
  const likenesses = source.map((one) => translation.map((other) => likeness(one, other)))
  const like = (row: number, column: number) => likenesses[row]?.[column] ?? 0
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const paired = like(row, column) > 0 ? like(row, column) + at(row + 1, column + 1) : 0
      const line = best[row]
      if (line) line[column] = Math.max(paired, at(row + 1, column), at(row, column + 1))
    }
  const pairs: SectionPair[] = []
  let row = 0
  let column = 0
  while (row < rows || column < columns) {
    const paired = like(row, column)
    if (paired > 0 && at(row, column) === paired + at(row + 1, column + 1))
      pairs.push({ source: source[row++], translation: translation[column++] })
    else if (row < rows && (column >= columns || at(row, column) === at(row + 1, column)))
      pairs.push({ source: source[row++], translation: undefined })
    else pairs.push({ source: undefined, translation: translation[column++] })
  }
  return pairs
}

/** 0 for parts that cannot be one another’s. */
function likeness(one: TextSection, other: TextSection): number {
  if (one.kind !== other.kind) return 0
  const [own, others] = [marksOf(one), marksOf(other)]
  const shared = [...own].filter((mark) => others.has(mark)).length
  const size = own.size + others.size
  return 1 + (one.conditions === other.conditions ? 1 : 0) + (size === 0 ? 1 : (2 * shared) / size)
}

function marksOf({ text }: TextSection): Set<string> {
  return new Set(text.match(marks))
}
