// The table of objects in, all objects in the context out. Each object is read within its own bytes, so work is linear.
import { type PDFContext, type PDFDict, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { Lexer } from '../../pdf-syntax/lexer.js'
import { names } from '../../pdf-syntax/names.js'
import { numberOf } from '../../pdf-syntax/objects.js'
import { type Budget, type Unreadable, unreadable } from '../limits.js'
import { ObjectParser, type Scan } from './parse.js'
import { nextInteger, nextWord } from './tokens.js'
import { unpack } from './unpack.js'
import { readXref, type Xref } from './xref.js'

export class ObjectLoader {
  private readonly bytes: Uint8Array
  private readonly context: PDFContext
  private readonly budget: Budget
  private readonly parser: ObjectParser
  private xref: Xref | undefined

  constructor(bytes: Uint8Array, context: PDFContext, budget: Budget) {
    this.bytes = bytes
    this.context = context
    this.budget = budget
    this.parser = new ObjectParser(context, (ref) => this.lengthAt(ref))
  }

  get scan(): Scan {
    return this.parser.scan
  }

  /** Reads the table that begins at a byte; returns the trailer. */
  openTable(start: number): PDFDict {
    this.xref = readXref(this.bytes, start, this.parser, this.budget)
    return this.xref.trailer
  }

  /** Reads every object that the table knows. */
  loadAll(): void {
    const entries = this.xref?.entries ?? new Map()
    const offsets = [...(this.xref?.sections ?? []), this.bytes.length]
    const packed = new Map<number, Set<number>>()
    for (const [number, entry] of entries) {
      if ('offset' in entry) offsets.push(entry.offset)
      else {
        const wanted = packed.get(entry.stream)
        if (wanted) wanted.add(number)
        else packed.set(entry.stream, new Set([number]))
      }
    }
    const next = followers(offsets)
    for (const [number, entry] of entries) {
      if ('offset' in entry) this.load(number, entry.offset, next.get(entry.offset) ?? this.bytes.length)
    }
    for (const [number, wanted] of packed) this.loadPacked(number, wanted)
  }

  private load(number: number, offset: number, end: number): void {
    const { bytes, context, parser } = this
    const [generation, begin] = this.headerAt(number, offset)
    context.assign(PDFRef.of(number, generation), parser.parse(bytes, begin, end))
  }

  /** Reads `12 0 obj`; returns the generation and where the object begins. */
  private headerAt(number: number, offset: number): [number, number] {
    const lexer = new Lexer(this.bytes)
    lexer.position = offset
    const found = offset < this.bytes.length ? nextInteger(lexer) : undefined
    const generation = nextInteger(lexer)
    if (found !== number || generation === undefined || nextWord(lexer) !== 'obj') {
      throw unreadable(
        `Object ${number} of this PDF is not where its table says; the file is damaged or cut off.`,
      )
    }
    return [generation, lexer.position]
  }

  /** Reads the wanted objects of an object stream (ISO 32000-1, 7.5.7). */
  private loadPacked(number: number, wanted: ReadonlySet<number>): void {
    const { context, parser } = this
    const damaged = (): Unreadable => unreadable(`Object stream ${number} of this PDF is damaged.`)
    const stream = context.lookup(PDFRef.of(number))
    const bytes = stream instanceof PDFRawStream ? unpack(stream, this.budget) : undefined
    if (!(stream instanceof PDFRawStream) || !bytes) throw damaged()
    const first = numberOf(context, stream.dict.get(names.First)) ?? -1
    const count = numberOf(context, stream.dict.get(names.N)) ?? -1
    if (first < 0 || first > bytes.length || count < 0 || count * 2 > first) throw damaged()
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
      context.assign(PDFRef.of(object), parser.parse(bytes, offset, next.get(offset) ?? bytes.length))
    }
  }

  /** A `/Length` that is an object of the file itself; those in object streams are not known yet. */
  private lengthAt(ref: PDFRef): number | undefined {
    const entry = this.xref?.entries.get(ref.objectNumber)
    if (!entry || !('offset' in entry)) return undefined
    const [, begin] = this.headerAt(ref.objectNumber, entry.offset)
    const lexer = new Lexer(this.bytes)
    lexer.position = begin
    return nextInteger(lexer)
  }
}

/** For each offset the next greater one: no object reaches over it. */
function followers(offsets: number[]): Map<number, number> {
  const sorted = [...new Set(offsets)].sort((a, b) => a - b)
  return new Map(sorted.map((offset, index) => [offset, sorted[index + 1] ?? offset]))
}
