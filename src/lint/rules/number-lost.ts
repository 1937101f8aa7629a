// Variants of one length -> numbers to act on that one level has and another has not, or has otherwise.
import { type Fact, factsIn } from '../facts.js'
import type { ProseBlock } from '../prose.js'
import type { Rule, VariantText } from '../rule.js'
import { sameLength } from '../same-length.js'

interface Use extends Fact {
  readonly block: ProseBlock
  readonly written: string
}

export const numberLost: Rule = {
  id: 'number-lost',
  severity: 'warning',
  finds: 'A number in one level is missing or different in another of the same length.',
  why:
    'Levels differ in words, not in facts: whoever gets the easy text needs the same phone number, the same dose, the same hours to ' +
    'wait and the same chance. Compared are phone numbers, doses, chances such as “3 in 100”, and times in warnings, actions and ' +
    'calls for help. A number that only the detailed text needs may be silenced with that reason.',
  topic({ variants }, report) {
    for (const together of sameLength(variants)) {
      const uses = new Map(together.map((text) => [text, usesIn(text)]))
      for (const [text, own] of uses)
        for (const [key, use] of own) {
          const lacking = together.filter((one) => !uses.get(one)?.has(key))
          if (lacking.length === 0) continue
          const others = lacking.flatMap((one) => {
            const instead = [...(uses.get(one)?.values() ?? [])].find((other) => isInstead(other, use, own))
            return instead ? [`${one.print.level} has “${instead.written}”`] : [`${one.print.level} has not`]
          })
          report({
            place: text.place(use.block, use.start, use.end),
            key,
            variants: [text],
            reason: `“${use.written}” stands in ${text.print.level}; ${[...new Set(others)].join(', ')}.`,
            hint: 'Give every level the same number, or move it to a longer length for all.',
          })
        }
    }
  },
  examples: [
    {
      title: 'A dose that differs, and stands at both places.',
      text: ':::easy\nTake 50 mg at night.\n:::\n\n:::for{level="everyday detailed"}\nTake 25 mg each night.\n:::',
      at: ['2:6', '6:6'],
    },
    {
      title: 'A phone number and hours that the easy text lacks.',
      text: ':::get-help{level=easy}\nCall the poison center.\n:::\n\n:::get-help{level="everyday detailed" until=short}\nCall 1-800-222-1222 if it lasts over 24 hours.\n:::\n\n:::get-help{level="everyday detailed" from=medium}\nCall us.\n:::',
      at: ['6:6', '6:38'],
    },
    {
      title: 'Written otherwise, and the same.',
      text: ':::easy\nTake 50 mg. Call 800-222-1222.\n:::\n\n:::for{level="everyday detailed"}\nTake 50 milligrams. Call 1-800-222-1222.\n:::',
      at: [],
    },
    {
      title: 'A longer length may say more, and a time that is no advice may stand in one level.',
      text: ':::for{from=long}\nTake 50 mg.\n:::\n\n:::easy\nIt lasts for hours.\n:::\n\n:::for{level="everyday detailed"}\nIt lasts 4 to 8 hours.\n:::',
      at: [],
    },
  ],
}

/** Numbers of a variant, each at its first use. */
function usesIn(text: VariantText): Map<string, Use> {
  const uses = new Map<string, Use>()
  for (const block of text.blocks)
    for (const fact of factsIn(block))
      if (!uses.has(fact.key))
        uses.set(fact.key, { ...fact, block, written: block.plain.slice(fact.start, fact.end) })
  return uses
}

/** Whether a number stands where another should: of the same kind and unit, and not in the other text. */
function isInstead(other: Use, use: Use, own: ReadonlyMap<string, Use>): boolean {
  return other.kind === use.kind && other.unit === use.unit && !own.has(other.key)
}
