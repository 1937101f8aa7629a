// ISO dates -> words of a language.

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
