// Text of a block and its language -> sentences and counts; each text is split once, however many variants print it.
import { type Counts, countsOf } from './counts.js'
import type { ProseBlock } from './prose.js'
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
const analyses = new Map<string, Map<string, Analysis>>()
/** Letters kept in mind: enough for the topics in work, little for a memory. */
const maxLetters = 400_000
let letters = 0

/** Splits and counts a text; the same text again costs nothing. */
export function analyze(text: string, language: string): Analysis {
  const own = analyses.get(language) ?? new Map<string, Analysis>()
  analyses.set(language, own)
  const known = own.get(text)
  if (known) return known
  const sentences = splitter(language)(text)
  const analysis = { text, sentences, counts: countsOf(sentences, baseLanguage(language)) }
  if (letters + text.length > maxLetters) {
    analyses.clear()
    letters = 0
  }
  letters += text.length
  own.set(text, analysis)
  return analysis
}

/** Analyses of a block: of its words without the meanings of terms, and with them. */
interface BlockAnalyses {
  readonly language: string
  readonly plain: Analysis
  readonly full: Analysis
}

const ofBlocks = new WeakMap<ProseBlock, BlockAnalyses>()

/** Splits and counts the words of a block. */
export function analyzeBlock(block: ProseBlock, language: string): BlockAnalyses {
  const known = ofBlocks.get(block)
  if (known?.language === language) return known
  const plain = analyze(block.plain, language)
  const full = block.text === block.plain ? plain : analyze(block.text, language)
  const made = { language, plain, full }
  ofBlocks.set(block, made)
  return made
}

function splitter(language: string): Splitter {
  const base = baseLanguage(language)
  const known = splitters.get(base)
  if (known) return known
  const made = splitterFor(language, base === 'es' ? spanishSyllables : undefined)
  splitters.set(base, made)
  return made
}
