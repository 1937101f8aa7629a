// The finished objects in; bytes out: only what is reachable, in one object stream, with an identifier made of the content.
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { PDFContext } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'

/** Marks the file as binary (ISO 32000-1, 7.5.2). */
const HEADER = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'

/** Bytes of a file identifier (ISO 32000-1, 14.4). */
const ID_BYTES = 16

/** Bytes of the three columns of the cross-reference stream: kind, place, index. */
const COLUMNS = [1, 4, 2] as const
const ENTRY = 7

/** Place of an object: a byte of the file, or an index in the object stream. */
type Entry = { readonly offset: number } | { readonly index: number }

/**
 * Writes the file. Objects are numbered in the order in which they are reached from the catalog, so that nothing is
 * left of how the browser numbered them; what is not reached is not written. The identifier is a hash of all bytes.
 */
export function save(context: PDFContext): Uint8Array {
  const file = new FileWriter(context)
  const root = file.reference(context.trailerInfo.Root)
  const info = file.reference(context.trailerInfo.Info)
  const bytes = file.finish(root, info)
  const id = createHash('sha256')
    .update(bytes)
    .digest('hex')
    .slice(0, ID_BYTES * 2)
  for (let count = 0; count < 2; count++) bytes.write(id, bytes.lastIndexOf(`<${blankId}>`) + 1, 'latin1')
  return bytes
}

/** Stands where the identifier will; it is in the last object of the file, twice. */
const blankId = '0'.repeat(ID_BYTES * 2)

class FileWriter {
  private readonly parts: Uint8Array[] = []
  private size = 0
  private readonly numbers = new Map<PDFRef, number>()
  private readonly queue: PDFRef[] = []
  private readonly entries: Entry[] = []
  private readonly packed: { readonly number: number; readonly text: string }[] = []

  constructor(private readonly context: PDFContext) {
    this.put(Buffer.from(HEADER, 'latin1'))
  }

  /** Text of a reference to an object, which will be written for it. */
  reference(object: PDFObject | undefined): string {
    return object instanceof PDFRef ? `${this.numberOf(object)} 0 R` : this.text(object)
  }

  /** Writes all objects that have been referred to, and what ends a file. */
  finish(root: string, info: string): Buffer {
    for (let at = 0; at < this.queue.length; at++) this.write(this.queue[at] as PDFRef)
    const stream = this.writePacked()
    const start = this.size
    const last = this.numbers.size + 2
    this.entries[last] = { offset: start }
    const table = deflateSync(this.table(last + 1, stream))
    const id = `[<${blankId}><${blankId}>]`
    const entries = `/Type/XRef/Size ${last + 1}/W[${COLUMNS.join(' ')}]/Root ${root}/Info ${info}/ID${id}/Filter/FlateDecode`
    this.putStream(last, `<<${entries}/Length ${table.length}>>`, table)
    this.put(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'))
    return Buffer.concat(this.parts, this.size)
  }

  private numberOf(ref: PDFRef): number {
    let number = this.numbers.get(ref)
    if (number === undefined) {
      number = this.numbers.size + 1
      this.numbers.set(ref, number)
      this.queue.push(ref)
    }
    return number
  }

  private write(ref: PDFRef): void {
    const number = this.numberOf(ref)
    const object = this.context.lookup(ref)
    if (object instanceof PDFRawStream) {
      object.updateDict()
      this.entries[number] = { offset: this.size }
      this.putStream(number, this.text(object.dict), object.contents)
    } else {
      this.entries[number] = { index: this.packed.length }
      this.packed.push({ number, text: this.text(object) })
    }
  }

  /** Writes all objects but streams as one stream; returns its number. */
  private writePacked(): number {
    const number = this.numbers.size + 1
    let places = ''
    let offset = 0
    for (const { number: of, text } of this.packed) {
      places += `${of} ${offset} `
      offset += text.length + 1
    }
    const texts = this.packed.map(({ text }) => text).join('\n')
    const packed = deflateSync(Buffer.from(places + texts, 'latin1'))
    const entries = `/Type/ObjStm/N ${this.packed.length}/First ${places.length}/Filter/FlateDecode`
    this.entries[number] = { offset: this.size }
    this.putStream(number, `<<${entries}/Length ${packed.length}>>`, packed)
    return number
  }

  /** The cross-reference table (ISO 32000-1, 7.5.8.3). */
  private table(count: number, stream: number): Buffer {
    const table = Buffer.alloc(count * ENTRY)
    table.writeUInt16BE(0xffff, ENTRY - 2)
    this.entries.forEach((entry, number) => {
      const at = number * ENTRY
      table[at] = 'offset' in entry ? 1 : 2
      table.writeUInt32BE('offset' in entry ? entry.offset : stream, at + COLUMNS[0])
      table.writeUInt16BE('offset' in entry ? 0 : entry.index, at + COLUMNS[0] + COLUMNS[1])
    })
    return table
  }

  /** An object as PDF writes it, in characters of one byte each. */
  private text(object: PDFObject | undefined): string {
    if (object instanceof PDFRef) return `${this.numberOf(object)} 0 R`
    if (object instanceof PDFDict) {
      let text = '<<'
      for (const [key, value] of object.entries()) text += `${key.asString()} ${this.text(value)}`
      return `${text}>>`
    }
    if (object instanceof PDFArray) {
      let text = '['
      for (let index = 0; index < object.size(); index++) {
        text += index === 0 ? this.text(object.get(index)) : ` ${this.text(object.get(index))}`
      }
      return `${text}]`
    }
    return object === undefined ? 'null' : object.toString()
  }

  private putStream(number: number, dict: string, contents: Uint8Array): void {
    this.put(Buffer.from(`${number} 0 obj\n${dict}\nstream\n`, 'latin1'))
    this.put(contents)
    this.put(Buffer.from('\nendstream\nendobj\n', 'latin1'))
  }

  private put(bytes: Uint8Array): void {
    this.parts.push(bytes)
    this.size += bytes.length
  }
}
