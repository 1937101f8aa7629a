// Review of a topic -> whether the text is still the one that was reviewed.
import { textHash } from '../../model/text-hash.js'
import type { Rule } from '../rule.js'

export const reviewChanged: Rule = {
  id: 'review-changed',
  severity: 'error',
  finds: 'A text was changed after it was reviewed.',
  why:
    'The handout says who reviewed it, and they did not see this text. Have it reviewed again and run `handout status --sign`, or ' +
    'set `status: draft`. The hash is over the body, the printed front matter and the pictures; spaces at line ends do not count.',
  topic({ topic, frontMatter }, report) {
    const { status, signed } = topic.meta.review
    if (status !== 'reviewed' || signed === undefined || signed === textHash(topic)) return
    report({
      place: frontMatter(['review', 'signed']),
      reason: 'The text was changed after it was reviewed.',
      hint: 'Have it reviewed again, then run `handout status --sign`; or set `status: draft`.',
    })
  },
  examples: [
    {
      text: '---\ntitle: T\nreview: {status: reviewed, on: 2026-11-01, every: 2 years, by: [a nurse], signed: "0000000000000000"}\n---\n\nWash.',
      at: ['3:83'],
    },
    {
      text: '---\ntitle: T\nreview:\n  status: reviewed\n  on: 2026-11-01\n  every: 2 years\n  by: [a nurse]\n  signed: "f00"\n---\n\nWash.',
      at: ['8:11'],
    },
    {
      text: '---\ntitle: T\nreview: {status: reviewed, on: 2026-11-01, every: 2 years, by: [a nurse], signed: "HASH"}\n---\n\nWash.',
      at: [],
    },
    {
      title: 'A draft is nobody’s word.',
      text: '---\ntitle: T\nreview: {status: draft, on: 2026-11-01, every: 2 years, signed: "f00"}\n---\n\nWash.',
      at: [],
    },
  ],
}
