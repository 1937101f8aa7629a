// Paragraphs, lists and tables of a variant -> chances that are compared on different denominators.
import { frequenciesIn } from '../numbers.js'
import type { ProseBlock } from '../prose.js'
import type { Rule } from '../rule.js'

/** “7 in 8” counts few people, it is not the scale of a chance. */
const leastDenominator = 10

export const denominatorsDiffer: Rule = {
  id: 'denominators-differ',
  severity: 'warning',
  finds: 'Chances that stand together have different denominators.',
  why:
    'Few readers can tell whether 3 in 100 is more than 12 in 1,000. Use the same denominator for all that are compared ' +
    '(American Academy of Family Physicians, Talking about risk). Judged within a paragraph, a list or a table; a percentage ' +
    'counts as “in 100”. The message stands at the first that differs.',
  languages: ['en'],
  variant({ blocks, place }, report) {
    const groups = new Map<unknown, ProseBlock[]>()
    for (const block of blocks) {
      const group = block.together ?? block
      groups.set(group, [...(groups.get(group) ?? []), block])
    }
    for (const together of groups.values()) {
      const all = together.flatMap((block) =>
        frequenciesIn(block)
          .filter(({ of }) => of >= leastDenominator)
          .map((frequency) => ({ block, ...frequency })),
      )
      const first = all[0]
      const other = all.find(({ of }) => of !== first?.of)
      if (!first || !other) continue
      report({
        place: place(other.block, other.start, other.end),
        reason: `“${other.block.plain.slice(other.start, other.end)}” has another denominator than “${first.block.plain.slice(first.start, first.end)}”.`,
        hint: 'Give both in 100, or both in 1,000.',
      })
    }
  },
  examples: [
    { text: 'A rash comes in 3 in 100 people, and a clot in 2 in 1,000.', at: ['1:48'] },
    { text: '- Rash: 3 in 100\n- Fever: 5 in 100\n- Clot: about 1 in 10,000', at: ['3:15'] },
    { text: 'A rash comes in 30 in 1,000 people, and a clot in 2 in 1,000.', at: [] },
    {
      title: 'Apart, and a year.',
      text: 'A rash comes in 3 in 100 people.\n\nOf 50 men, 12 in 2019 had a clot; that is 240 in 1,000.',
      at: [],
    },
  ],
}
