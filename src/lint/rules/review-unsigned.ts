// Review of a topic -> whether it is known which text was reviewed.
import type { Rule } from '../rule.js'

export const reviewUnsigned: Rule = {
  id: 'review-unsigned',
  severity: 'warning',
  finds: 'A topic is marked as reviewed, and nothing says which text was.',
  why:
    'Without the hash of the reviewed text an edit after the review goes unseen. `handout status --sign` writes it into the front ' +
    'matter, in the name of the reviewers that stand there.',
  topic({ topic, frontMatter }, report) {
    const { status, signed } = topic.meta.review
    if (status !== 'reviewed' || signed !== undefined) return
    report({
      place: frontMatter(['review', 'status']),
      reason: 'The reviewed text is not signed.',
      hint: 'Run `handout status --sign` when the reviewers have agreed to this text.',
    })
  },
  examples: [
    {
      text: '---\ntitle: T\nreview: {status: reviewed, on: 2026-11-01, every: 2 years, by: [a nurse]}\n---\n\nWash.',
      at: ['3:18'],
    },
    {
      text: '---\ntitle: T\nreview:\n  status: reviewed\n  on: 2026-11-01\n  every: 2 years\n  by: [a nurse]\n---\n\nWash.',
      at: ['4:11'],
    },
    { text: '---\ntitle: T\nreview: {status: draft, on: 2026-11-01, every: 2 years}\n---\n\nWash.', at: [] },
    {
      text: '---\ntitle: T\nreview: {status: reviewed, on: 2026-11-01, every: 2 years, by: [a nurse], signed: "HASH"}\n---\n\nWash.',
      at: [],
    },
  ],
}
