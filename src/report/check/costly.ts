// A variant -> the sentences that cost it most, with their places.
import { costliest } from '../../lint/costliest.js'
import type { VariantText } from '../../lint/rule.js'

/** So many are marked in a text; more would mark half a short one. */
const most = 3

export interface CostlyFact {
  readonly line: number
  readonly column: number
  readonly words: number
  readonly text: string
  /** School grades by which the whole text would be easier without it; null where grades are not made for the language. */
  readonly cost: number | null
}

export function costlyFacts(text: VariantText): CostlyFact[] {
  const graded = text.readability.fleschKincaid !== undefined
  return costliest(text.blocks, text.analyze, most).map(({ block, sentence, cost }) => {
    const { start } = text.place(block, sentence.start, sentence.end)
    return {
      line: start.line,
      column: start.column,
      words: sentence.words.length,
      text: block.plain.slice(sentence.start, sentence.end),
      cost: graded ? Math.round(cost * 100) / 100 : null,
    }
  })
}
