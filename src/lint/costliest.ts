// Blocks of a text -> the sentences that raise its grade most.
import { fleschKincaid } from 'flesch-kincaid'
import type { Analysis } from './analyze.js'
import { addCounts } from './counts.js'
import type { ProseBlock } from './prose.js'
import type { Sentence } from './words/sentence.js'

export interface CostlySentence {
  readonly block: ProseBlock
  readonly sentence: Sentence
  /** Grades by which the whole text would be easier without it. */
  readonly cost: number
}

/** The sentences without which the Flesch–Kincaid grade would fall most, the costliest first. */
export function costliest(
  blocks: readonly ProseBlock[],
  analyze: (block: ProseBlock) => Analysis,
  most: number,
): CostlySentence[] {
  const all = addCounts(blocks.map((block) => analyze(block).counts))
  const grade = fleschKincaid({ sentence: all.sentences, word: all.words, syllable: all.syllables })
  return blocks
    .flatMap((block) =>
      analyze(block).sentences.map((sentence) => {
        const syllables = sentence.words.reduce((sum, word) => sum + word.syllables, 0)
        const without = fleschKincaid({
          sentence: all.sentences - 1,
          word: all.words - sentence.words.length,
          syllable: all.syllables - syllables,
        })
        return { block, sentence, cost: Number.isNaN(without) ? 0 : grade - without }
      }),
    )
    .filter(({ cost }) => cost > 0)
    .sort((a, b) => b.cost - a.cost)
    .slice(0, most)
}
