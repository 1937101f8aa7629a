// A source text and the place of a message -> the line as it is shown, and the carets below it.
import type { VFileMessage } from 'vfile-message'
import { visible } from './visible.js'

/** A line of a terminal, less the margin. Longer lines are shown around the place. */
const maxShown = 96
/** So much of a long line is shown before the place. */
const before = 32

export interface Excerpt {
  readonly line: number
  /** The line, or the part of it around the place. */
  readonly text: string
  /** Blanks and carets: `   ^^^`. */
  readonly carets: string
}

/** Lines of a text, as its messages count them. */
export function linesOf(source: string): string[] {
  return source.split(/\r\n?|\n/)
}

/** The line a message is about; none when it has no place, or none in this text. */
export function excerptOf(lines: readonly string[], message: VFileMessage): Excerpt | undefined {
  const { line, column } = message
  const whole = line === undefined ? undefined : lines[line - 1]
  if (line === undefined || whole === undefined || whole.trim() === '') return undefined
  const at = Math.min(Math.max((column ?? 1) - 1, 0), whole.length)
  const last = endOn(line, message) ?? at + 1
  const from = whole.length > maxShown ? Math.max(0, Math.min(at - before, whole.length - maxShown)) : 0
  const to = Math.min(whole.length, from + maxShown)
  const [cutBefore, cutAfter] = [from > 0 ? '…' : '', to < whole.length ? '…' : '']
  const marked = Math.max(1, columnsOf(whole.slice(at, Math.min(last, to))))
  return {
    line,
    text: cutBefore + visible(whole.slice(from, to)) + cutAfter,
    carets: ' '.repeat(columnsOf(cutBefore + whole.slice(from, at))) + '^'.repeat(marked),
  }
}

/** Offset on the line where the place ends; the end of the line when it ends on a later one. */
function endOn(line: number, { place }: VFileMessage): number | undefined {
  const end = place && 'end' in place ? place.end : undefined
  if (!end) return undefined
  return end.line === line ? end.column - 1 : Number.POSITIVE_INFINITY
}

/** Columns of a terminal: marks stand over the letter before them, East Asian letters and emoji take two. */
function columnsOf(text: string): number {
  let columns = 0
  for (const character of text)
    columns += /\p{Mn}|\p{Me}|\p{Cf}/u.test(character) ? 0 : wide.test(character) ? 2 : 1
  return columns
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60\u3000-\u303e]/u
