// Number trees, name trees and the page tree in, flat maps and lists out; circles and great depth are cut.
import { type PDFContext, PDFDict, type PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { names } from './names.js'
import { arrayOf, dictOf, itemsOf, nameOf, numberOf, resolve, textOf } from './objects.js'

/** No sound tree is deeper: even two kids a level hold 2^64 pages. */
const DEEPEST = 64

export interface PdfPage {
  /** Absent when the page is no indirect object, which is a fault of the file. */
  readonly ref: PDFRef | undefined
  readonly dict: PDFDict
}

/** Pages in reading order. */
export function readPages(context: PDFContext): PdfPage[] {
  const pages: PdfPage[] = []
  const seen = new Set<PDFDict>()
  const walk = (value: PDFObject | undefined, depth: number): void => {
    const dict = dictOf(context, value)
    if (!dict || depth > DEEPEST || seen.has(dict)) return
    seen.add(dict)
    if (nameOf(context, dict.get(names.Type)) === 'Page' || !dict.has(names.Kids)) {
      pages.push({ ref: value instanceof PDFRef ? value : undefined, dict })
    } else for (const kid of itemsOf(context, dict.get(names.Kids))) walk(kid, depth + 1)
  }
  walk(dictOf(context, context.trailerInfo.Root)?.get(names.Pages), 0)
  return pages
}

/** A page attribute that may be inherited from the page tree (ISO 32000-1, 7.7.3.4). */
export function inherited(page: PDFDict, key: PDFName): PDFObject | undefined {
  let node: PDFDict | undefined = page
  for (let depth = 0; node && depth < DEEPEST; depth++) {
    const value = resolve(page.context, node.get(key))
    if (value !== undefined) return value
    node = dictOf(page.context, node.get(names.Parent))
  }
  return undefined
}

/** Keys and values of a number tree, values unresolved. */
export function readNumberTree(context: PDFContext, root: PDFObject | undefined): Map<number, PDFObject> {
  const map = new Map<number, PDFObject>()
  eachPair(context, root, names.Nums, (key, value) => {
    const number = numberOf(context, key)
    if (number !== undefined) map.set(number, value)
  })
  return map
}

/** Keys and values of a name tree, values unresolved. */
export function readNameTree(context: PDFContext, root: PDFObject | undefined): Map<string, PDFObject> {
  const map = new Map<string, PDFObject>()
  eachPair(context, root, names.Names, (key, value) => {
    const text = textOf(context, key)
    if (text !== undefined) map.set(text, value)
  })
  return map
}

function eachPair(
  context: PDFContext,
  root: PDFObject | undefined,
  leaves: PDFName,
  visit: (key: PDFObject, value: PDFObject) => void,
): void {
  const seen = new Set<PDFDict>()
  const walk = (value: PDFObject | undefined, depth: number): void => {
    const node = resolve(context, value)
    if (!(node instanceof PDFDict) || depth > DEEPEST || seen.has(node)) return
    seen.add(node)
    const pairs = arrayOf(context, node.get(leaves))
    for (let index = 0; pairs && index + 1 < pairs.size(); index += 2)
      visit(pairs.get(index), pairs.get(index + 1))
    for (const kid of itemsOf(context, node.get(names.Kids))) walk(kid, depth + 1)
  }
  walk(root, 0)
}
