// A block -> hard words that have an easier one.
import type { Nodes, Parents } from 'mdast'
import type { Position } from 'unist'
import { findHardWords } from '../plain-words.js'
import type { Rule } from '../rule.js'

export const hardWord: Rule = {
  id: 'hard-word',
  severity: 'warning',
  finds: 'A hard word stands where an easier one says the same.',
  why:
    'Short everyday words are read by more people and misread by fewer. The list has its origins in the CDC Plain Language ' +
    'Thesaurus and the Federal plain language guidelines; see `src/lint/data/plain-words.json`. A word that is explained on the ' +
    'spot, `:term[hypertension]` or “hypertension (high blood pressure)”, may stay. Levels: `plain-words` of a level.',
  languages: ['en'],
  block({ block, analysis, limits, topic, place }, report) {
    if (!limits.plainWords) return
    const terms = Object.keys(topic.meta.terms).map((term) => term.toLowerCase())
    const explained = termPlaces(block.node)
    for (const { words } of analysis.sentences)
      for (const { entry, from, to } of findHardWords(words.map(({ text }) => text))) {
        const first = words[from]
        const last = words[to - 1]
        if (!first || !last) continue
        const written = block.plain.slice(first.start, last.end)
        const isName = from > 0 && /^\p{Lu}/u.test(written)
        const before = block.plain.slice(0, first.start)
        const after = block.plain.slice(last.end)
        if (isName || /^ ?\(/.test(after) || /\($/.test(before)) continue
        if (terms.some((term) => term.includes(written.toLowerCase()) || term.includes(entry.word))) continue
        const at = place(first.start, last.end)
        if (explained.some((one) => contains(one, at))) continue
        report({
          place: at,
          reason: `“${written}” is a hard word.`,
          hint: `Write ${entry.use.map((use) => `“${use}”`).join(' or ')}${entry.note ? ` (${entry.note})` : ''}; or say right behind it, in brackets, what it means.`,
        })
      }
  },
  examples: [
    {
      as: { level: 'easy', length: 'short' },
      text: 'You may experience dizziness. Utilize a cane.',
      at: ['1:31'],
    },
    {
      as: { level: 'everyday', length: 'long' },
      text: '- Rest.\n- **Prior to** the test, drink water.',
      at: ['2:5'],
    },
    {
      as: { level: 'easy', length: 'short' },
      text: 'You may have hypertension (high blood pressure). Use a cane before the test.',
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

function termPlaces(node: Nodes): Position[] {
  if (node.type === 'textDirective' && node.name === 'term') return node.position ? [node.position] : []
  return 'children' in node ? (node as Parents).children.flatMap((child) => termPlaces(child as Nodes)) : []
}

function contains(outer: Position, inner: Position): boolean {
  const at = inner.start.offset ?? 0
  return at >= (outer.start.offset ?? 0) && at < (outer.end.offset ?? 0)
}
