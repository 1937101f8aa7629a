// A lexer in, the next whole number or word out; undefined when something else comes.
import { type Lexer, Token } from '../../pdf-syntax/lexer.js'
import { numberAt } from '../../pdf-syntax/values.js'

/** Words longer than this are no keyword of a file's structure. */
const LONGEST_KEYWORD = 16

/** Moves on; undefined when the next token is not a whole number from 0. */
export function nextInteger(lexer: Lexer): number | undefined {
  return lexer.next() ? integerHere(lexer) : undefined
}

/** Moves on; undefined when the next token is no word. */
export function nextWord(lexer: Lexer): string | undefined {
  return lexer.next() ? wordHere(lexer) : undefined
}

/** The token that the lexer stands on, as a whole number from 0. */
export function integerHere(lexer: Lexer): number | undefined {
  if (lexer.kind !== Token.number) return undefined
  const value = numberAt(lexer.bytes, lexer.start, lexer.end)
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

/** The token that the lexer stands on, as a word. */
export function wordHere(lexer: Lexer): string | undefined {
  if (lexer.kind !== Token.word || lexer.end - lexer.start > LONGEST_KEYWORD) return undefined
  return String.fromCharCode(...lexer.bytes.subarray(lexer.start, lexer.end))
}
