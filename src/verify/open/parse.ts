// Bytes of one object in, the object as pdf-lib has it out; everything met on the way is gathered for the checks.
import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { isSpace, Lexer, Token } from '../../pdf-syntax/lexer.js'
import { names } from '../../pdf-syntax/names.js'
import { nameAt, numberAt } from '../../pdf-syntax/values.js'
import { MAX_NESTING, MAX_OBJECTS, tooLarge, type Unreadable, unreadable } from '../limits.js'
import { wordHere } from './tokens.js'

/** Longest name and greatest whole number that a reader must cope with (ISO 19005-2, 6.1.13). */
const LONGEST_NAME = 127
const LARGEST_INTEGER = 2_147_483_647

/** What all objects of a file hold. */
export interface Scan {
  /** Dictionaries of streams are among them. */
  readonly dicts: PDFDict[]
  readonly streams: PDFRawStream[]
  /** All but web addresses. */
  readonly strings: (PDFString | PDFHexString)[]
  /** Names and whole numbers beyond the bounds of PDF/A, as written. */
  readonly beyond: string[]
  /** Streams whose `/Length` did not lead to their end, with what they have. */
  readonly otherLengths: { readonly dict: PDFDict; readonly has: number }[]
}

const endstream = Buffer.from('endstream')
const CR = 0x0d
const LF = 0x0a
const LETTER_R = 0x52

/** Names that were read before, by a hash of their bytes: most names of a file are the same few. */
const knownNames = new Map<number, { readonly bytes: Uint8Array; readonly name: PDFName }>()
const MOST_KNOWN_NAMES = 4096

const smallNumbers = Array.from({ length: 1024 }, (_, value) => PDFNumber.of(value))

/** Reads objects of one file. */
export class ObjectParser {
  readonly scan: Scan = { dicts: [], streams: [], strings: [], beyond: [], otherLengths: [] }
  private readonly context: PDFContext
  /** Value of a `/Length` that is an object of its own. */
  private readonly lengthOf: (ref: PDFRef) => number | undefined
  private lexer = new Lexer(new Uint8Array())
  /** References by object number, which pdf-lib looks up by their text. */
  private readonly refs: (PDFRef | undefined)[] = []

  constructor(context: PDFContext, lengthOf: (ref: PDFRef) => number | undefined) {
    this.context = context
    this.lengthOf = lengthOf
  }

  /** Reads the object that begins at `start` and must be over by `end`. */
  parse(bytes: Uint8Array, start: number, end: number): PDFObject {
    const lexer = new Lexer(end < bytes.length ? bytes.subarray(0, end) : bytes)
    lexer.position = start
    this.lexer = lexer
    if (!lexer.next()) throw broken()
    const object = this.object(0)
    if (object instanceof PDFString || object instanceof PDFHexString) this.scan.strings.push(object)
    return object
  }

  private object(depth: number): PDFObject {
    const { lexer } = this
    switch (lexer.kind) {
      case Token.number:
        return this.numberOrRef()
      case Token.name:
        return this.name()
      case Token.dictOpen:
        return this.dictOrStream(depth)
      case Token.arrayOpen:
        return this.array(depth)
      case Token.hex:
      case Token.literal:
        return this.string()
      case Token.word:
        return wordObject(wordHere(lexer))
      default:
        throw broken()
    }
  }

  private numberOrRef(): PDFNumber | PDFRef {
    const { lexer } = this
    const { bytes, start, end } = lexer
    const value = numberAt(bytes, start, end)
    const ref = value >= 0 && Number.isSafeInteger(value) ? this.refHere(value) : undefined
    if (ref) return ref
    if (Number.isInteger(value) && Math.abs(value) > LARGEST_INTEGER) this.scan.beyond.push(String(value))
    return smallNumbers[value] ?? PDFNumber.of(value)
  }

  /** Looks on for a generation and `R`; goes back when they are not there. */
  private refHere(object: number): PDFRef | undefined {
    const { lexer } = this
    const { bytes, end } = lexer
    // Most numbers are no references, and what follows shows it at once.
    if (!isSpace(bytes[end]) || !isDigit(bytes[end + 1])) return undefined
    const generation =
      lexer.next() && lexer.kind === Token.number ? numberAt(bytes, lexer.start, lexer.end) : -1
    if (generation >= 0 && lexer.next() && lexer.end - lexer.start === 1 && bytes[lexer.start] === LETTER_R) {
      return this.refOf(object, generation)
    }
    lexer.position = end
    return undefined
  }

  private refOf(object: number, generation: number): PDFRef {
    if (generation !== 0 || object > MAX_OBJECTS) return PDFRef.of(object, generation)
    let ref = this.refs[object]
    if (!ref) {
      ref = PDFRef.of(object)
      this.refs[object] = ref
    }
    return ref
  }

  private name(): PDFName {
    const { bytes, start, end } = this.lexer
    let hash = end - start
    for (let at = start + 1; at < end; at++) hash = (hash * 31 + (bytes[at] as number)) | 0
    const known = knownNames.get(hash)
    if (known && equalAt(bytes, start, end, known.bytes)) return known.name
    const text = nameAt(bytes, start, end)
    if (text.length > LONGEST_NAME) this.scan.beyond.push(text)
    const name = PDFName.of(text)
    if (!known && text.length <= LONGEST_NAME && knownNames.size < MOST_KNOWN_NAMES) {
      knownNames.set(hash, { bytes: bytes.slice(start, end), name })
    }
    return name
  }

  private string(): PDFString | PDFHexString {
    const { bytes, start, end, kind } = this.lexer
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start + 1, end - start - 2).toString('latin1')
    return kind === Token.hex ? PDFHexString.of(text) : PDFString.of(text)
  }

  private array(depth: number): PDFArray {
    const { lexer } = this
    if (depth > MAX_NESTING) throw tooLarge('nests its objects too deeply')
    const array = PDFArray.withContext(this.context)
    for (;;) {
      if (!lexer.next()) throw broken()
      if (lexer.kind === Token.arrayClose) return array
      const item = this.object(depth + 1)
      if (item instanceof PDFString || item instanceof PDFHexString) this.scan.strings.push(item)
      array.push(item)
    }
  }

  private dictOrStream(depth: number): PDFDict | PDFRawStream {
    const dict = this.dict(depth)
    const { lexer } = this
    const { position } = lexer
    if (depth === 0 && lexer.next() && wordHere(lexer) === 'stream') return this.stream(dict, lexer.end)
    lexer.position = position
    return dict
  }

  private dict(depth: number): PDFDict {
    const { lexer } = this
    if (depth > MAX_NESTING) throw tooLarge('nests its objects too deeply')
    const entries = new Map<PDFName, PDFObject>()
    const dict = PDFDict.fromMapWithContext(entries, this.context)
    this.scan.dicts.push(dict)
    for (;;) {
      if (!lexer.next()) throw broken()
      if (lexer.kind === Token.dictClose) return dict
      if (lexer.kind !== Token.name) throw broken()
      const key = this.name()
      if (!lexer.next()) throw broken()
      const value = this.object(depth + 1)
      // Web addresses are judged where links are.
      const isText = value instanceof PDFString || value instanceof PDFHexString
      if (isText && key !== names.URI) this.scan.strings.push(value)
      // An entry that is null is as good as none (ISO 32000-1, 7.3.7).
      if (value !== PDFNull) entries.set(key, value)
    }
  }

  private stream(dict: PDFDict, afterKeyword: number): PDFRawStream {
    const { bytes } = this.lexer
    let start = afterKeyword
    if (bytes[start] === CR) start++
    if (bytes[start] === LF) start++
    const length = dict.get(names.Length)
    const said = length instanceof PDFRef ? this.lengthOf(length) : numberIn(length)
    let end = start + (said ?? 0)
    if (said === undefined || said < 0 || !endsAt(bytes, end)) {
      const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf(endstream)
      if (found < start) throw unreadable('A part of this PDF is cut off.')
      end = bytes[found - 1] === LF ? found - 1 : found
      if (bytes[end - 1] === CR) end--
      end = Math.max(start, end)
      this.scan.otherLengths.push({ dict, has: end - start })
    }
    const stream = PDFRawStream.of(dict, bytes.subarray(start, end))
    this.scan.streams.push(stream)
    return stream
  }
}

/** Syntax that is none. */
function broken(): Unreadable {
  return unreadable('A part of this PDF breaks the syntax of PDF.')
}

function wordObject(word: string | undefined): PDFObject {
  if (word === 'true') return PDFBool.True
  if (word === 'false') return PDFBool.False
  if (word === 'null') return PDFNull
  throw broken()
}

function numberIn(value: PDFObject | undefined): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}

function equalAt(bytes: Uint8Array, start: number, end: number, other: Uint8Array): boolean {
  if (end - start !== other.length) return false
  for (let at = 0; at < other.length; at++) if (bytes[start + at] !== other[at]) return false
  return true
}

/** Whether `endstream` follows, after at most one line end. */
function endsAt(bytes: Uint8Array, end: number): boolean {
  let at = end
  if (bytes[at] === CR) at++
  if (bytes[at] === LF) at++
  return equalAt(bytes, at, at + endstream.length, endstream)
}
