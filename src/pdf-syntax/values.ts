// Bytes of one token in, its value out: number, name or string.
import { pdfDocEncodingDecode } from '@cantoo/pdf-lib'
import { PdfSyntaxError } from './lexer.js'

const ZERO = 0x30
const NINE = 0x39
const PLUS = 0x2b
const MINUS = 0x2d
const DOT = 0x2e
const HASH = 0x23
const GREATER = 0x3e
const BACKSLASH = 0x5c
const CR = 0x0d
const LF = 0x0a

const utf8 = new TextDecoder()

/** Value of each hexadecimal digit, -1 for every other byte. */
const digitOf = new Int8Array(256).fill(-1)
for (let value = 0; value < 16; value++) {
  const digit = value.toString(16)
  digitOf[digit.charCodeAt(0)] = value
  digitOf[digit.toUpperCase().charCodeAt(0)] = value
}

/** Bytes that follow a backslash in a literal string, and what they stand for (ISO 32000-1, table 3). */
const escapes = new Map([
  [0x6e, LF],
  [0x72, CR],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
])

/** Reads a number written as PDF writes it: sign, digits, one point, no exponent. */
export function numberAt(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  let negative = false
  for (; at < end; at++) {
    if (bytes[at] === MINUS) negative = true
    else if (bytes[at] !== PLUS) break
  }
  let value = 0
  let scale = 0
  for (; at < end; at++) {
    const byte = bytes[at] as number
    if (byte >= ZERO && byte <= NINE) {
      value = value * 10 + (byte - ZERO)
      scale *= 10
    } else if (byte === DOT && scale === 0) scale = 1
    else throw new PdfSyntaxError('A number that cannot be read', start)
  }
  if (scale > 1) value /= scale
  return negative ? -value : value
}

/** Reads a name without its slash; `#41` becomes `A`. */
export function nameAt(bytes: Uint8Array, start: number, end: number): string {
  let name = ''
  for (let at = start + 1; at < end; at++) {
    let byte = bytes[at] as number
    if (byte === HASH && at + 2 < end) {
      const high = digitOf[bytes[at + 1] as number] as number
      const low = digitOf[bytes[at + 2] as number] as number
      if (high >= 0 && low >= 0) {
        byte = high * 16 + low
        at += 2
      }
    }
    name += String.fromCharCode(byte)
  }
  return name
}

/** Reads `<…>` as bytes; white space is skipped, a missing last digit is 0 (ISO 32000-1, 7.3.4.3). */
export function hexStringAt(bytes: Uint8Array, start: number, end: number): Uint8Array {
  return Uint8Array.from(hexCodesAt(bytes, start, end, 1))
}

/** Reads the codes of `<…>`, each of so many bytes; a code that is cut short within its last byte ends in 0. */
export function hexCodesAt(bytes: Uint8Array, start: number, end: number, codeBytes: number): number[] {
  const size = codeBytes * 2
  // Most strings of a browser are one glyph long, and an array that grows by one item makes room for many.
  const codes: number[] = end - start === size + 2 ? [0] : []
  let count = 0
  let code = 0
  let digits = 0
  for (let at = start + 1; at < end; at++) {
    const byte = bytes[at] as number
    if (byte === GREATER) break
    const digit = digitOf[byte] as number
    if (digit < 0) continue
    code = code * 16 + digit
    if (++digits === size) {
      codes[count++] = code
      code = digits = 0
    }
  }
  if (digits === size - 1) codes[count++] = code * 16
  if (codes.length !== count) codes.length = count
  return codes
}

/** Reads `(…)` with its escapes, line ends and nested brackets (ISO 32000-1, 7.3.4.2). */
export function literalStringAt(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const out = new Uint8Array(Math.max(0, end - start - 2))
  let length = 0
  for (let at = start + 1; at < end - 1; at++) {
    let byte = bytes[at] as number
    if (byte === CR) {
      if (bytes[at + 1] === LF) at++
      byte = LF
    } else if (byte === BACKSLASH) {
      byte = bytes[++at] as number
      if (byte === LF) continue
      if (byte === CR) {
        if (bytes[at + 1] === LF) at++
        continue
      }
      if (isOctal(byte)) {
        let value = byte - ZERO
        for (let more = 0; more < 2 && isOctal(bytes[at + 1]); more++) {
          value = value * 8 + ((bytes[++at] as number) - ZERO)
        }
        byte = value & 0xff
      } else byte = escapes.get(byte) ?? byte
    }
    out[length++] = byte
  }
  return out.subarray(0, length)
}

function isOctal(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte < ZERO + 8
}

/** Text of a string: UTF-16BE or UTF-8 by their marks, else PDFDocEncoding (ISO 32000-1, 7.9.2.2). */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    let text = ''
    for (let at = 2; at + 1 < bytes.length; at += 2) {
      text += String.fromCharCode((bytes[at] as number) * 256 + (bytes[at + 1] as number))
    }
    return text
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8.decode(bytes.subarray(3))
  return pdfDocEncodingDecode(bytes)
}
