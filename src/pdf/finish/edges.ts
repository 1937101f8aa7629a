// Text that breaks over pages in; lines that show on both sides of the break out of one of them.
import { makeArtifact } from './artifacts.js'
import type { Mark } from './content/mark.js'
import { findMixed, isMixed, standAt } from './letters.js'
import { lettersOf } from './page-text.js'

/** Which lines of a mark are the edge of a line on the page before or behind. */
interface Cut {
  readonly first: boolean
  readonly last: boolean
}

const cuts: readonly Cut[] = [
  { first: false, last: false },
  { first: false, last: true },
  { first: true, last: false },
  { first: true, last: true },
]

export interface Match {
  /** Place of the first letter on the page. */
  readonly at: number
  readonly letters: number
  /** For each mark; absent when all lines stand. */
  readonly cuts?: readonly Cut[]
}

/**
 * A letter that is taller than its line pokes over the edge of the page: Chromium paints it there once more, as content.
 * Finds the text on the page without such lines, from `end`, where the text before ended, to `limit`.
 */
export function matchEdges(
  page: string,
  marks: readonly Mark[],
  end: number,
  limit: number,
): Match | undefined {
  if (marks.length < 2) return undefined
  const chosen: Cut[] = []
  let start = -1
  let at = end
  for (const [index, mark] of marks.entries()) {
    const open = cuts.filter(
      (cut) => !(cut.first && index === 0) && !(cut.last && index === marks.length - 1),
    )
    let found = open.find((cut) => standAt(page, lettersWithout(mark, cut), at))
    if (!found && start < 0 && limit > end) {
      found = open.find((cut) => findLetters(page, lettersWithout(mark, cut), end) >= 0)
      if (found) at = findLetters(page, lettersWithout(mark, found), end)
    }
    if (!found) return undefined
    const { length } = lettersWithout(mark, found)
    if (start < 0 && length > 0) start = at
    at += length
    chosen.push(found)
  }
  return start < 0 ? undefined : { at: start, letters: at - start, cuts: chosen }
}

/** Makes artifacts of the lines; returns the marks that are left. */
export function cutEdges(marks: readonly Mark[], chosen: readonly Cut[]): Mark[] {
  return marks.filter((mark, index) => {
    const cut = chosen[index]
    if (!cut || (!cut.first && !cut.last)) return true
    if (linesLeft(mark, cut) <= 0) {
      makeArtifact(mark)
      return false
    }
    if (cut.last) cutLast(mark)
    if (cut.first) cutFirst(mark)
    return true
  })
}

function cutLast(mark: Mark): void {
  const line = mark.lines.pop()
  if (!line) return
  mark.content.edits.push({ start: line.start, end: line.start, text: 'EMC\n/Artifact BMC\n' })
  mark.text = mark.text.slice(0, mark.lines.at(-1)?.length)
}

function cutFirst(mark: Mark): void {
  const line = mark.lines.shift()
  const next = mark.lines[0]
  if (!line || !next) return
  const begin = `EMC\n/Span <</MCID ${mark.mcid}>> BDC\n`
  mark.content.edits.push(
    { start: mark.start, end: mark.end, text: '/Artifact BMC' },
    { start: next.start, end: next.start, text: begin },
  )
  mark.text = mark.text.slice(line.length)
  for (const left of mark.lines) left.length -= line.length
}

function linesLeft(mark: Mark, { first, last }: Cut): number {
  return mark.lines.length - Number(first) - Number(last)
}

function lettersWithout(mark: Mark, cut: Cut): string {
  if (linesLeft(mark, cut) <= 0) return ''
  const from = cut.first ? (mark.lines[0]?.length ?? 0) : 0
  const to = cut.last ? mark.lines.at(-2)?.length : undefined
  return lettersOf(mark.text.slice(from, to))
}

function findLetters(page: string, letters: string, from: number): number {
  if (letters === '') return -1
  return isMixed(letters, page) ? findMixed(page, letters, from) : page.indexOf(letters, from)
}
