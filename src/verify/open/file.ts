// Bytes in, an opened PDF out, or `Unreadable`. Strict: whatever a reader would have to guess or repair is refused.
import { PDFContext, type PDFDict, type PDFObject, type PDFRawStream } from '@cantoo/pdf-lib'
import { Lexer, PdfSyntaxError } from '../../pdf-syntax/lexer.js'
import { names } from '../../pdf-syntax/names.js'
import { dictOf, nameOf } from '../../pdf-syntax/objects.js'
import { Budget, MAX_FILE_BYTES, tooLarge, Unreadable, unreadable } from '../limits.js'
import { foreignKind } from './foreign.js'
import { ObjectLoader } from './load.js'
import type { Scan } from './parse.js'
import { nextInteger } from './tokens.js'
import { unpack } from './unpack.js'

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
  /** Everything that the objects hold, whether anything refers to them or not. */
  readonly scan: Scan
  readonly budget: Budget
  /** Unpacked bytes of a stream, kept; undefined for pictures. */
  unpacked(stream: PDFRawStream): Uint8Array | undefined
}

const header = Buffer.from('%PDF-')
const startxref = Buffer.from('startxref')
const endOfFile = Buffer.from('%%EOF')

/** Readers look for the header within this many bytes, as Acrobat does. */
const HEADER_WITHIN = 1024

const CR = 0x0d
const LF = 0x0a

/** Opens a PDF; throws `Unreadable` for anything that is none, or is encrypted, damaged or far too large. */
export function openPdf(all: Uint8Array): PdfFile {
  if (all.length > MAX_FILE_BYTES) throw tooLarge('is larger than 32 MB')
  const before = bufferOf(all).subarray(0, HEADER_WITHIN).indexOf(header)
  if (before < 0) throw unreadable(foreignKind(all))
  const bytes = new Uint8Array(all.buffer, all.byteOffset + before, all.length - before)
  const buffer = bufferOf(bytes)
  const end = buffer.lastIndexOf(endOfFile)
  const mark = end < 0 ? -1 : buffer.lastIndexOf(startxref, end)
  if (mark < 0) throw unreadable('This PDF is cut off: its end is missing.')
  try {
    return {
      ...read(bytes, mark),
      bytes,
      before,
      after: bytes.length - afterLineEnd(bytes, end + endOfFile.length),
    }
  } catch (error) {
    if (error instanceof PdfSyntaxError) throw unreadable('A part of this PDF breaks the syntax of PDF.')
    throw error
  }
}

type Opened = Omit<PdfFile, 'bytes' | 'before' | 'after'>

function read(bytes: Uint8Array, mark: number): Opened {
  const lexer = new Lexer(bytes)
  lexer.position = mark + startxref.length
  const start = nextInteger(lexer)
  if (start === undefined) throw unreadable('This PDF does not say where its objects are.')
  const context = PDFContext.create()
  const budget = new Budget()
  const loader = new ObjectLoader(bytes, context, budget)
  const trailer = loader.openTable(start)
  if (trailer.has(names.Encrypt)) {
    throw new Unreadable(
      'pdf-encrypted',
      'This PDF is encrypted; assistive software may be locked out, and it cannot be checked.',
    )
  }
  loader.loadAll()
  const root = trailer.get(names.Root)
  const catalog = dictOf(context, root)
  const isCatalog = catalog && nameOf(context, catalog.get(names.Type)) === 'Catalog'
  if (!isCatalog || !dictOf(context, catalog.get(names.Pages))) {
    throw unreadable('This PDF has no pages that could be found.')
  }
  context.trailerInfo.Root = root as PDFObject
  const kept = new Map<PDFRawStream, Uint8Array | undefined>()
  const unpacked = (stream: PDFRawStream): Uint8Array | undefined => {
    if (!kept.has(stream)) kept.set(stream, unpack(stream, budget))
    return kept.get(stream)
  }
  return { context, trailer, catalog, scan: loader.scan, budget, unpacked }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

function afterLineEnd(bytes: Uint8Array, at: number): number {
  let after = at
  if (bytes[after] === CR) after++
  if (bytes[after] === LF) after++
  return after
}
