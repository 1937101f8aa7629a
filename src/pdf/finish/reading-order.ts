// Text from right to left in; where its pieces are painted in another order than they are read, the reading is written down.
import { names } from '../../pdf-syntax/names.js'
import type { Draft } from './draft.js'
import { lettersOf } from './page-text.js'
import { textString } from './strings.js'
import { eachElement } from './tree/element.js'

/**
 * Signs alone, as the “: ” between an Arabic word and an English one, have no direction that a reader could turn them by:
 * painted from left to right, the space comes first.
 */
function isTurned(text: string, spaceBefore: boolean): boolean {
  return !spaceBefore && /^\s[^\p{L}\p{N}]+$/u.test(text)
}

/**
 * Browsers paint a line of mixed directions from left to right, word by word. Text that is on the page with the same
 * letters in another order gets it as `ActualText`. Works on Chromium's own leaves: each is one run of the page.
 */
export function readingOrder(draft: Draft): void {
  let end = 0
  eachElement(draft.tree, (element) => {
    const [first] = element.kids
    if (first?.kind !== 'mark' || first.place === undefined) return
    if (first.inOrder && !isTurned(first.text, draft.text.spaceBefore(first.place))) return
    let letters = 0
    for (const kid of element.kids) if (kid.kind === 'mark') letters += lettersOf(kid.text).length
    const space = first.place !== end && draft.text.spaceBefore(first.place) ? ' ' : ''
    end = first.place + letters
    const text = space + draft.text.slice(first.place, end)
    if (element.type === 'NonStruct') element.type = 'Span'
    element.dict.set(names.ActualText, textString(text))
  })
}
