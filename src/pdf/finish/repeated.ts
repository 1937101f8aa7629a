// Marks in; those that show again on a later page what the page says once are artifacts out.
import { makeArtifact } from './artifacts.js'
import type { Mark } from './content/mark.js'
import type { Draft } from './draft.js'
import { lettersOf } from './page-text.js'
import { closest, type Element, eachElement, type Kid } from './tree/element.js'

const header = new Set(['TH'])

/**
 * Chromium paints `thead` and `tfoot` on every page of a table, and fixed boxes on every page, each time as content of
 * the same element: once is enough to be read.
 */
export function repeated(draft: Draft): void {
  eachElement(draft.tree, (element) => {
    if (element.kids.length < 2) return
    element.kids = element.kids.filter((kid, index, kids) => {
      if (kid.kind !== 'mark' || !isRepeated(draft, element, kid, kids.slice(0, index))) return true
      makeArtifact(kid)
      return false
    })
  })
}

function isRepeated(draft: Draft, element: Element, mark: Mark, before: readonly Kid[]): boolean {
  const letters = lettersOf(mark.text)
  const shown = before.some(
    (kid) =>
      kid.kind === 'mark' &&
      kid.content.pageNumber < mark.content.pageNumber &&
      kid.paints === mark.paints &&
      lettersOf(kid.text) === letters,
  )
  if (!shown) return false
  if (closest(element, header)) return true
  // Text that breaks over pages may happen to be the same on both sides: then the page says it twice.
  const page = draft.text.letters
  return letters !== '' && page.includes(letters) && !page.includes(letters + letters)
}
