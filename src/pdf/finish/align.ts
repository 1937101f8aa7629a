// Marks in; each learns where its letters stand in the text of the page. All that compares the two builds on this.
import type { Mark } from './content/mark.js'
import type { Draft } from './draft.js'
import { lettersOf, type PageText } from './page-text.js'
import { type Element, eachElement } from './tree/element.js'

/** Hebrew, Arabic and their neighbours, with the presentation forms. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u

/** Brackets are painted mirrored, so either form may stand for the other. */
const mirrored = new Map(['()', '[]', '{}', '<>', '«»', '‹›'].map(([open = '', close = '']) => [close, open]))

/** A text of this many letters is not at two places by chance; shorter ones are looked for with what follows them. */
const UNMISTAKABLE = 16

/** An element that holds nothing but marks: Chromium makes one of each run of text. */
interface Leaf {
  readonly element: Element
  readonly marks: readonly Mark[]
  readonly letters: string
}

/** Finds the place of every run of text. Labels of lists are made by the browser, so the page does not have them. */
export function align(draft: Draft): void {
  const leaves: Leaf[] = []
  eachElement(draft.tree, (element) => {
    const marks = element.kids.filter((kid) => kid.kind === 'mark')
    const letters = element.type === 'Lbl' ? '' : lettersOf(marks.map((mark) => mark.text).join(''))
    if (letters !== '') leaves.push({ element, marks, letters })
  })
  let end = 0
  leaves.forEach((leaf, index) => {
    const at = findLeaf(draft.text, leaves, index, end)
    if (at < 0) return
    end = at + leaf.letters.length
    place(leaf, at, draft.text.letters.startsWith(leaf.letters, at))
  })
}

function place({ marks }: Leaf, at: number, inOrder: boolean): void {
  let next = at
  for (const mark of marks) {
    mark.place = next
    mark.inOrder = inOrder
    next += lettersOf(mark.text).length
  }
}

/** Right behind the leaf before, else further on, else anywhere: the rows of a table may come in another order. */
function findLeaf(page: PageText, leaves: readonly Leaf[], index: number, end: number): number {
  const { letters } = page
  const own = leaves[index]?.letters ?? ''
  if (letters.startsWith(own, end)) return end
  if (rightToLeft.test(own)) return findMixed(letters, own, end)
  let key = own
  for (let next = index + 1; key.length < UNMISTAKABLE && next < leaves.length; next++)
    key += leaves[next]?.letters
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
