// Marks in; each learns where its letters stand in the text of the page. All that compares the two builds on this.
import type { Mark } from './content/mark.js'
import type { Draft } from './draft.js'
import { cutEdges, type Match, matchEdges } from './edges.js'
import { findMixed, isMixed, standAt } from './letters.js'
import { lettersOf } from './page-text.js'
import type { Element } from './tree/element.js'

/** A text of this many letters is not at two places by chance; shorter ones are looked for with what follows them. */
const UNMISTAKABLE = 16

/** Marks that follow each other: Chromium makes an element of each run of text, several marks when it breaks over pages. */
interface Run {
  readonly element: Element
  readonly marks: readonly Mark[]
  readonly letters: string
}

/**
 * Finds the place of every run of text, and takes out lines that show on two pages. Labels of lists are made by the
 * browser, so the page does not have them.
 */
export function align(draft: Draft): void {
  const page = draft.text.letters
  const runs: Run[] = []
  collect(draft.tree, runs)
  let end = 0
  runs.forEach((run, index) => {
    const match =
      findHere(page, run, end) ??
      matchEdges(page, run.marks, end, end) ??
      findFurther(page, runs, index, end) ??
      matchEdges(page, run.marks, end, page.length)
    if (!match) return
    place(cut(run, match), match.at, page)
    end = match.at + match.letters
  })
}

function cut({ element, marks }: Run, match: Match): readonly Mark[] {
  if (!match.cuts) return marks
  const left = cutEdges(marks, match.cuts)
  element.kids = element.kids.filter(
    (kid) => kid.kind !== 'mark' || !marks.includes(kid) || left.includes(kid),
  )
  return left
}

function collect(element: Element, runs: Run[]): void {
  if (element.type === 'Lbl') return
  let marks: Mark[] = []
  const close = (): void => {
    const letters = lettersOf(marks.map((mark) => mark.text).join(''))
    if (letters !== '') runs.push({ element, marks, letters })
    marks = []
  }
  for (const kid of element.kids) {
    if (kid.kind === 'mark') marks.push(kid)
    else if (kid.kind === 'element') {
      close()
      collect(kid, runs)
    }
  }
  close()
}

function place(marks: readonly Mark[], at: number, page: string): void {
  const letters = marks.map((mark) => lettersOf(mark.text))
  const inOrder = page.startsWith(letters.join(''), at)
  let next = at
  for (const [index, mark] of marks.entries()) {
    mark.place = next
    mark.inOrder = inOrder
    next += letters[index]?.length ?? 0
  }
}

/** Right behind the run before. */
function findHere(page: string, { letters }: Run, end: number): Match | undefined {
  return standAt(page, letters, end) ? { at: end, letters: letters.length } : undefined
}

/** Further on, else anywhere: the rows of a table may come in another order. */
function findFurther(page: string, runs: readonly Run[], index: number, end: number): Match | undefined {
  const own = runs[index]?.letters ?? ''
  let key = own
  for (let next = index + 1; key.length < UNMISTAKABLE && next < runs.length; next++)
    key += runs[next]?.letters
  const at = isMixed(own, page) ? findMixed(page, own, end) : indexAround(page, key, end)
  return at < 0 ? undefined : { at, letters: own.length }
}

function indexAround(page: string, key: string, end: number): number {
  const ahead = page.indexOf(key, end)
  return ahead >= 0 ? ahead : page.indexOf(key)
}
