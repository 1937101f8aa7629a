// Objects of pdf-lib in, plain values out: resolved, checked, never thrown at the reader.
import { inflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFParser,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { PdfSyntaxError } from './lexer.js'
import { names } from './names.js'
import { ObjectParser } from './object-parser.js'
import { decodeText } from './values.js'

/** A stream may grow to this size when unpacked: 50 times the largest handout, so that a bomb ends early. */
const LARGEST_STREAM = 64 * 1024 * 1024

type Value = PDFObject | undefined

/**
 * Reads the objects of a file. What a browser writes is read by our own parser, in a third of the time; whatever that
 * one does not know – object streams, updates, damage – by pdf-lib's, which repairs and guesses.
 */
export async function readObjects(bytes: Uint8Array): Promise<PDFContext> {
  const context = PDFContext.create()
  try {
    const trailer = new ObjectParser(bytes, context).readAll()
    for (const name of ['Root', 'Info', 'ID', 'Encrypt'] as const) {
      const value = trailer.get(names[name])
      if (value) context.trailerInfo[name] = value
    }
    return context
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error
    return PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY).parseDocument()
  }
}

/** Follows references until something else is found; a circle of references is nothing. */
export function resolve(context: PDFContext, value: Value): Value {
  let found = value
  for (let steps = 0; found instanceof PDFRef; steps++) {
    if (steps > 32) return undefined
    found = context.lookup(found)
  }
  return found
}

/** The dictionary itself, or that of a stream. */
export function dictOf(context: PDFContext, value: Value): PDFDict | undefined {
  const found = resolve(context, value)
  if (found instanceof PDFDict) return found
  return found instanceof PDFStream ? found.dict : undefined
}

export function arrayOf(context: PDFContext, value: Value): PDFArray | undefined {
  const found = resolve(context, value)
  return found instanceof PDFArray ? found : undefined
}

export function streamOf(context: PDFContext, value: Value): PDFRawStream | undefined {
  const found = resolve(context, value)
  return found instanceof PDFRawStream ? found : undefined
}

export function numberOf(context: PDFContext, value: Value): number | undefined {
  const found = resolve(context, value)
  return found instanceof PDFNumber ? found.asNumber() : undefined
}

export function boolOf(context: PDFContext, value: Value): boolean | undefined {
  const found = resolve(context, value)
  return found instanceof PDFBool ? found.asBoolean() : undefined
}

/** A name without its slash. */
export function nameOf(context: PDFContext, value: Value): string | undefined {
  const found = resolve(context, value)
  if (!(found instanceof PDFName)) return undefined
  const written = found.asString()
  return written.includes('#') ? found.decodeText() : written.slice(1)
}

/** Text of a string object: UTF-16, UTF-8 or PDFDocEncoding. */
export function textOf(context: PDFContext, value: Value): string | undefined {
  const bytes = bytesOf(context, value)
  return bytes && decodeText(bytes)
}

/** Bytes of a string object. */
export function bytesOf(context: PDFContext, value: Value): Uint8Array | undefined {
  const found = resolve(context, value)
  if (found instanceof PDFHexString) return hexBytes(found)
  return found instanceof PDFString ? found.asBytes() : undefined
}

/** pdf-lib reads pair after pair; nearly all strings are plain digits. */
function hexBytes(string: PDFHexString): Uint8Array {
  const digits = string.asString()
  return plainHex.test(digits) ? Buffer.from(digits, 'hex') : string.asBytes()
}

const plainHex = /^(?:[0-9a-fA-F]{2})*$/

/** Numbers of an array; undefined when it is none or holds anything else. */
export function numbersOf(context: PDFContext, value: Value): number[] | undefined {
  const array = arrayOf(context, value)
  if (!array) return undefined
  const numbers: number[] = []
  for (let index = 0; index < array.size(); index++) {
    const number = numberOf(context, array.get(index))
    if (number === undefined) return undefined
    numbers.push(number)
  }
  return numbers
}

/** Items of an array, or the value alone when it is no array, or nothing. */
export function itemsOf(context: PDFContext, value: Value): PDFObject[] {
  const found = resolve(context, value)
  if (found === undefined) return []
  return found instanceof PDFArray ? found.asArray() : [value as PDFObject]
}

/** Unpacked bytes of a stream. A stream that cannot be unpacked throws a `PdfSyntaxError`. */
export function contentsOf(stream: PDFRawStream): Uint8Array {
  const { context } = stream.dict
  const filter = resolve(context, stream.dict.get(names.Filter))
  try {
    if (filter === undefined) return stream.contents
    const plainFlate = filter === names.FlateDecode && !stream.dict.has(names.DecodeParms)
    if (plainFlate) return inflateSync(stream.contents, { maxOutputLength: LARGEST_STREAM })
    return decodePDFRawStream(stream).decode()
  } catch (cause) {
    throw new PdfSyntaxError(
      `A stream cannot be unpacked (${cause instanceof Error ? cause.message : cause})`,
      0,
    )
  }
}
