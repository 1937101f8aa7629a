// ISO dates -> words of a language.

const styles = {
  day: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** English dates put the day first, which both American and British readers take the same way. */
const localeOf: Readonly<Record<string, string>> = { en: 'en-GB' }

/** Making a format takes longer than composing half a page; there are few of them. */
const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * Writes a date in words.
 *
 * @param iso YYYY-MM-DD
 */
export function formatDate(iso: string, language: string, style: keyof typeof styles): string {
  const locale = localeOf[language] ?? language
  const key = `${locale} ${style}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, styles[style])
  formats.set(key, format)
  return format.format(new Date(`${iso}T00:00:00Z`))
}
