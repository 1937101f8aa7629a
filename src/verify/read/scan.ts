// All objects of a PDF in, every dictionary, stream, string and name in them out, found in one walk.
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import type { PdfFile } from '../open/file.js'

/** Longest name that a reader must cope with (ISO 19005-2, 6.1.13). */
const LONGEST_NAME = 127
const LARGEST_INTEGER = 2_147_483_647

export interface Scan {
  /** Dictionaries of streams are among them. */
  readonly dicts: readonly PDFDict[]
  readonly streams: readonly PDFRawStream[]
  /** All but web addresses. */
  readonly strings: readonly (PDFString | PDFHexString)[]
  /** Names and whole numbers beyond the bounds of PDF/A, as written. */
  readonly beyond: readonly string[]
}

/** Walks over all objects, whether anything refers to them or not. */
export function scan(file: PdfFile): Scan {
  const dicts: PDFDict[] = []
  const streams: PDFRawStream[] = []
  const strings: (PDFString | PDFHexString)[] = []
  const beyond: string[] = []
  const visit = (object: PDFObject): void => {
    if (object instanceof PDFName) {
      if (object.asString().length > LONGEST_NAME) beyond.push(object.asString())
    } else if (object instanceof PDFNumber) {
      const value = object.asNumber()
      if (Number.isInteger(value) && Math.abs(value) > LARGEST_INTEGER) beyond.push(String(value))
    } else if (object instanceof PDFDict) {
      dicts.push(object)
      for (const [key, value] of object.entries()) {
        visit(key)
        // Web addresses are judged where links are.
        if (key !== names.URI) visit(value)
      }
    } else if (object instanceof PDFArray) for (const item of object.asArray()) visit(item)
    else if (object instanceof PDFString || object instanceof PDFHexString) strings.push(object)
    else if (object instanceof PDFRawStream) {
      streams.push(object)
      visit(object.dict)
    }
  }
  for (const [, object] of file.objects) visit(object)
  return { dicts, streams, strings, beyond }
}
