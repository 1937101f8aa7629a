// ISO dates -> words of a language.

import { localeOf } from '../model/locale.js'

const styles = {
  /** With the month cut short where the language does that. */
  short: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  day: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** Making a format takes longer than composing half a page; there are few of them. */
const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * Writes a date in words.
 *
 * @param iso YYYY-MM-DD
 */
export function formatDate(iso: string, language: string, style: keyof typeof styles): string {
  const key = `${language} ${style}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(localeOf(language), styles[style])
  formats.set(key, format)
  return format.format(new Date(`${iso}T00:00:00Z`))
}
