// English text -> sentences, words, syllables, verbs in the passive voice.
import type { Root, Sentence as SentenceNode, Word as WordNode } from 'nlcst'
import { toString as textOf } from 'nlcst-to-string'
import retextEnglish from 'retext-english'
import { syllable } from 'syllable'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { findPassives } from './passive.js'
import { isWord, type Sentence, type Word } from './sentence.js'

const english = unified().use(retextEnglish).freeze()

/** Splits English with retext. Numerals count as one syllable, a word with a hyphen as one word. */
export function splitEnglish(text: string): Sentence[] {
  const tree = english.parse(text) as Root
  const passives = findPassives(tree, text)
  const sentences: Sentence[] = []
  visit(tree, 'SentenceNode', (node: SentenceNode) => {
    const words: Word[] = []
    visit(node, 'WordNode', (word: WordNode) => {
      const written = textOf(word)
      if (!isWord(written)) return
      const start = word.position?.start.offset ?? 0
      words.push({ text: written, start, end: start + written.length, syllables: syllablesIn(written) })
    })
    if (words.length === 0) return
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? start
    sentences.push({
      start,
      end,
      words,
      passives: passives.filter((one) => one.start >= start && one.end <= end),
    })
  })
  return sentences
}

const known = new Map<string, number>()
/** Beyond this the memory starts anew; a large library has about 20,000 different words. */
const maxKnown = 50_000

function syllablesIn(word: string): number {
  const before = known.get(word)
  if (before !== undefined) return before
  const count = Math.max(1, syllable(word))
  if (known.size >= maxKnown) known.clear()
  known.set(word, count)
  return count
}
