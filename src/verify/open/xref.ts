// Bytes of a PDF in, the place of every object and the trailer out. Strict: nothing is guessed or repaired.
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import { Lexer } from '../../pdf-syntax/lexer.js'
import { names } from '../../pdf-syntax/names.js'
import {
  type Budget,
  MAX_OBJECTS,
  MAX_XREF_SECTIONS,
  tooLarge,
  type Unreadable,
  unreadable,
} from '../limits.js'
import type { ObjectParser } from './parse.js'
import { integerHere, nextInteger, nextWord, wordHere } from './tokens.js'
import { unpack } from './unpack.js'

/** Where an object is: at a byte of the file, or at a place in an object stream. */
type Entry = { readonly offset: number } | { readonly stream: number; readonly index: number }

export interface Xref {
  /** By object number; free numbers are left out. */
  readonly entries: ReadonlyMap<number, Entry>
  /** The newest trailer. */
  readonly trailer: PDFDict
  /** Where the sections themselves begin; no object reaches over them. */
  readonly sections: readonly number[]
}

const XREF_STM = PDFName.of('XRefStm')
const INDEX = PDFName.of('Index')
const XREF = PDFName.of('XRef')

const FREE = 0
const IN_FILE = 1
const IN_STREAM = 2

/** Reads every section of the table, the newest first; an older one never overrules a newer one. */
export function readXref(bytes: Uint8Array, start: number, parser: ObjectParser, budget: Budget): Xref {
  const entries = new Map<number, Entry | undefined>()
  const sections: number[] = []
  const todo = [start]
  let trailer: PDFDict | undefined
  for (let offset = todo.pop(); offset !== undefined; offset = todo.pop()) {
    if (sections.includes(offset)) continue
    if (sections.length === MAX_XREF_SECTIONS)
      throw tooLarge(`was changed more than ${MAX_XREF_SECTIONS} times`)
    sections.push(offset)
    const section = readSection(bytes, offset, parser, budget, entries)
    trailer ??= section
    const previous = numberIn(section, names.Prev)
    if (previous !== undefined) todo.push(previous)
    const hybrid = numberIn(section, XREF_STM)
    if (hybrid !== undefined) todo.push(hybrid)
  }
  if (!trailer) throw unreadable('This PDF has no trailer.')
  const known = new Map<number, Entry>()
  for (const [number, entry] of entries) if (entry) known.set(number, entry)
  return { entries: known, trailer, sections }
}

function readSection(
  bytes: Uint8Array,
  offset: number,
  parser: ObjectParser,
  budget: Budget,
  entries: Map<number, Entry | undefined>,
): PDFDict {
  const lexer = new Lexer(bytes)
  lexer.position = offset
  if (offset < 0 || offset >= bytes.length || !lexer.next()) throw missing()
  if (wordHere(lexer) === 'xref') return readTable(lexer, parser, budget, entries)
  return readStream(lexer, parser, budget, entries)
}

/** Reads `xref`, its subsections of 20-byte lines, and the trailer dictionary (ISO 32000-1, 7.5.4 and 7.5.5). */
function readTable(
  lexer: Lexer,
  parser: ObjectParser,
  budget: Budget,
  entries: Map<number, Entry | undefined>,
): PDFDict {
  for (let first = nextInteger(lexer); first !== undefined; first = nextInteger(lexer)) {
    const count = nextInteger(lexer) ?? MAX_OBJECTS + 1
    budget.spendObjects(count)
    for (let number = first; number < first + count; number++) {
      const offset = nextInteger(lexer)
      const generation = nextInteger(lexer)
      const kind = nextWord(lexer)
      if (offset === undefined || generation === undefined || kind === undefined) throw missing()
      if (!entries.has(number)) entries.set(number, kind === 'n' ? { offset } : undefined)
    }
  }
  if (wordHere(lexer) !== 'trailer') throw missing()
  const dict = parser.parse(lexer.bytes, lexer.position, lexer.bytes.length)
  if (!(dict instanceof PDFDict)) throw missing()
  return dict
}

/** Reads a cross-reference stream (ISO 32000-1, 7.5.8); its dictionary is the trailer. */
function readStream(
  lexer: Lexer,
  parser: ObjectParser,
  budget: Budget,
  entries: Map<number, Entry | undefined>,
): PDFDict {
  const numbers = [integerHere(lexer), nextInteger(lexer)]
  if (numbers.includes(undefined) || nextWord(lexer) !== 'obj') throw missing()
  const stream = parser.parse(lexer.bytes, lexer.position, lexer.bytes.length)
  if (!(stream instanceof PDFRawStream) || stream.dict.get(names.Type) !== XREF) throw missing()
  const widths = numbersIn(stream.dict, names.W)
  const rows = unpack(stream, budget)
  const [typeBytes = 0, secondBytes = 0, thirdBytes = 0] = widths
  const rowBytes = typeBytes + secondBytes + thirdBytes
  if (!rows || rowBytes === 0 || widths.some((width) => width < 0 || width > 8)) throw missing()
  const size = numberIn(stream.dict, names.Size) ?? 0
  const index = stream.dict.has(INDEX) ? numbersIn(stream.dict, INDEX) : [0, size]
  let at = 0
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const first = index[pair] as number
    const count = index[pair + 1] as number
    if (count < 0 || count > MAX_OBJECTS || at + count * rowBytes > rows.length) throw missing()
    budget.spendObjects(count)
    for (let number = first; number < first + count; number++, at += rowBytes) {
      const type = typeBytes === 0 ? IN_FILE : bigEndian(rows, at, typeBytes)
      const second = bigEndian(rows, at + typeBytes, secondBytes)
      const third = bigEndian(rows, at + typeBytes + secondBytes, thirdBytes)
      if (entries.has(number)) continue
      if (type === IN_FILE) entries.set(number, { offset: second })
      else if (type === IN_STREAM) entries.set(number, { stream: second, index: third })
      else if (type === FREE) entries.set(number, undefined)
    }
  }
  return stream.dict
}

function missing(): Unreadable {
  return unreadable(
    'The table of objects at the end of this PDF is missing or damaged; the file is not whole.',
  )
}

function bigEndian(bytes: Uint8Array, start: number, count: number): number {
  let value = 0
  for (let at = start; at < start + count; at++) value = value * 256 + (bytes[at] as number)
  return value
}

function numberIn(dict: PDFDict, key: PDFName): number | undefined {
  const value = dict.get(key)
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

function numbersIn(dict: PDFDict, key: PDFName): number[] {
  const value = dict.get(key)
  if (!(value instanceof PDFArray)) return []
  return value.asArray().map((item) => (item instanceof PDFNumber ? item.asNumber() : -1))
}
