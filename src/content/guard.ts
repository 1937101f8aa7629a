// Source text -> what in it no handout has and no parser should be given: huge lines, endless nesting, thousands of marks.
import type { VFileMessage } from 'vfile-message'
import { fault } from '../model/message.js'

/** A long topic with three levels has some 600. */
const mostLines = 5000
/** About 1,600 words; the longest line of a real topic has some 200. */
const longestLine = 10_000
/** Lines without an empty line between them, such as a table. */
const longestBlock = 40_000
/** The time to parse grows with the square of these in one block. */
const mostMarks = 1000
const marks = /[[\]*_:`~<>&!\\]/g
/** Containers, quotations and lists inside one another; pages have three or four. */
const deepest = 30

/**
 * The first such place, or nothing. Markdown within these bounds is parsed in well under a second, and its tree is
 * shallow enough for every walk.
 */
export function guard(source: string, file: string): VFileMessage | undefined {
  const lines = source.split(/\r\n|\r|\n/)
  const report = (rule: string, reason: string, hint: string, line: number, column = 1) =>
    fault({ rule, reason, hint, place: { line, column }, file })
  if (lines.length > mostLines)
    return report(
      'file-too-long',
      `There are more than ${mostLines.toLocaleString('en-US')} lines.`,
      'Split the topic.',
      mostLines + 1,
    )
  let block = { length: 0, counts: new Map<string, number>() }
  let depth = 0
  const start = bodyStart(lines)
  for (const [index, line] of lines.slice(start).entries()) {
    const number = start + index + 1
    if (line.length > longestLine)
      return report(
        'line-too-long',
        `This line has ${line.length.toLocaleString('en-US')} letters; the limit is ${longestLine.toLocaleString('en-US')}.`,
        'Break it into paragraphs.',
        number,
        longestLine + 1,
      )
    if (line.trim() === '') block = { length: 0, counts: new Map() }
    block.length += line.length + 1
    for (const mark of line.match(marks) ?? []) block.counts.set(mark, (block.counts.get(mark) ?? 0) + 1)
    const [most] = [...block.counts].filter(([, count]) => count > mostMarks)
    if (block.length > longestBlock || most)
      return report(
        'block-too-long',
        most
          ? `There are more than ${mostMarks.toLocaleString('en-US')} “${most[0]}” in one block.`
          : `This block has more than ${longestBlock.toLocaleString('en-US')} letters.`,
        'Put empty lines between paragraphs.',
        number,
      )
    depth = nextDepth(line, depth)
    if (depth > deepest || nestingOf(line) > deepest)
      return report(
        'nesting-too-deep',
        `Blocks stand more than ${deepest} deep in one another here.`,
        'Close blocks with a line of as many colons as they were opened with, and nest quotations and lists less.',
        number,
      )
  }
  return undefined
}

/** YAML has bounds of its own. */
function bodyStart(lines: readonly string[]): number {
  const isFence = (line: string | undefined) => /^---[ \t]*$/.test(line ?? '')
  if (!isFence(lines[0])) return 0
  return lines.findIndex((line, index) => index > 0 && isFence(line)) + 1
}

/** Open containers, counted roughly: one that is closed with the wrong number of colons is still open. */
function nextDepth(line: string, depth: number): number {
  if (/^\s*:{3,}\s*\p{L}/u.test(line)) return depth + 1
  return /^\s*:{3,}\s*$/.test(line) ? Math.max(0, depth - 1) : depth
}

/** Quotations and lists that a line stands in: its marks, or its indentation by two. */
function nestingOf(line: string): number {
  const start = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line)?.[0] ?? ''
  const signs = start.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0
  const indent = [...start].reduce((sum, letter) => sum + (letter === '\t' ? 4 : letter === ' ' ? 1 : 0), 0)
  return Math.max(signs, Math.floor(indent / 4))
}
