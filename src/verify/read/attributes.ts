// A structure element in, the value of one of its attributes out (ISO 32000-1, 14.7.5).
import { PDFArray, PDFDict, type PDFName, type PDFObject } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import { dictOf, itemsOf, nameOf, numberOf, resolve, textOf } from '../../pdf-syntax/objects.js'
import type { Element } from './elements.js'

/** The attribute that `owner` (`Table`, `Layout`, `List`) defines under `key`, from `/A` or a class. */
export function attribute(element: Element, owner: string, key: PDFName): PDFObject | undefined {
  const { dict } = element
  return inObjects(dict.get(names.A), dict, owner, key) ?? inClasses(dict, owner, key)
}

/** A whole number from 1, as spans are; 1 when it is not there. */
export function spanOf(element: Element, key: PDFName): number {
  const { context } = element.dict
  const value = numberOf(context, attribute(element, 'Table', key))
  return value === undefined ? 1 : Math.max(1, Math.trunc(value))
}

/** A name, such as a scope; undefined when it is not there. */
export function nameAttribute(element: Element, owner: string, key: PDFName): string | undefined {
  return nameOf(element.dict.context, attribute(element, owner, key))
}

/** Texts of a list, such as the ids of headers. */
export function textsAttribute(element: Element, owner: string, key: PDFName): string[] {
  const { context } = element.dict
  const value = resolve(context, attribute(element, owner, key))
  if (!(value instanceof PDFArray)) return []
  return value.asArray().map((item) => textOf(context, item) ?? '')
}

function inObjects(
  value: PDFObject | undefined,
  { context }: PDFDict,
  owner: string,
  key: PDFName,
): PDFObject | undefined {
  // An array holds attribute objects, each perhaps followed by a revision number.
  for (const item of itemsOf(context, value)) {
    const attributes = dictOf(context, item)
    if (attributes && nameOf(context, attributes.get(names.O)) === owner && attributes.has(key)) {
      return attributes.get(key)
    }
  }
  return undefined
}

function inClasses(dict: PDFDict, owner: string, key: PDFName): PDFObject | undefined {
  const { context } = dict
  if (!dict.has(names.C)) return undefined
  const catalog = dictOf(context, context.trailerInfo.Root)
  const map = resolve(context, dictOf(context, catalog?.get(names.StructTreeRoot))?.get(names.ClassMap))
  if (!(map instanceof PDFDict)) return undefined
  for (const item of itemsOf(context, dict.get(names.C))) {
    const name = resolve(context, item)
    const found = inObjects(map.get(name as PDFName), dict, owner, key)
    if (found) return found
  }
  return undefined
}
