// Nothing in, messages for the tests of reports out: plain ones, and ones that try to break out of their report.
import type { VFileMessage } from 'vfile-message'
import { fault } from '../../src/model/message.js'
import { plainContext, type ReportContext } from '../../src/report/context.js'

/** Text of the file that the messages name. */
export const source = 'one\ntwo hard words\n\nlast\n'

/** Ends the line, takes the cursor, colours, hides, closes elements and properties. */
export const hostile =
  'red \u001b[31m\u009b2J\u0007 "quoted" <b>&\'x\' 100% a,b:c ]]> ::error::gone\r\nnext\u202etxet\u0000\ud800\ufffe'

/** Context with the source at hand. */
export const context: ReportContext = {
  ...plainContext,
  source: (file) => (file === 'content/a/en.md' ? source : undefined),
  rule: (id) =>
    id === 'word-hard'
      ? {
          id,
          title: 'Hard words have easier ones.',
          help: 'Use the easier word.',
          page: 'docs/rules/word-hard.md',
        }
      : undefined,
}

export function sample(): VFileMessage[] {
  const later = fault({
    rule: 'block-missing',
    reason: 'There is no `:::actions`.',
    file: 'content/a/en.md',
    place: { line: 4, column: 1 },
  })
  const hard = fault({
    rule: 'word-hard',
    reason: '“hard” has an easier word.',
    hint: 'Write “easy”.',
    file: 'content/a/en.md',
    severity: 'warning',
    place: {
      position: { start: { line: 2, column: 5, offset: 8 }, end: { line: 2, column: 9, offset: 12 } },
    },
  })
  const whole = fault({ rule: 'pages', reason: 'Two pages.', file: 'output/a.pdf', severity: 'info' })
  return [later, hard, whole]
}

export function hostileMessage(): VFileMessage {
  return fault({
    rule: hostile,
    reason: hostile,
    hint: hostile,
    file: `content/${hostile}/en.md`,
    place: { line: 1, column: 1 },
  })
}

/** What must not be in any report: control characters other than the line feed, and turned text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
export const dangerous = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/
