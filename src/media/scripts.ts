// Language and character -> the typefaces asked for it, in order, besides the organization's own.

/** Everything beyond Atkinson Hyperlegible Next that is installed with the tool, but for Chinese, which is optional. */
const common = ['Noto Sans', 'Noto Sans Arabic', 'Noto Sans Math']

/** Typefaces by script. Those that are no dependency of ours are used when they are installed. */
const byScript: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hebrew}/u, 'Noto Sans Hebrew'],
  [/\p{Script=Armenian}/u, 'Noto Sans Armenian'],
  [/\p{Script=Georgian}/u, 'Noto Sans Georgian'],
  [/\p{Script=Ethiopic}/u, 'Noto Sans Ethiopic'],
  [/\p{Script=Bengali}/u, 'Noto Sans Bengali'],
  [/\p{Script=Gujarati}/u, 'Noto Sans Gujarati'],
  [/\p{Script=Gurmukhi}/u, 'Noto Sans Gurmukhi'],
  [/\p{Script=Kannada}/u, 'Noto Sans Kannada'],
  [/\p{Script=Malayalam}/u, 'Noto Sans Malayalam'],
  [/\p{Script=Sinhala}/u, 'Noto Sans Sinhala'],
  [/\p{Script=Tamil}/u, 'Noto Sans Tamil'],
  [/\p{Script=Telugu}/u, 'Noto Sans Telugu'],
  [/\p{Script=Thai}/u, 'Noto Sans Thai'],
  [/\p{Script=Lao}/u, 'Noto Sans Lao'],
  [/\p{Script=Khmer}/u, 'Noto Sans Khmer'],
  [/\p{Script=Myanmar}/u, 'Noto Sans Myanmar'],
  [/\p{Script=Syriac}/u, 'Noto Sans Syriac'],
  [/\p{Script=Hangul}/u, 'Noto Sans KR'],
]

const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u

/** Typefaces that come before the organization's own in one language, and the characters they are taken for. */
export interface FirstChoice {
  readonly family: string
  readonly wants: RegExp
  /** Only when the organization's own typeface lacks one of these. */
  readonly unless?: string
}

/** Typefaces to ask for a character that the organization's own does not have. */
export function typefacesFor(text: string, language: string): string[] {
  const own = byScript.find(([script]) => script.test(text))?.[1]
  if (own !== undefined) return [own]
  return eastAsian.test(text) ? [eastAsianTypeface(language)] : [...common, eastAsianTypeface(language)]
}

/** Han characters are drawn otherwise in each region. */
function eastAsianTypeface(language: string): string {
  const tag = language.toLowerCase()
  if (/^ja\b/.test(tag)) return 'Noto Sans JP'
  if (/^ko\b/.test(tag)) return 'Noto Sans KR'
  return /^(?:yue\b|zh\b.*-(?:hant|tw|hk|mo)\b)/.test(tag) ? 'Noto Sans TC' : 'Noto Sans SC'
}

/** What a language takes from another typeface although the organization's own has it. */
export function firstChoice(language: string): FirstChoice | undefined {
  const base = language.toLowerCase().split('-')[0] ?? ''
  // A word set from two typefaces looks broken.
  if (base === 'vi') return { family: 'Noto Sans', wants: /./su, unless: 'ạảấầẩẫậđơư' }
  // Spaces and brackets belong to the words around them.
  if (['ar', 'fa', 'ur', 'ps', 'ckb', 'sd', 'ug'].includes(base))
    return { family: 'Noto Sans Arabic', wants: /[\p{Script=Arabic}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\s]/u }
  // Quotation marks, dashes and dots are as wide as a character in Chinese and Japanese.
  if (['zh', 'yue', 'ja'].includes(base))
    return { family: eastAsianTypeface(language), wants: /[^\p{ASCII}\p{Script=Latin}]/u }
  return undefined
}
