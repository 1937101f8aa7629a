// How reviews stand -> lines for people, plain objects for programs, and whether one is late.
import type { ReviewState } from '../../batch/reviews.js'

export function reviewLine({ path, review }: ReviewState): string {
  if (!review) return `${path}  has faults; run handout check`
  const { status, on, by, due, daysLeft, signature } = review
  const when = daysLeft < 0 ? `overdue since ${due}` : `due ${due}, in ${daysLeft} days`
  const names = by.length > 0 ? ` by ${by.join(', ')}` : ''
  const signed = { none: 'not signed', valid: 'signed', changed: 'changed since it was signed' }[signature]
  return `${path}  ${status} ${on}${names}, ${when}${status === 'reviewed' ? `, ${signed}` : ''}`
}

/** Overdue, changed after it was signed, or unreadable. */
export function isLate({ review }: ReviewState): boolean {
  return !review || review.daysLeft < 0 || review.signature === 'changed'
}
