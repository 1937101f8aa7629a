// Dates of review -> when the next one is due.
import type { Review } from './topic.js'

/** ISO date on which a review is due. */
export function reviewDue(review: Pick<Review, 'on' | 'everyMonths'>): string {
  const [year = 0, month = 1, day = 1] = review.on.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + review.everyMonths + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + review.everyMonths, Math.min(day, last)))
    .toISOString()
    .slice(0, 10)
}
