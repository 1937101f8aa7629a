// Bytes in, all objects of the PDF out, or `Unreadable`. Each object is read within its own bytes, so the work is linear.
import { PDFArray, PDFContext, PDFDict, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { Lexer, PdfSyntaxError } from '../../pdf-syntax/lexer.js'
import { names } from '../../pdf-syntax/names.js'
import { dictOf, nameOf, numberOf } from '../../pdf-syntax/objects.js'
import { Budget, MAX_FILE_BYTES, MAX_NESTING, tooLarge, Unreadable, unreadable } from '../limits.js'
import { foreignKind } from './foreign.js'
import { nextInteger, nextWord } from './tokens.js'
import { unpack } from './unpack.js'
import { parseAt, readXref } from './xref.js'

export interface PdfFile {
  /** From the header on. */
  readonly bytes: Uint8Array
  /** Bytes before the header; there should be none. */
  readonly before: number
  /** Bytes after the end-of-file mark and its line end; there should be none. */
  readonly after: number
  readonly context: PDFContext
  readonly trailer: PDFDict
  readonly catalog: PDFDict
  /** All indirect objects. */
  readonly objects: readonly (readonly [PDFRef, PDFObject])[]
  readonly budget: Budget
  /** Unpacked bytes of a stream, kept; undefined for pictures. */
  unpacked(stream: PDFRawStream): Uint8Array | undefined
}

const header = Buffer.from('%PDF-')
const startxref = Buffer.from('startxref')
const endOfFile = Buffer.from('%%EOF')

/** Readers look for the header within this many bytes, as Acrobat does. */
const HEADER_WITHIN = 1024

/** Opens a PDF; throws `Unreadable` for anything that is none or that is encrypted, damaged or far too large. */
export function openPdf(all: Uint8Array): PdfFile {
  if (all.length > MAX_FILE_BYTES) throw tooLarge('is larger than 32 MB')
  const buffer = Buffer.from(all.buffer, all.byteOffset, all.length)
  const before = buffer.subarray(0, HEADER_WITHIN).indexOf(header)
  if (before < 0) throw unreadable(foreignKind(all))
  const bytes = buffer.subarray(before)
  const end = bytes.lastIndexOf(endOfFile)
  const mark = end < 0 ? -1 : bytes.lastIndexOf(startxref, end)
  if (mark < 0) throw unreadable('This PDF is cut off: its end is missing. Copy or download it again.')
  try {
    return read(bytes, before, mark, end)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    if (error instanceof PdfSyntaxError) throw unreadable('A part of this PDF breaks the syntax of PDF.')
    throw error
  }
}

function read(bytes: Buffer, before: number, mark: number, end: number): PdfFile {
  const budget = new Budget()
  const context = PDFContext.create()
  const lexer = new Lexer(bytes)
  lexer.position = mark + startxref.length
  const start = nextInteger(lexer)
  if (start === undefined) throw unreadable('This PDF does not say where its objects are.')
  const xref = readXref(bytes, start, context, budget)
  const { trailer } = xref
  if (trailer.has(names.Encrypt)) {
    throw new Unreadable(
      'pdf-encrypted',
      'This PDF is encrypted; assistive software may be locked out, and it cannot be checked.',
    )
  }
  const offsets = [...xref.sections, bytes.length]
  const inFile: [number, number][] = []
  const inStream = new Map<number, Set<number>>()
  for (const [number, entry] of xref.entries) {
    if ('offset' in entry) {
      offsets.push(entry.offset)
      inFile.push([number, entry.offset])
    } else {
      const wanted = inStream.get(entry.stream)
      if (wanted) wanted.add(number)
      else inStream.set(entry.stream, new Set([number]))
    }
  }
  const next = followers(offsets)
  for (const [number, offset] of inFile)
    readAt(bytes, number, offset, next.get(offset) ?? bytes.length, context)
  for (const [number, wanted] of inStream) readPacked(number, wanted, context, budget)

  const catalog = dictOf(context, trailer.get(names.Root))
  if (
    !catalog ||
    nameOf(context, catalog.get(names.Type)) !== 'Catalog' ||
    !dictOf(context, catalog.get(names.Pages))
  ) {
    throw unreadable('This PDF has no pages that could be found.')
  }
  context.trailerInfo.Root = trailer.get(names.Root) as PDFObject
  const kept = new Map<PDFRawStream, Uint8Array | undefined>()
  const unpacked = (stream: PDFRawStream): Uint8Array | undefined => {
    if (!kept.has(stream)) kept.set(stream, unpack(stream, budget))
    return kept.get(stream)
  }
  const objects = context.enumerateIndirectObjects()
  for (const [, object] of objects) checkDepth(object, 0)
  return { bytes, before, after: afterEnd(bytes, end), context, trailer, catalog, objects, budget, unpacked }
}

/** For each offset the next greater one: no object reaches over it. */
function followers(offsets: number[]): Map<number, number> {
  const sorted = [...new Set(offsets)].sort((a, b) => a - b)
  return new Map(sorted.map((offset, index) => [offset, sorted[index + 1] ?? offset]))
}

function readAt(bytes: Uint8Array, number: number, offset: number, end: number, context: PDFContext): void {
  const lexer = new Lexer(bytes)
  lexer.position = offset
  const lost = (): Unreadable =>
    unreadable(`Object ${number} of this PDF is not where its table says; the file is damaged or cut off.`)
  if (offset >= bytes.length || nextInteger(lexer) !== number) throw lost()
  const generation = nextInteger(lexer)
  if (generation === undefined || nextWord(lexer) !== 'obj') throw lost()
  context.assign(PDFRef.of(number, generation), parseAt(bytes, lexer.position, context, end) as PDFObject)
}

/** Reads the wanted objects of an object stream (ISO 32000-1, 7.5.7). */
function readPacked(number: number, wanted: ReadonlySet<number>, context: PDFContext, budget: Budget): void {
  const damaged = (): Unreadable => unreadable(`Object stream ${number} of this PDF is damaged.`)
  const stream = context.lookup(PDFRef.of(number))
  if (!(stream instanceof PDFRawStream)) throw damaged()
  const bytes = unpack(stream, budget)
  const first = numberOf(context, stream.dict.get(names.First))
  const count = numberOf(context, stream.dict.get(names.N))
  if (!bytes || first === undefined || count === undefined || first > bytes.length || count * 2 > first)
    throw damaged()
  const lexer = new Lexer(bytes.subarray(0, first))
  const places: [number, number][] = []
  for (let index = 0; index < count; index++) {
    const object = nextInteger(lexer)
    const offset = nextInteger(lexer)
    if (object === undefined || offset === undefined) throw damaged()
    places.push([object, first + offset])
  }
  const next = followers([...places.map(([, offset]) => offset), bytes.length])
  for (const [object, offset] of places) {
    if (!wanted.has(object)) continue
    context.assign(PDFRef.of(object), parseAt(bytes, offset, context, next.get(offset)) as PDFObject)
  }
}

function checkDepth(object: PDFObject, depth: number): void {
  if (depth > MAX_NESTING) throw tooLarge('nests its objects too deeply')
  if (object instanceof PDFArray) for (const item of object.asArray()) checkDepth(item, depth + 1)
  else if (object instanceof PDFDict) for (const item of object.values()) checkDepth(item, depth + 1)
  else if (object instanceof PDFRawStream) checkDepth(object.dict, depth + 1)
}

function afterEnd(bytes: Uint8Array, end: number): number {
  let at = end + endOfFile.length
  if (bytes[at] === 0x0d) at++
  if (bytes[at] === 0x0a) at++
  return bytes.length - at
}
