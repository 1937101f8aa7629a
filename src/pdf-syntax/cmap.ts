// Bytes of a ToUnicode CMap in, a map from character code to text out (ISO 32000-1, 9.10.3).
import { Lexer, Token } from './lexer.js'
import { hexStringAt } from './values.js'

/** All ranges of one CMap name at most this many codes (twice all of two bytes), so that a broken file costs little. */
const MOST_CODES = 0x20000

export interface ToUnicode {
  /** Text of each code. */
  readonly text: ReadonlyMap<number, string>
  /** Bytes a code has in strings, as the code space says; 0 when the CMap has none. */
  readonly codeBytes: number
}

/** Reads the `bfchar` and `bfrange` tables; anything else in the CMap is skipped. */
export function readToUnicode(bytes: Uint8Array): ToUnicode {
  const lexer = new Lexer(bytes)
  const text = new Map<number, string>()
  let codeBytes = 0
  let budget = MOST_CODES
  while (lexer.next()) {
    if (lexer.kind !== Token.word) continue
    switch (wordOf(lexer)) {
      case 'begincodespacerange':
        codeBytes = readCodeSpace(lexer, codeBytes)
        break
      case 'beginbfchar':
        readChars(lexer, text)
        break
      case 'beginbfrange':
        budget = readRanges(lexer, text, budget)
        break
    }
  }
  return { text, codeBytes }
}

function wordOf(lexer: Lexer): string {
  return String.fromCharCode(...lexer.bytes.subarray(lexer.start, Math.min(lexer.end, lexer.start + 32)))
}

function hexOf(lexer: Lexer): Uint8Array {
  return hexStringAt(lexer.bytes, lexer.start, lexer.end)
}

function readCodeSpace(lexer: Lexer, before: number): number {
  let codeBytes = before
  while (lexer.next() && lexer.kind === Token.hex) codeBytes = Math.max(codeBytes, hexOf(lexer).length)
  return codeBytes
}

function readChars(lexer: Lexer, text: Map<number, string>): void {
  while (lexer.next() && lexer.kind === Token.hex) {
    const code = codeOf(hexOf(lexer))
    if (!lexer.next()) return
    if (lexer.kind === Token.hex) text.set(code, utf16(hexOf(lexer)))
  }
}

function readRanges(lexer: Lexer, text: Map<number, string>, budget: number): number {
  let left = budget
  while (lexer.next() && lexer.kind === Token.hex) {
    const first = codeOf(hexOf(lexer))
    if (!lexer.next() || lexer.kind !== Token.hex) return left
    const last = codeOf(hexOf(lexer))
    if (!lexer.next()) return left
    if (lexer.kind === Token.hex) {
      const target = hexOf(lexer)
      for (let code = first; code <= last && left-- > 0; code++) text.set(code, utf16(target, code - first))
    } else if (lexer.kind === Token.arrayOpen) {
      for (let code = first; lexer.next() && lexer.kind === Token.hex; code++)
        text.set(code, utf16(hexOf(lexer)))
    }
  }
  return left
}

/** A code as a number, its first byte being the highest. */
export function codeOf(bytes: Uint8Array): number {
  let code = 0
  for (const byte of bytes) code = code * 256 + byte
  return code
}

/** UTF-16BE to a string; `add` goes to the last unit, as ranges count. One byte alone is a character too. */
function utf16(bytes: Uint8Array, add = 0): string {
  if (bytes.length === 1) return String.fromCharCode((bytes[0] as number) + add)
  let text = ''
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = (bytes[at] as number) * 256 + (bytes[at + 1] as number)
    text += String.fromCharCode(at + 3 < bytes.length ? unit : unit + add)
  }
  return text
}
