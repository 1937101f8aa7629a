// A language -> how its readers write dates, numbers and lists, and which form of a word they use with a number.

/**
 * English dates put the day first, which both American and British readers take the same way; Spanish is that of readers in
 * the United States.
 */
const regions: Readonly<Record<string, string>> = { en: 'en-GB', es: 'es-US' }

/**
 * Numbers are always in the digits 0 to 9, and dates in the common calendar: doses and phone numbers in the text are
 * written so in every language of a clinic, and two kinds of digits on one page are read wrong.
 */
export function localeOf(language: string): string {
  const tag = regions[language] ?? language
  return new Intl.Locale(tag, { numberingSystem: 'latn', calendar: 'gregory' }).toString()
}

/** Making a format takes longer than composing half a page; there are few of them. */
const numbers = new Map<string, Intl.NumberFormat>()
const lists = {
  conjunction: new Map<string, Intl.ListFormat>(),
  disjunction: new Map<string, Intl.ListFormat>(),
}
const plurals = new Map<string, Intl.PluralRules>()

function once<Value>(made: Map<string, Value>, language: string, make: (locale: string) => Value): Value {
  const value = made.get(language) ?? make(localeOf(language))
  made.set(language, value)
  return value
}

/** A number with the separators of the language. */
export function formatNumber(value: number, language: string): string {
  return once(numbers, language, (locale) => new Intl.NumberFormat(locale)).format(value)
}

/** “A, B and C”, or “A, B or C”. */
export function formatList(
  items: readonly string[],
  language: string,
  type: keyof typeof lists = 'conjunction',
): string {
  return once(lists[type], language, (locale) => new Intl.ListFormat(locale, { type })).format(items)
}

/** The form of a word that stands with a number: `one`, `two`, `few`, `many`, `other` … */
export function pluralOf(value: number, language: string): Intl.LDMLPluralRule {
  return once(plurals, language, (locale) => new Intl.PluralRules(locale)).select(value)
}
