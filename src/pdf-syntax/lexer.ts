// Bytes of PDF or PostScript syntax in, one token after another out; the ground under content streams and CMaps.

/** What a token is. Numbers are not computed until asked for. */
export const Token = {
  number: 0,
  name: 1,
  literal: 2,
  hex: 3,
  arrayOpen: 4,
  arrayClose: 5,
  dictOpen: 6,
  dictClose: 7,
  /** An operator, or `true`, `false`, `null`. */
  word: 8,
} as const
export type TokenKind = (typeof Token)[keyof typeof Token]

/** Bytes that are no PDF syntax; `offset` counts within the bytes that were read. */
export class PdfSyntaxError extends Error {
  override readonly name = 'PdfSyntaxError'
  readonly offset: number

  constructor(message: string, offset: number) {
    super(`${message} at byte ${offset}`)
    this.offset = offset
  }
}

const REGULAR = 0
const SPACE = 1
const DELIMITER = 2

/** Class of each byte (ISO 32000-1, 7.2.2). */
const classOf = new Uint8Array(256)
for (const byte of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) classOf[byte] = SPACE
for (const char of '()<>[]{}/%') classOf[char.charCodeAt(0)] = DELIMITER

const LF = 0x0a
const CR = 0x0d
const PERCENT = 0x25
const OPEN_PAREN = 0x28
const CLOSE_PAREN = 0x29
const PLUS = 0x2b
const MINUS = 0x2d
const DOT = 0x2e
const SLASH = 0x2f
const ZERO = 0x30
const NINE = 0x39
const LESS = 0x3c
const GREATER = 0x3e
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d

/** Whether the byte is white space; `undefined`, the end of the bytes, counts as such. */
export function isSpace(byte: number | undefined): boolean {
  return byte === undefined || classOf[byte] === SPACE
}

/** Walks over tokens: call `next()`, then read `kind`, `start` and `end`. */
export class Lexer {
  readonly bytes: Uint8Array
  /** Where the next token is looked for. */
  position = 0
  kind: TokenKind = Token.word
  start = 0
  /** After the last byte of the token. */
  end = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  /** Moves to the next token; false at the end of the bytes. */
  next(): boolean {
    const { bytes } = this
    const length = bytes.length
    let at = this.position
    let byte = 0
    for (; ; at++) {
      if (at >= length) {
        this.position = length
        return false
      }
      byte = bytes[at] as number
      if (classOf[byte] === SPACE) continue
      if (byte !== PERCENT) break
      while (at < length && bytes[at] !== LF && bytes[at] !== CR) at++
    }
    this.start = at
    if (classOf[byte] === REGULAR) {
      const numeric = (byte >= ZERO && byte <= NINE) || byte === MINUS || byte === DOT || byte === PLUS
      this.kind = numeric ? Token.number : Token.word
      this.end = this.position = skipRegular(bytes, at + 1)
      return true
    }
    this.end = this.position = this.delimited(byte, at)
    return true
  }

  /** Reads a token that begins with a delimiter; returns its end. */
  private delimited(byte: number, at: number): number {
    const { bytes } = this
    switch (byte) {
      case SLASH:
        this.kind = Token.name
        return skipRegular(bytes, at + 1)
      case LESS:
        if (bytes[at + 1] === LESS) {
          this.kind = Token.dictOpen
          return at + 2
        }
        this.kind = Token.hex
        return hexEnd(bytes, at)
      case GREATER:
        if (bytes[at + 1] !== GREATER) throw new PdfSyntaxError('A stray ">"', at)
        this.kind = Token.dictClose
        return at + 2
      case OPEN_PAREN:
        this.kind = Token.literal
        return literalEnd(bytes, at)
      case OPEN_BRACKET:
        this.kind = Token.arrayOpen
        return at + 1
      case CLOSE_BRACKET:
        this.kind = Token.arrayClose
        return at + 1
      case CLOSE_PAREN:
        throw new PdfSyntaxError('A stray ")"', at)
      default:
        // Braces: PostScript procedures, which neither content nor CMaps need.
        this.kind = Token.word
        return at + 1
    }
  }
}

function skipRegular(bytes: Uint8Array, at: number): number {
  const length = bytes.length
  while (at < length && classOf[bytes[at] as number] === REGULAR) at++
  return at
}

function hexEnd(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(GREATER, at)
  if (end < 0) throw new PdfSyntaxError('A hexadecimal string without an end', at)
  return end + 1
}

function literalEnd(bytes: Uint8Array, start: number): number {
  let depth = 0
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === BACKSLASH) at++
    else if (byte === OPEN_PAREN) depth++
    else if (byte === CLOSE_PAREN && --depth === 0) return at + 1
  }
  throw new PdfSyntaxError('A string without an end', start)
}
