// Every setting as the rooms use it; `config/` makes and freezes it.
import type { Edition, Variant } from './variant.js'

/** Limits and pace of a reading level. */
export interface LevelSettings {
  /** Flesch–Kincaid grade at most. */
  readonly fleschKincaid: number
  /** SMOG grade at most. */
  readonly smog: number
  /** Mean words a sentence at most. */
  readonly wordsPerSentence: number
  /** Words of one sentence at most. */
  readonly longestSentence: number
  /** Sentences in the passive voice at most, in 100. */
  readonly passivePercent: number
  /** For Spanish: points on the scale INFLESZ at least. */
  readonly inflesz: number
  /** Which hard words with an easier one are found: all, those of three or more syllables, or none. */
  readonly hardWords: 'all' | 'long' | 'none'
  /** Pace for the minutes to read. */
  readonly wordsPerMinute: number
}

/** Page budget of a length. */
export interface LengthSettings {
  readonly pages: number
  readonly largePrintPages: number
  readonly bilingualPages: number
}

/** Limits of the rules that are the same for every level. */
export interface CheckSettings {
  readonly paragraphSentences: number
  readonly listItems: number
  /** Days before a review is due that a warning comes. */
  readonly reviewNotice: number
  /** Abbreviations every reader knows. */
  readonly abbreviations: readonly string[]
}

export interface Settings {
  /** Absolute path of the folder that holds everything. */
  readonly root: string
  readonly folders: {
    readonly content: string
    readonly templates: string
    readonly output: string
    readonly cache: string
  }
  /** By level id. */
  readonly levels: Readonly<Record<string, LevelSettings>>
  /** By length id; the order of the keys is the order of the lengths, shortest first. */
  readonly lengths: Readonly<Record<string, LengthSettings>>
  /** Editions made for every organization; a bilingual one is asked for by an organization. */
  readonly editions: readonly Exclude<Edition, 'bilingual'>[]
  readonly formats: readonly ('pdf' | 'html')[]
  /** Kinds of block that every variant must have. */
  readonly require: readonly string[]
  /** Severity of rules where it is not their own. */
  readonly rules: Readonly<Record<string, 'off' | 'warning' | 'error' | undefined>>
  readonly check: CheckSettings
  /** First length that prints the word list and the sources. */
  readonly backMatterFrom: string
  /** Organization used where none is named. */
  readonly organization: string
  /** Handouts printed at the same time. */
  readonly jobs: number
  /** Path of the browser, or undefined to look for one. */
  readonly browser: string | undefined
  /** Seconds one handout may take. */
  readonly deadline: number
  /** Bytes that the cache may take. */
  readonly cacheLimit: number
}

/** Ids of the lengths, shortest first. */
export function lengthIds(settings: Pick<Settings, 'lengths'>): string[] {
  return Object.keys(settings.lengths)
}

const budgets = {
  standard: 'pages',
  'large-print': 'largePrintPages',
  bilingual: 'bilingualPages',
} as const satisfies Record<Edition, keyof LengthSettings>

/** Pages that a handout may fill. */
export function pageBudget(
  settings: Pick<Settings, 'lengths'>,
  { length, edition }: Pick<Variant, 'length' | 'edition'>,
): number | undefined {
  return settings.lengths[length]?.[budgets[edition]]
}

/** Lengths of the bilingual edition: all but the longest, which would be a booklet. */
export function bilingualLengths(settings: Pick<Settings, 'lengths'>): string[] {
  return lengthIds(settings).slice(0, -1)
}
