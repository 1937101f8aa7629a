// Bytes of a WOFF2 file -> the characters it has glyphs for, and the name a PDF knows it by. Glyphs are not decoded.
import { brotliDecompressSync } from 'node:zlib'

export interface FontProgram {
  /** Code points with a glyph of their own. */
  readonly characters: ReadonlySet<number>
  /** PostScript name, as `/BaseFont` has it behind the prefix of its subset. */
  readonly postScriptName: string
}

/** Tables by the number the directory has for them (W3C WOFF2, 5.2); the names of others are written out. */
const knownTables: Readonly<Record<number, string>> = { 0: 'cmap', 5: 'name', 10: 'glyf', 11: 'loca' }
const WRITTEN_OUT = 63

const HEADER_SIZE = 48
const POSTSCRIPT_NAME = 6

/** Subtables of `cmap`: segments for the first plane, groups for all planes. */
const SEGMENTS = 4
const GROUPS = 12

/**
 * Reads what is asked of a font.
 *
 * @throws Error for bytes that are no WOFF2 file with a character map
 */
export function readWoff2(file: Uint8Array): FontProgram {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.toString('latin1', 0, 4) !== 'wOF2') throw new Error('This is no WOFF2 file')
  const tables = readTables(bytes)
  const [cmap, name] = [tables.get('cmap'), tables.get('name')]
  if (!cmap || !name) throw new Error('This font has no character map or no name')
  return { characters: readCharacters(cmap), postScriptName: readPostScriptName(name) }
}

/** Tables that are stored as they are; `glyf` and `loca` are transformed, and are not looked at. */
function readTables(bytes: Buffer): Map<string, Buffer> {
  const places: { tag: string; length: number }[] = []
  let at = HEADER_SIZE
  const readLength = (): number => {
    for (let value = 0; ; ) {
      const byte = bytes.readUInt8(at++)
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  for (let left = bytes.readUInt16BE(12); left > 0; left--) {
    const flags = bytes.readUInt8(at++)
    const number = flags & 63
    let tag = knownTables[number] ?? ''
    if (number === WRITTEN_OUT) {
      tag = bytes.toString('latin1', at, at + 4)
      at += 4
    }
    const length = readLength()
    const version = flags >> 6
    // The one transformation there is has version 0 for glyphs, and any other for the rest (5.3).
    const transformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0
    places.push({ tag, length: transformed ? readLength() : length })
  }
  const data = brotliDecompressSync(bytes.subarray(at, at + bytes.readUInt32BE(20)))
  const tables = new Map<string, Buffer>()
  let start = 0
  for (const { tag, length } of places) {
    tables.set(tag, data.subarray(start, start + length))
    start += length
  }
  return tables
}

function readCharacters(cmap: Buffer): Set<number> {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.subarray(cmap.readUInt32BE(8 + index * 8)),
  )
  const withFormat = (format: number) => subtables.find((table) => table.readUInt16BE(0) === format)
  const groups = withFormat(GROUPS)
  if (groups) return fromGroups(groups)
  const segments = withFormat(SEGMENTS)
  if (!segments) throw new Error('This font has no character map that can be read')
  return fromSegments(segments)
}

function fromGroups(table: Buffer): Set<number> {
  const found = new Set<number>()
  for (let index = 0; index < table.readUInt32BE(12); index++) {
    const at = 16 + index * 12
    for (let code = table.readUInt32BE(at); code <= table.readUInt32BE(at + 4); code++) found.add(code)
  }
  return found
}

function fromSegments(table: Buffer): Set<number> {
  const found = new Set<number>()
  const size = table.readUInt16BE(6)
  const [ends, starts, deltas, ranges] = [14, 16 + size, 16 + size * 2, 16 + size * 3]
  for (let segment = 0; segment < size; segment += 2) {
    const [start, end] = [table.readUInt16BE(starts + segment), table.readUInt16BE(ends + segment)]
    const range = table.readUInt16BE(ranges + segment)
    // The last segment ends at a code that stands for nothing.
    for (let code = start; code <= end && code < 0xffff; code++) {
      const listed = range === 0 ? code : table.readUInt16BE(ranges + segment + range + (code - start) * 2)
      if (listed !== 0 && ((listed + table.readUInt16BE(deltas + segment)) & 0xffff) !== 0) found.add(code)
    }
  }
  return found
}

function readPostScriptName(table: Buffer): string {
  const strings = table.readUInt16BE(4)
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const at = 6 + index * 12
    if (table.readUInt16BE(at + 6) !== POSTSCRIPT_NAME) continue
    const start = strings + table.readUInt16BE(at + 10)
    const text = table.subarray(start, start + table.readUInt16BE(at + 8))
    // Unicode and Windows have two bytes a letter, Macintosh one; the name is plain ASCII in all of them.
    return text.toString('latin1').replaceAll('\0', '')
  }
  return ''
}
