// Review of a topic and today -> whether the review is due soon.
import { reviewDue } from '../../model/review.js'
import type { Rule } from '../rule.js'

const dayInMs = 86_400_000

export const reviewDueSoon: Rule = {
  id: 'review-due',
  severity: 'warning',
  finds: 'The review of a topic is due soon.',
  why:
    'A review takes time: readers, specialists, translation. Publishers start two months before (Krames, StayWell). Days: ' +
    '`check.review-notice`.',
  topic({ topic, today, settings, frontMatter }, report) {
    const due = reviewDue(topic.meta.review)
    const days = Math.round((Date.parse(due) - Date.parse(today)) / dayInMs)
    if (days < 0 || days > settings.check.reviewNotice) return
    report({
      place: frontMatter(['review', 'on']),
      reason: days === 0 ? 'The review is due today.' : `The review is due on ${due}, in ${days} days.`,
      hint: 'Ask the reviewers now.',
    })
  },
  examples: [
    {
      text: '---\ntitle: T\nreview: {status: draft, on: 2026-06-15, every: 6 months}\n---\n\nWash.',
      at: ['3:29'],
    },
    {
      text: '---\ntitle: T\nreview: {status: draft, on: 2024-12-24, every: 2 years}\n---\n\nWash.',
      at: ['3:29'],
    },
    {
      text: '---\ntitle: T\nreview: {status: draft, on: 2026-06-15, every: 12 months}\n---\n\nWash.',
      at: [],
    },
    {
      title: 'Overdue is another rule.',
      text: '---\ntitle: T\nreview: {status: draft, on: 2024-06-15, every: 12 months}\n---\n\nWash.',
      at: [],
    },
  ],
}
