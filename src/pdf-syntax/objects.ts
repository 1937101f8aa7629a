// Objects of pdf-lib in, plain values out: resolved, checked, never thrown at the reader.
import { inflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  type PDFContext,
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
import { isRegular, PdfSyntaxError } from './lexer.js'
import { names } from './names.js'
import { decodeText } from './values.js'

/** A stream may grow to this size when unpacked: 50 times the largest handout, so that a bomb ends early. */
const LARGEST_STREAM = 64 * 1024 * 1024

const SLASH = 0x2f

type Value = PDFObject | undefined

/** Reads the objects of a file. pdf-lib's own `load` pauses and writes to Info, this does neither. */
export function readObjects(bytes: Uint8Array): Promise<PDFContext> {
  return new ObjectReader(bytes, Number.POSITIVE_INFINITY).parseDocument()
}

/** pdf-lib decodes each name by two regular expressions, a third of its time; most names of a file are the same few. */
class ObjectReader extends PDFParser {
  private readonly known = new Map<string, PDFName>()

  protected override parseName(): PDFName {
    const { bytes } = this
    bytes.assertNext(SLASH)
    let written = ''
    for (let byte = bytes.peek(); isRegular(byte); byte = bytes.peek())
      written += String.fromCharCode(bytes.next())
    const known = this.known.get(written)
    if (known) return known
    // pdf-lib decodes `#4A`, but not `#4a`.
    const name = PDFName.of(written.replace(/#[0-9a-f]{2}/gi, (escaped) => escaped.toUpperCase()))
    this.known.set(written, name)
    return name
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
