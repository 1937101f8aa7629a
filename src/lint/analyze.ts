// Text of a block and its language -> sentences and counts; each text is split once, however many variants print it.
import { type Counts, countsOf } from './counts.js'
import { splitEnglish } from './words/english.js'
import { splitterFor } from './words/segments.js'
import type { Sentence, Splitter } from './words/sentence.js'
import { spanishSyllables } from './words/spanish.js'

export interface Analysis {
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly counts: Counts
}

/** Base language of a BCP 47 tag. */
export function baseLanguage(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? ''
}

const splitters = new Map<string, Splitter>([['en', splitEnglish]])
const analyses = new Map<string, Analysis>()
/** Letters kept in mind: enough for the topics in work, little for a memory. */
const maxLetters = 2_000_000
let letters = 0

/** Splits and counts a text; the same text again costs nothing. */
export function analyze(text: string, language: string): Analysis {
  const key = `${language}\n${text}`
  const known = analyses.get(key)
  if (known) return known
  const sentences = splitter(language)(text)
  const analysis = { text, sentences, counts: countsOf(sentences, baseLanguage(language)) }
  if (letters + text.length > maxLetters) {
    analyses.clear()
    letters = 0
  }
  letters += text.length
  analyses.set(key, analysis)
  return analysis
}

function splitter(language: string): Splitter {
  const base = baseLanguage(language)
  const known = splitters.get(base)
  if (known) return known
  const made = splitterFor(language, base === 'es' ? spanishSyllables : undefined)
  splitters.set(base, made)
  return made
}
