// Words of a variant -> hard words that have an easier one and are not explained.
import type { Nodes, Parents } from 'mdast'
import type { Position } from 'unist'
import type { Analysis } from '../analyze.js'
import { findHardWords, type PlainWord } from '../plain-words.js'
import { remember } from '../remember.js'
import type { Rule } from '../rule.js'

/** From so many syllables on a word is long; the same bound as in SMOG. */
const longFrom = 3

interface Use {
  readonly entry: PlainWord
  readonly start: number
  readonly end: number
  readonly isLong: boolean
}

export const hardWord: Rule = {
  id: 'hard-word',
  severity: 'warning',
  finds: 'A hard word stands where an easier one says the same.',
  why:
    'Short everyday words are read by more people and misread by fewer. The list goes back to the CDC Plain Language ' +
    'Thesaurus and the Federal plain language guidelines; see `src/lint/data/plain-words.json`. A word that is explained where ' +
    'it is first used, `:term[hypertension]` or “hypertension (high blood pressure)”, may stay. `hard-words` of a level says ' +
    'which are found: `all`, `long` (three or more syllables, and phrases) or `none`.',
  languages: ['en'],
  variant({ topic, blocks, analyze, limits, place }, report) {
    if (limits.hardWords === 'none') return
    const terms = Object.keys(topic.meta.terms).map((term) => term.toLowerCase())
    const explained = new Set<PlainWord>()
    for (const block of blocks) {
      for (const { entry, start, end, isLong } of usesIn(analyze(block))) {
        const written = block.plain.slice(start, end)
        if (/^ ?\(/.test(block.plain.slice(end)) || /\((?:an? |the )?$/.test(block.plain.slice(0, start)))
          explained.add(entry)
        if (explained.has(entry) || (limits.hardWords === 'long' && !isLong)) continue
        if (terms.some((term) => term.includes(written.toLowerCase()) || term.includes(entry.word))) continue
        const at = place(block, start, end)
        if (termPlaces(block.node).some((one) => contains(one, at))) continue
        report({
          place: at,
          reason: `“${written}” is a hard word.`,
          hint: `Write ${entry.use.map((use) => `“${use}”`).join(' or ')}${entry.note ? ` (${entry.note})` : ''}; or say right behind it, in brackets, what it means.`,
        })
      }
    }
  },
  examples: [
    { as: { level: 'easy', length: 'short' }, text: 'You may feel dizzy. Utilize a cane.', at: ['1:21'] },
    {
      as: { level: 'everyday', length: 'long' },
      text: '- Rest.\n- **Prior to** the test, drink water.',
      at: ['2:5'],
    },
    {
      title: 'Explained once is enough.',
      as: { level: 'easy', length: 'short' },
      text: 'You may have hypertension (high blood pressure). Hypertension is silent.',
      at: [],
    },
    {
      title: 'The level may have hard words.',
      as: { level: 'detailed', length: 'short' },
      text: 'Utilize a cane prior to the test.',
      at: [],
    },
  ],
}

const usesIn = remember((analysis: Analysis): readonly Use[] =>
  analysis.sentences.flatMap(({ words }) =>
    findHardWords(words.map(({ text }) => text)).flatMap(({ entry, from, to }): Use[] => {
      const found = words.slice(from, to)
      const [first, last] = [found[0], found.at(-1)]
      // Inside a sentence, capitals make a name: “Severe Weather Service”.
      if (!first || !last || (from > 0 && /^\p{Lu}/u.test(first.text))) return []
      const isLong = found.length > 1 || first.syllables >= longFrom
      return [{ entry, start: first.start, end: last.end, isLong }]
    }),
  ),
)

function termPlaces(node: Nodes): Position[] {
  if (node.type === 'textDirective' && node.name === 'term') return node.position ? [node.position] : []
  return 'children' in node ? (node as Parents).children.flatMap((child) => termPlaces(child as Nodes)) : []
}

function contains(outer: Position, inner: Position): boolean {
  const at = inner.start.offset ?? 0
  return at >= (outer.start.offset ?? 0) && at < (outer.end.offset ?? 0)
}
