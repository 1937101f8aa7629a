// English text -> sentences, words, syllables, verbs in the passive voice.
import type { Root, Sentence as SentenceNode } from 'nlcst'
import { toString as textOf } from 'nlcst-to-string'
import retextEnglish from 'retext-english'
import { syllable } from 'syllable'
import { unified } from 'unified'
import { findPassives } from './passive.js'
import { isWord, type Sentence, type Word } from './sentence.js'

const english = unified().use(retextEnglish).freeze()

/** Splits English with retext. Numerals count as one syllable, a word with a hyphen as one word. */
export function splitEnglish(text: string): Sentence[] {
  const tree = english.parse(text) as Root
  const nodes = sentencesIn(tree)
  const passives = findPassives(nodes, text)
  return nodes.flatMap((node): Sentence[] => {
    const words = wordsIn(node)
    if (words.length === 0) return []
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? start
    return [{ start, end, words, passives: passives.filter((one) => one.start >= start && one.end <= end) }]
  })
}

/** Sentences stand in paragraphs, and nowhere deeper. */
function sentencesIn(tree: Root): SentenceNode[] {
  return tree.children.flatMap((paragraph) =>
    'children' in paragraph
      ? paragraph.children.filter((node): node is SentenceNode => node.type === 'SentenceNode')
      : [],
  )
}

function wordsIn(sentence: SentenceNode): Word[] {
  return sentence.children.flatMap((node): Word[] => {
    if (node.type !== 'WordNode') return []
    const text = textOf(node)
    if (!isWord(text)) return []
    const start = node.position?.start.offset ?? 0
    return [{ text, start, end: start + text.length, syllables: syllablesIn(text) }]
  })
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
