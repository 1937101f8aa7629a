// Headings in; a fault for the first that skips a level (ISO 14289-1, 7.4.2).
import type { Draft } from './draft.js'
import { addFault } from './faults.js'
import { type Element, eachElement } from './tree/element.js'

/** Level of a heading, 0 for anything else. */
export function levelOf(element: Element): number {
  return /^H[1-6]$/.test(element.type) ? Number(element.type.slice(1)) : 0
}

/** Headings begin with level 1 and go down one level at a time. */
export function skippedHeadings(draft: Draft): void {
  let before = 0
  eachElement(draft.tree, (element) => {
    const level = levelOf(element)
    if (level === 0) return
    if (level > before + 1) {
      addFault(draft, element, {
        rule: 'heading-order',
        clause: 'ISO 14289-1:2014 7.4.2',
        text:
          before === 0
            ? `The first heading is of level ${level}.`
            : `A heading of level ${level} follows one of level ${before}.`,
        hint: `Use level ${before + 1} here.`,
      })
    }
    before = level
  })
}
