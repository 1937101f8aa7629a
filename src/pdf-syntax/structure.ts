// A structure element in, its kids out, whichever of the five ways the file writes them (ISO 32000-1, 14.7.2 and 14.7.4).
import { PDFArray, PDFDict, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { names } from './names.js'
import { nameOf, numberOf, resolve } from './objects.js'

/** Arrays in arrays and references to arrays are followed this deep. */
const DEEPEST = 16

export type StructKid =
  | { readonly kind: 'element'; readonly ref: PDFRef | undefined; readonly dict: PDFDict }
  /** Marked content of a page, or of a form XObject when `stream` is there. */
  | {
      readonly kind: 'content'
      readonly mcid: number
      readonly page: PDFRef | undefined
      readonly stream: PDFRef | undefined
    }
  /** An annotation or another object. */
  | { readonly kind: 'object'; readonly object: PDFRef | undefined; readonly page: PDFRef | undefined }
  | { readonly kind: 'unknown'; readonly value: PDFObject }

/** Kids in order. The page of bare MCIDs and of references without one is that of the element. */
export function kidsOf(element: PDFDict): StructKid[] {
  const { context } = element
  const page = refOf(element.get(names.Pg))
  const kids: StructKid[] = []
  const add = (value: PDFObject | undefined, depth: number): void => {
    const found = resolve(context, value)
    if (found === undefined || value === undefined) return
    if (found instanceof PDFNumber) {
      kids.push({ kind: 'content', mcid: found.asNumber(), page, stream: undefined })
    } else if (found instanceof PDFArray && depth < DEEPEST) {
      for (const item of found.asArray()) add(item, depth + 1)
    } else if (found instanceof PDFDict) kids.push(kidOf(found, refOf(value), page))
    else kids.push({ kind: 'unknown', value: found })
  }
  add(element.get(names.K), 0)
  return kids
}

function kidOf(dict: PDFDict, ref: PDFRef | undefined, page: PDFRef | undefined): StructKid {
  const { context } = dict
  const type = nameOf(context, dict.get(names.Type))
  if (type === 'MCR') {
    const mcid = numberOf(context, dict.get(names.MCID))
    if (mcid === undefined) return { kind: 'unknown', value: dict }
    return {
      kind: 'content',
      mcid,
      page: refOf(dict.get(names.Pg)) ?? page,
      stream: refOf(dict.get(names.Stm)),
    }
  }
  if (type === 'OBJR') {
    return { kind: 'object', object: refOf(dict.get(names.Obj)), page: refOf(dict.get(names.Pg)) ?? page }
  }
  return { kind: 'element', ref, dict }
}

function refOf(value: PDFObject | undefined): PDFRef | undefined {
  return value instanceof PDFRef ? value : undefined
}
