// Faults of the author's page, collected while the file is finished; each with its page and the words next to it.
import type { PdfFault } from '../../model/pdf.js'
import type { Draft } from './draft.js'
import { collapse } from './page-text.js'
import { type Element, eachMark } from './tree/element.js'
import { textOfElement } from './tree/text.js'

/** Enough words to find a line of the source by. */
const LONGEST_NEAR = 80

/** Adds a fault found at an element. */
export function addFault(draft: Draft, element: Element, fault: Omit<PdfFault, 'page' | 'near'>): void {
  let page: number | undefined
  eachMark(element, (mark) => {
    page ??= mark.content.pageNumber
  })
  const near = nearby(element)
  draft.faults.push({ ...fault, ...(page === undefined ? {} : { page }), ...(near === '' ? {} : { near }) })
}

/** Cuts to the words that are shown with a fault. */
export function shorten(text: string): string {
  const words = collapse(text)
  if (words.length <= LONGEST_NEAR) return words
  const end = words.lastIndexOf(' ', LONGEST_NEAR)
  return words.slice(0, end > 0 ? end : LONGEST_NEAR)
}

/** Text of the element, else of the nearest one around it that has any, else of what stands before it. */
function nearby(element: Element): string {
  for (let at: Element | undefined = element; at; at = at.parent) {
    const text = shorten(textOfElement(at))
    if (text !== '') return text
  }
  return ''
}
