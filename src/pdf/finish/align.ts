// Marks in; each learns where its letters stand in the text of the page. All that compares the two builds on this.
import type { Mark } from './content/mark.js'
import type { Draft } from './draft.js'
import { lettersOf, type PageText } from './page-text.js'
import type { Element } from './tree/element.js'

/** Hebrew, Arabic and their neighbours, with the presentation forms. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u

/** Brackets are painted mirrored, so either form may stand for the other. */
const mirrored = new Map(['()', '[]', '{}', '<>', '«»', '‹›'].map(([open = '', close = '']) => [close, open]))

/** A text of this many letters is not at two places by chance; shorter ones are looked for with what follows them. */
const UNMISTAKABLE = 16

/** Marks that follow each other: Chromium makes an element of each run of text, several marks when it breaks over pages. */
interface Run {
  readonly marks: readonly Mark[]
  readonly letters: string
}

/** Finds the place of every run of text. Labels of lists are made by the browser, so the page does not have them. */
export function align(draft: Draft): void {
  const runs: Run[] = []
  collect(draft.tree, runs)
  let end = 0
  runs.forEach((run, index) => {
    const at = findRun(draft.text, runs, index, end)
    if (at < 0) return
    end = at + run.letters.length
    place(run, at, draft.text.letters.startsWith(run.letters, at))
  })
}

function collect(element: Element, runs: Run[]): void {
  if (element.type === 'Lbl') return
  let marks: Mark[] = []
  const close = (): void => {
    const letters = lettersOf(marks.map((mark) => mark.text).join(''))
    if (letters !== '') runs.push({ marks, letters })
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

function place({ marks }: Run, at: number, inOrder: boolean): void {
  let next = at
  for (const mark of marks) {
    mark.place = next
    mark.inOrder = inOrder
    next += lettersOf(mark.text).length
  }
}

/** Right behind the run before, else further on, else anywhere: the rows of a table may come in another order. */
function findRun(page: PageText, runs: readonly Run[], index: number, end: number): number {
  const { letters } = page
  const own = runs[index]?.letters ?? ''
  if (letters.startsWith(own, end)) return end
  if (rightToLeft.test(own)) return findMixed(letters, own, end)
  let key = own
  for (let next = index + 1; key.length < UNMISTAKABLE && next < runs.length; next++)
    key += runs[next]?.letters
  const ahead = letters.indexOf(key, end)
  return ahead >= 0 ? ahead : letters.indexOf(key)
}

/** First place behind `from` that has the same letters in any order; -1 when there is none. */
function findMixed(page: string, letters: string, from: number): number {
  const count = new Map<string, number>()
  let open = 0
  const add = (char: string | undefined, by: number): void => {
    if (char === undefined) return
    const key = mirrored.get(char) ?? char
    const before = count.get(key) ?? 0
    count.set(key, before + by)
    if (before === 0) open++
    else if (before + by === 0) open--
  }
  for (const char of letters.split('')) add(char, -1)
  for (let at = from; at < page.length; at++) {
    add(page[at], 1)
    if (at - from >= letters.length) add(page[at - letters.length], -1)
    if (open === 0) return at - letters.length + 1
  }
  return -1
}
