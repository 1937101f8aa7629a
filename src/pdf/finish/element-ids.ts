// Ids of table headers in, which count every node the browser has ever made; ids that count from 0 in this document out.
import { PDFArray, PDFString } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import { arrayOf, dictOf, itemsOf, textOf } from '../../pdf-syntax/objects.js'
import type { Draft } from './draft.js'
import { type Element, eachElement } from './tree/element.js'

/** Zeros keep the ids in order as strings, which the tree of ids needs (ISO 32000-1, 7.9.6). */
const DIGITS = 5

/** Renames ids in reading order, the cells' references to them, and writes a new tree of ids. */
export function elementIds(draft: Draft): void {
  const { context } = draft
  const owners: Element[] = []
  const renamed = new Map<string, PDFString>()
  eachElement(draft.tree, (element) => {
    const before = textOf(context, element.dict.get(names.ID))
    if (before === undefined) return
    const id = PDFString.of(`h${String(owners.length).padStart(DIGITS, '0')}`)
    renamed.set(before, id)
    element.dict.set(names.ID, id)
    owners.push(element)
  })
  if (owners.length === 0) {
    draft.structRoot.delete(names.IDTree)
    return
  }
  eachElement(draft.tree, (element) => {
    for (const item of itemsOf(context, element.dict.get(names.A))) {
      const attributes = dictOf(context, item)
      const headers = arrayOf(context, attributes?.get(names.Headers))
      if (!headers) continue
      const kept = PDFArray.withContext(context)
      for (const header of headers.asArray()) {
        const id = renamed.get(textOf(context, header) ?? '')
        if (id) kept.push(id)
      }
      attributes?.set(names.Headers, kept)
    }
  })
  const pairs = owners.flatMap((element) => [element.dict.get(names.ID) ?? PDFString.of(''), element.ref])
  draft.structRoot.set(names.IDTree, context.register(context.obj({ Names: pairs })))
}
