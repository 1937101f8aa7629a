// The structure tree in, who lists each piece of content and each annotation out.
import type { PDFRef } from '@cantoo/pdf-lib'
import type { Element, Structure } from './elements.js'

export interface Owners {
  /** By page or form, then by MCID: the elements that list it, in reading order. */
  readonly content: ReadonlyMap<PDFRef, ReadonlyMap<number, readonly Element[]>>
  /** By annotation or other object. */
  readonly objects: ReadonlyMap<PDFRef, readonly Element[]>
  /** Elements that list content without saying on which page. */
  readonly lost: readonly Element[]
}

/** Turns the tree around. */
export function ownersOf(structure: Structure | undefined): Owners {
  const content = new Map<PDFRef, Map<number, Element[]>>()
  const objects = new Map<PDFRef, Element[]>()
  const lost: Element[] = []
  for (const element of structure?.all ?? []) {
    for (const kid of element.kids) {
      if (kid.kind === 'content') {
        const owner = kid.stream ?? kid.page
        if (!owner) {
          lost.push(element)
          continue
        }
        const numbers = content.get(owner) ?? new Map<number, Element[]>()
        content.set(owner, numbers)
        const known = numbers.get(kid.mcid)
        if (known) known.push(element)
        else numbers.set(kid.mcid, [element])
      } else if (kid.kind === 'object' && kid.object) {
        const known = objects.get(kid.object)
        if (known) known.push(element)
        else objects.set(kid.object, [element])
      }
    }
  }
  return { content, objects, lost }
}
