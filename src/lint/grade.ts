// Prose of a variant -> how many words, sentences and syllables it has, and its grades.
import { fleschKincaid } from 'flesch-kincaid'
import type { Root, Sentence, Word } from 'nlcst'
import { toString as textOf } from 'nlcst-to-string'
import retextEnglish from 'retext-english'
import { smogFormula } from 'smog-formula'
import { syllable } from 'syllable'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Grades, Readability } from '../model/readability.js'
import type { ProseBlock } from './prose.js'

/** Words of so many syllables are hard for SMOG. */
const polysyllabic = 3

const english = unified().use(retextEnglish).freeze()
const syllables = new Map<string, number>()

interface Counts {
  words: number
  sentences: number
  syllables: number
  polysyllabicWords: number
}

/** Grades of an English text. Every block ends a sentence; headings, items and cells count like paragraphs. */
export function gradeProse(blocks: readonly ProseBlock[]): Readability {
  const counts = countAll(blocks.map((block) => block.text))
  const withoutTerms = countAll(blocks.map((block) => block.plain))
  return {
    words: counts.words,
    sentences: counts.sentences,
    ...gradesOf(counts),
    withoutTerms: gradesOf(withoutTerms),
  }
}

const countCache = new Map<string, Counts>()
const maxCached = 20_000

function countAll(texts: readonly string[]): Counts {
  const sum: Counts = { words: 0, sentences: 0, syllables: 0, polysyllabicWords: 0 }
  for (const text of texts) {
    let counts = countCache.get(text)
    if (!counts) {
      counts = countOne(text)
      if (countCache.size > maxCached) countCache.clear()
      countCache.set(text, counts)
    }
    sum.words += counts.words
    sum.sentences += counts.sentences
    sum.syllables += counts.syllables
    sum.polysyllabicWords += counts.polysyllabicWords
  }
  return sum
}

function countOne(text: string): Counts {
  const counts: Counts = { words: 0, sentences: 0, syllables: 0, polysyllabicWords: 0 }
  visit(english.parse(text) as Root, 'SentenceNode', (sentence: Sentence) => {
    const before = counts.words
    visit(sentence, 'WordNode', (node: Word) => {
      const word = textOf(node)
      if (!/[\p{L}\p{N}]/u.test(word)) return
      const parts = syllablesIn(word)
      counts.words += 1
      counts.syllables += parts
      if (parts >= polysyllabic) counts.polysyllabicWords += 1
    })
    if (counts.words > before) counts.sentences += 1
  })
  return counts
}

function syllablesIn(word: string): number {
  const known = syllables.get(word)
  if (known !== undefined) return known
  const count = Math.max(1, syllable(word))
  syllables.set(word, count)
  return count
}

function gradesOf(counts: Counts): Grades {
  if (counts.words === 0) return { fleschKincaid: 0, smog: 0 }
  const grade = fleschKincaid({ sentence: counts.sentences, word: counts.words, syllable: counts.syllables })
  const smog = smogFormula({ sentence: counts.sentences, polysillabicWord: counts.polysyllabicWords })
  return { fleschKincaid: round(grade), smog: round(smog) }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
