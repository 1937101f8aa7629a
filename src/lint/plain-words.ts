// Words of a sentence -> the hard ones among them that have an easier everyday word, from `data/plain-words.json`.
import table from './data/plain-words.json' with { type: 'json' }

/** A hard word or phrase and the easier ones; the header of the data file says what each key means. */
export interface PlainWord {
  /** Base form, small letters. */
  readonly word: string
  /** Easier words, the best first. */
  readonly use: readonly string[]
  /** Verbs and nouns are also met in their regular inflections. */
  readonly part?: 'verb' | 'noun'
  /** Further forms: irregular ones, other spellings. */
  readonly forms?: readonly string[]
  /** Names in which the word stays, such as “multiple sclerosis”. */
  readonly except?: readonly string[]
  readonly note?: string
}

/** Where a hard word stands: indexes into the words given, `to` not included. */
export interface HardWord {
  readonly entry: PlainWord
  readonly from: number
  readonly to: number
}

/** Every entry, in alphabetical order. */
export const plainWords: readonly PlainWord[] = table.entries as readonly PlainWord[]

/** Finds the hard words of a sentence; the longest phrase wins, and no word is reported twice. */
export function findHardWords(words: readonly string[]): HardWord[] {
  const small = words.map((word) => word.toLowerCase().replaceAll('’', "'"))
  const found: HardWord[] = []
  for (let from = 0; from < small.length; from++) {
    const match = index()
      .get(small[from] ?? '')
      ?.find(({ words: phrase }) => standsAt(phrase, small, from))
    if (!match) continue
    const to = from + match.words.length
    if (!isException(match.entry, small, from, to)) found.push({ entry: match.entry, from, to })
    from = to - 1
  }
  return found
}

/** Every form in which an entry is met, its base form first. */
export function formsOf(entry: PlainWord): string[] {
  const { word, part, forms = [] } = entry
  // Phrases carry their forms in the data: where a phrase inflects is not for a rule to guess.
  const inflected = word.includes(' ')
    ? [word]
    : part === 'verb'
      ? verbForms(word, forms)
      : part === 'noun'
        ? [word, withS(word)]
        : [word]
  const all = [...inflected, ...forms]
  return [...new Set([...all, ...all.map(inBritishSpelling)])]
}

interface Phrase {
  readonly words: readonly string[]
  readonly entry: PlainWord
}

let made: Map<string, Phrase[]> | undefined

/** Phrases by their first word, the longest first; made at first use. */
function index(): Map<string, Phrase[]> {
  if (made) return made
  made = new Map()
  const bases = new Set(plainWords.map(({ word }) => word))
  for (const entry of plainWords)
    for (const form of formsOf(entry)) {
      // “elevated” has an entry of its own besides “elevate”.
      if (form !== entry.word && bases.has(form)) continue
      const words = form.split(' ')
      const first = words[0] ?? ''
      const phrases = made.get(first) ?? []
      phrases.push({ words, entry })
      made.set(first, phrases)
    }
  for (const phrases of made.values()) phrases.sort((a, b) => b.words.length - a.words.length)
  return made
}

function standsAt(phrase: readonly string[], words: readonly string[], from: number): boolean {
  return phrase.every((word, at) => words[from + at] === word)
}

/** Whether a name in which the word stays lies over the place. */
function isException(entry: PlainWord, words: readonly string[], from: number, to: number): boolean {
  return (entry.except ?? []).some((name) => {
    const parts = name.split(' ')
    for (let start = Math.max(0, from - parts.length + 1); start < to; start++)
      if (parts.every((part, at) => isFormOf(words[start + at], part))) return true
    return false
  })
}

/** Names are met in the plural too. */
function isFormOf(word: string | undefined, part: string): boolean {
  return word === part || word === `${part}s`
}

function verbForms(word: string, known: readonly string[]): string[] {
  const third = withS(word)
  // A known past or participle stands in for the regular one: “undergo” has no “undergoed”.
  const regular = known.some((form) => form.endsWith('ing'))
    ? []
    : word.endsWith('e')
      ? [`${word}d`, `${word.slice(0, -1)}ing`]
      : /[^aeiou]y$/.test(word)
        ? [`${word.slice(0, -1)}ied`, `${word}ing`]
        : [`${word}ed`, `${word}ing`]
  return [word, third, ...regular]
}

function withS(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  if (/sis$/.test(word)) return `${word.slice(0, -2)}es`
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
}

function inBritishSpelling(form: string): string {
  return form.replace(/(?<=\w{3})iz(e|ed|es|ing|ation|ations)(?= |$)/, 'is$1')
}
