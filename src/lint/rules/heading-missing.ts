// Blocks of a variant -> long stretches of words without a heading.
import type { Rule } from '../rule.js'

/** About three quarters of a page in a body type of 12 points. */
const mostWords = 300

export const headingMissing: Rule = {
  id: 'heading-missing',
  severity: 'warning',
  finds: 'A long stretch of text has no heading.',
  why:
    'Readers look for their question before they read (PEMAT items 8 and 9; CDC Clear Communication Index, item 9). A heading at ' +
    `least every ${mostWords} words lets them find it. Boxes with a label count as headings.`,
  variant({ blocks, analyze, place }, report) {
    let words = 0
    let first: (typeof blocks)[number] | undefined
    for (const block of blocks) {
      if (block.kind === 'heading' || block.inside.some((name) => name !== 'for')) {
        words = 0
        first = undefined
        continue
      }
      first ??= block
      const before = words
      words += analyze(block).counts.words
      if (before <= mostWords && words > mostWords)
        report({
          place: place(first, 0, first.plain.length),
          reason: `From here on, more than ${mostWords} words stand without a heading.`,
          hint: 'Give each question of the reader a heading of its own.',
        })
    }
  },
  examples: [
    { text: 'Drink some water each day and rest. '.repeat(45), at: ['1:1'] },
    { text: `## Water\n\n${'Drink some water each day and rest.\n\n'.repeat(45)}`, at: ['3:1'] },
    {
      text: `${'Drink some water each day and rest.\n\n'.repeat(30)}## Rest\n\n${'Sleep well and long.\n\n'.repeat(30)}`,
      at: [],
    },
    {
      text: `${'Drink some water each day.\n\n'.repeat(30)}:::actions\n1. Rest.\n:::\n\n${'Sleep well and long.\n\n'.repeat(30)}`,
      at: [],
    },
  ],
}
