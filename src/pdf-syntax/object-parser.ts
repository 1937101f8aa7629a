// Bytes of PDF objects in, objects as pdf-lib has them out. For sound files: whatever must be guessed is an error.
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
import { Lexer, PdfSyntaxError, Token } from './lexer.js'
import { names } from './names.js'
import { nameAt, numberAt } from './values.js'

const LF = 0x0a
const CR = 0x0d
const DIGIT_0 = 0x30
const DIGIT_9 = 0x39

/** Objects nest no deeper in any file that is not meant to do harm. */
const DEEPEST = 100

/** Reads a file from its first object to its trailer, each object where the one before ends. */
export class ObjectParser {
  private readonly lexer: Lexer
  private readonly known = new Map<string, PDFName>()

  constructor(
    private readonly bytes: Uint8Array,
    private readonly context: PDFContext,
  ) {
    this.lexer = new Lexer(bytes)
  }

  /** Reads all objects into the context; returns the trailer. A file without a classic trailer is an error. */
  readAll(): PDFDict {
    while (this.next()) {
      if (this.lexer.kind === Token.number) this.indirectObject()
      else if (this.word() === 'trailer') return this.trailer()
      else if (this.word() === 'xref') this.skipTable()
      else throw this.broken()
    }
    throw this.broken()
  }

  private indirectObject(): void {
    const number = this.number()
    const generation = this.need(Token.number) ? this.number() : 0
    this.needWord('obj')
    this.next()
    const object = this.object(0)
    this.context.assign(PDFRef.of(number, generation), object)
    this.needWord('endobj')
  }

  /** The table of places: objects are read where they are. */
  private skipTable(): void {
    const at = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length).indexOf(
      'trailer',
      this.lexer.position,
    )
    if (at < 0) throw this.broken()
    this.lexer.position = at
  }

  private trailer(): PDFDict {
    this.need(Token.dictOpen)
    const trailer = this.dict(0)
    if (trailer.has(names.Prev) || trailer.has(names.XRefStm)) throw this.broken()
    return trailer
  }

  private object(depth: number): PDFObject {
    const { lexer } = this
    if (depth > DEEPEST) throw this.broken()
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
        return PDFHexString.of(this.inner())
      case Token.literal:
        return PDFString.of(this.inner())
      case Token.word:
        return this.constant()
      default:
        throw this.broken()
    }
  }

  private numberOrRef(): PDFObject {
    const { lexer } = this
    const number = this.number()
    const { end } = lexer
    const after = this.bytes[end + 1] ?? 0
    if (after >= DIGIT_0 && after <= DIGIT_9 && Number.isInteger(number) && this.next()) {
      const generation = lexer.kind === Token.number ? this.number() : -1
      if (generation >= 0 && this.next() && this.word() === 'R') return PDFRef.of(number, generation)
      lexer.position = end
    }
    return PDFNumber.of(number)
  }

  /** Most names of a file are the same few, and pdf-lib makes each by a regular expression. */
  private name(): PDFName {
    const { start, end } = this.lexer
    const written = nameAt(this.bytes, start, end)
    let name = this.known.get(written)
    if (!name) {
      name = PDFName.of(written)
      this.known.set(written, name)
    }
    return name
  }

  private array(depth: number): PDFArray {
    const array = PDFArray.withContext(this.context)
    while (this.next() && this.lexer.kind !== Token.arrayClose) array.push(this.object(depth + 1))
    return array
  }

  private dict(depth: number): PDFDict {
    const entries = new Map<PDFName, PDFObject>()
    while (this.next() && this.lexer.kind === Token.name) {
      const key = this.name()
      this.next()
      entries.set(key, this.object(depth + 1))
    }
    if (this.lexer.kind !== Token.dictClose) throw this.broken()
    return PDFDict.fromMapWithContext(entries, this.context)
  }

  private dictOrStream(depth: number): PDFDict | PDFRawStream {
    const { lexer, bytes } = this
    const dict = this.dict(depth)
    const { position } = lexer
    if (depth > 0 || !this.next() || this.word() !== 'stream') {
      lexer.position = position
      return dict
    }
    let start = lexer.end
    if (bytes[start] === CR) start++
    if (bytes[start] === LF) start++
    const length = dict.get(names.Length)
    if (!(length instanceof PDFNumber)) throw this.broken()
    lexer.position = start + length.asNumber()
    this.needWord('endstream')
    return PDFRawStream.of(dict, bytes.subarray(start, start + length.asNumber()))
  }

  private constant(): PDFObject {
    const word = this.word()
    if (word === 'null') return PDFNull
    if (word === 'true') return PDFBool.True
    if (word === 'false') return PDFBool.False
    throw this.broken()
  }

  private next(): boolean {
    return this.lexer.next()
  }

  private need(kind: number): boolean {
    if (!this.next() || this.lexer.kind !== kind) throw this.broken()
    return true
  }

  private needWord(word: string): void {
    this.need(Token.word)
    if (this.word() !== word) throw this.broken()
  }

  private number(): number {
    return numberAt(this.bytes, this.lexer.start, this.lexer.end)
  }

  private word(): string {
    return this.lexer.kind === Token.word ? this.latin(this.lexer.start, this.lexer.end) : ''
  }

  private inner(): string {
    return this.latin(this.lexer.start + 1, this.lexer.end - 1)
  }

  private latin(start: number, end: number): string {
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, end - start).toString('latin1')
  }

  private broken(): PdfSyntaxError {
    return new PdfSyntaxError('An object that cannot be read', this.lexer.start)
  }
}
