// ISO dates -> words of a language; dates of review -> when the next one is due.
import type { Review } from '../model/topic.js'

const styles = {
  day: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** English dates put the day first, which both American and British readers take the same way. */
const localeOf: Readonly<Record<string, string>> = { en: 'en-GB' }

/**
 * Writes a date in words.
 *
 * @param iso YYYY-MM-DD
 */
export function formatDate(iso: string, language: string, style: keyof typeof styles): string {
  return new Intl.DateTimeFormat(localeOf[language] ?? language, styles[style]).format(
    new Date(`${iso}T00:00:00Z`),
  )
}

/** ISO date on which a review is due. */
export function reviewDue(review: Pick<Review, 'on' | 'everyMonths'>): string {
  const [year = 0, month = 1, day = 1] = review.on.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + review.everyMonths + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + review.everyMonths, Math.min(day, last)))
    .toISOString()
    .slice(0, 10)
}
