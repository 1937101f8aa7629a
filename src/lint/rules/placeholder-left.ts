// Source of a topic -> places that still wait for words: `[? what to write]`.
import type { Rule } from '../rule.js'

/** Everything up to the bracket that closes it on the same line. */
const placeholder = /\[\? ?([^\]\n]*)\]/g
/** More of what is to be written than this is not repeated in a message. */
const shown = 60

export const placeholderLeft: Rule = {
  id: 'placeholder-left',
  severity: 'warning',
  finds: 'A place still waits for words.',
  why:
    '`handout new topic` writes `[? …]` wherever words are missing, and so may anybody who leaves something open, such as ' +
    '`[? check this dose]`. It is printed as it stands, so that drafts can be looked at; in a reviewed topic it is an error. Write the ' +
    'words in place of all of it, brackets included.',
  topic({ topic, source }, report) {
    const reviewed = topic.meta.review.status === 'reviewed'
    for (const { 0: whole, 1: words = '', index } of source.text.matchAll(placeholder)) {
      // Comments of the front matter are not printed.
      const lineStart = source.text.lastIndexOf('\n', index) + 1
      if (/^\s*#(?!#)/.test(source.text.slice(lineStart, index))) continue
      const short = words.length > shown ? `${words.slice(0, shown).trimEnd()}…` : words
      report({
        place: source.range(index, index + whole.length),
        reason: `Words are missing here: ${short === '' ? 'nothing says which' : `“${short}”`}.`,
        hint: 'Write them in place of everything from `[?` to `]`.',
        ...(reviewed ? { severity: 'error' as const } : {}),
      })
    }
  },
  examples: [
    { text: 'Take [? dose] a day.', at: ['1:6'] },
    {
      title: 'Front matter too.',
      text: '---\ntitle: T\nsummary: "[? One sentence.]"\n---\n\n## [? What is it?]\n\nWash.',
      at: ['3:11', '6:4'],
    },
    { text: 'Is it safe [1]? Ask [us](https://example.org).', at: [] },
    {
      title: 'A comment is not printed.',
      text: '---\ntitle: T\n# Everything in [? …] waits for words.\n---\n\nWash.',
      at: [],
    },
  ],
}
