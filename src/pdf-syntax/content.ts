// Bytes of a content stream in, one operator after another with its operands out. Nothing is copied until asked for.
import { isSpace, Lexer, PdfSyntaxError, Token, type TokenKind } from './lexer.js'
import { hexCodesAt, hexStringAt, literalStringAt, nameAt, numberAt } from './values.js'

const E = 0x45
const I = 0x49

/** Every operator of ISO 32000-1, annex A, so that names need not be decoded again and again. */
const operatorNames = new Map<number, string>()
for (const name of (
  'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q ' +
  're RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'
).split(' ')) {
  let code = 0
  for (let at = 0; at < name.length; at++) code = code * 256 + name.charCodeAt(at)
  operatorNames.set(code, name)
}

/** Longest operator is three bytes; longer words are decoded one by one. */
const LONGEST_OPERATOR = 3

/**
 * Walks over operators: call `next()`, then read `operator`, `start`, `end` and the operands.
 * Operands are a flat list of tokens: the brackets of arrays and dictionaries are tokens of their own.
 * An inline image is one operator `BI` that ends after `EI`; its operands are the tokens between `BI` and `ID`.
 * Bytes that are no PDF syntax throw a `PdfSyntaxError`.
 */
export class ContentReader {
  readonly bytes: Uint8Array
  operator = ''
  /** First byte of the first operand, or of the operator when it has none. */
  start = 0
  /** After the last byte of the operator. */
  end = 0
  /** Number of operand tokens. */
  count = 0
  private readonly lexer: Lexer
  private readonly kinds: TokenKind[] = []
  private readonly starts: number[] = []
  private readonly ends: number[] = []

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.lexer = new Lexer(bytes)
  }

  /** Moves to the next operator; false at the end. Operands without an operator at the end are dropped. */
  next(): boolean {
    const { lexer } = this
    this.count = 0
    while (lexer.next()) {
      if (lexer.kind !== Token.word) this.push()
      else {
        const word = this.word()
        if (word === 'true' || word === 'false' || word === 'null') this.push()
        else {
          this.operator = word
          if (this.count === 0) this.start = lexer.start
          this.end = lexer.end
          if (word === 'BI') this.inlineImage()
          return true
        }
      }
    }
    return false
  }

  kind(index: number): TokenKind | undefined {
    return index < this.count ? this.kinds[index] : undefined
  }

  /** Value of a number, 0 when the operand is missing or no number. */
  number(index: number): number {
    if (this.kind(index) !== Token.number) return 0
    return numberAt(this.bytes, this.starts[index] as number, this.ends[index] as number)
  }

  /** A name without its slash, undefined when the operand is none. */
  name(index: number): string | undefined {
    if (this.kind(index) !== Token.name) return undefined
    return nameAt(this.bytes, this.starts[index] as number, this.ends[index] as number)
  }

  /** Bytes of a string, literal or hexadecimal; undefined when the operand is none. */
  string(index: number): Uint8Array | undefined {
    const kind = this.kind(index)
    if (kind === Token.hex) {
      return hexStringAt(this.bytes, this.starts[index] as number, this.ends[index] as number)
    }
    if (kind !== Token.literal) return undefined
    return literalStringAt(this.bytes, this.starts[index] as number, this.ends[index] as number)
  }

  /** Character codes of a string, each of so many bytes; a last code that is cut short is dropped. Empty when it is no string. */
  codes(index: number, codeBytes: number): readonly number[] {
    const kind = this.kind(index)
    if (kind === Token.hex) {
      return hexCodesAt(this.bytes, this.starts[index] as number, this.ends[index] as number, codeBytes)
    }
    const codes: number[] = []
    const bytes = kind === Token.literal ? this.string(index) : undefined
    for (let at = 0; bytes && at + codeBytes <= bytes.length; at += codeBytes) {
      let code = 0
      for (let next = at; next < at + codeBytes; next++) code = code * 256 + (bytes[next] as number)
      codes.push(code)
    }
    return codes
  }

  /** Index of the token that follows `/key` in the operand dictionary, -1 when there is no such key. */
  valueOf(key: string): number {
    let depth = 0
    let isKey = true
    for (let index = 0; index < this.count; index++) {
      const kind = this.kinds[index]
      if (kind === Token.dictOpen || kind === Token.arrayOpen) depth++
      else if (kind === Token.dictClose || kind === Token.arrayClose) depth--
      else if (depth === 1 && isKey) {
        if (this.name(index) === key) return index + 1 < this.count ? index + 1 : -1
        isKey = false
        continue
      }
      if (depth === 1) isKey = true
    }
    return -1
  }

  private push(): void {
    const { lexer, count } = this
    if (count === 0) this.start = lexer.start
    this.kinds[count] = lexer.kind
    this.starts[count] = lexer.start
    this.ends[count] = lexer.end
    this.count = count + 1
  }

  private word(): string {
    const { bytes } = this
    const { start, end } = this.lexer
    let code = 0
    if (end - start <= LONGEST_OPERATOR) {
      for (let at = start; at < end; at++) code = code * 256 + (bytes[at] as number)
      const known = operatorNames.get(code)
      if (known !== undefined) return known
    }
    return String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 64)))
  }

  /** Reads the dictionary of an inline image as operands and skips its data: `ID`, one space, bytes, space, `EI`. */
  private inlineImage(): void {
    const { lexer, bytes } = this
    const begin = lexer.start
    while (lexer.next()) {
      if (lexer.kind !== Token.word || this.word() !== 'ID') {
        this.push()
        continue
      }
      for (let at = lexer.end + 1; at < bytes.length - 1; at++) {
        if (bytes[at] === E && bytes[at + 1] === I && isSpace(bytes[at - 1]) && isSpace(bytes[at + 2])) {
          this.start = begin
          this.end = lexer.position = at + 2
          return
        }
      }
      break
    }
    throw new PdfSyntaxError('An inline image without an end', begin)
  }
}
