// Prose of a variant -> how many words and sentences it has, and its grades with and without the bracketed meanings.
import type { Readability } from '../model/readability.js'
import { analyzeBlock, baseLanguage } from './analyze.js'
import { addCounts } from './counts.js'
import { gradesOf } from './grades.js'
import type { ProseBlock } from './prose.js'

/** Every block ends a sentence; headings, items, cells and labels count like paragraphs. */
export function measure(blocks: readonly ProseBlock[], language: string): Readability {
  const base = baseLanguage(language)
  const counts = addCounts(blocks.map((block) => analyzeBlock(block, language).full.counts))
  const plain = addCounts(blocks.map((block) => analyzeBlock(block, language).plain.counts))
  return {
    words: counts.words,
    sentences: counts.sentences,
    ...(counts.syllables > 0 ? { syllables: counts.syllables } : {}),
    ...gradesOf(counts, base),
    withoutTerms: gradesOf(plain, base),
  }
}
