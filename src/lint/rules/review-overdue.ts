// Review of a topic and today -> whether the review is overdue.
import { reviewDue } from '../../model/review.js'
import type { Rule } from '../rule.js'

export const reviewOverdue: Rule = {
  id: 'review-overdue',
  severity: 'error',
  finds: 'The review of a topic is overdue.',
  why:
    'What is known changes; a health system found a handout that nobody had looked at since 1978. Publishers review every 24 months ' +
    '(Krames, StayWell). Read the text against its sources, then set `review.on` to the day.',
  topic({ topic, today, frontMatter }, report) {
    const due = reviewDue(topic.meta.review)
    if (today <= due) return
    report({
      place: frontMatter(['review', 'on']),
      reason: `The review was due on ${due}.`,
      hint: 'Review the text and its sources, then set `on` to the day of the review.',
    })
  },
  examples: [
    {
      text: '---\ntitle: T\nreview: {status: draft, on: 2020-01-31, every: 24 months}\n---\n\nWash.',
      at: ['3:29'],
    },
    {
      text: '---\ntitle: T\nreview:\n  status: reviewed\n  on: 2025-05-01\n  every: 1 year\n  by: [a nurse]\n---\n\nWash.',
      at: ['5:7'],
    },
    {
      text: '---\ntitle: T\nreview: {status: draft, on: 2026-11-01, every: 24 months}\n---\n\nWash.',
      at: [],
    },
    {
      title: 'Due today is not yet overdue.',
      text: '---\ntitle: T\nreview: {status: draft, on: 2026-06-01, every: 6 months}\n---\n\nWash.',
      at: [],
    },
  ],
}
