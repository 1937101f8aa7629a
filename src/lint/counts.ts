// Sentences -> the numbers that the readability formulas take.
import { isFamiliar } from './words/familiar.js'
import type { Sentence, Word } from './words/sentence.js'

/** Words of so many syllables are hard for SMOG and Gunning Fog. */
const polysyllabic = 3

export interface Counts {
  readonly sentences: number
  readonly words: number
  readonly syllables: number
  /** Letters and numerals. */
  readonly characters: number
  readonly polysyllabicWords: number
  /** Those of them that Gunning counts: no names, no compounds, none made long by -es, -ed, -ing. */
  readonly complexWords: number
  /** Not on the list of Dale and Chall. */
  readonly unfamiliarWords: number
  readonly passiveSentences: number
}

export const noCounts: Counts = {
  sentences: 0,
  words: 0,
  syllables: 0,
  characters: 0,
  polysyllabicWords: 0,
  complexWords: 0,
  unfamiliarWords: 0,
  passiveSentences: 0,
}

export function countsOf(sentences: readonly Sentence[], language: string): Counts {
  const counts = { ...noCounts }
  for (const sentence of sentences) {
    counts.sentences += 1
    if (sentence.passives.length > 0) counts.passiveSentences += 1
    sentence.words.forEach((word, index) => {
      const isName = index > 0 && /^\p{Lu}/u.test(word.text)
      counts.words += 1
      counts.syllables += word.syllables
      counts.characters += word.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
      if (word.syllables >= polysyllabic) {
        counts.polysyllabicWords += 1
        if (!isName && isComplex(word)) counts.complexWords += 1
      }
      if (language === 'en' && !isName && !isFamiliar(word.text)) counts.unfamiliarWords += 1
    })
  }
  return counts
}

export function addCounts(all: readonly Counts[]): Counts {
  const sum = { ...noCounts }
  for (const counts of all) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key]
  return sum
}

function isComplex({ text, syllables }: Word): boolean {
  if (text.includes('-')) return false
  const madeLong = syllables === polysyllabic && /(?:ed|es|ing)$/i.test(text)
  return !madeLong
}
