// Words of a variant -> medical terms of the topic that are used before they are given their meaning.

import { plainMeaning } from '../../model/meaning.js'
import type { Rule } from '../rule.js'
import { markedTerms, termFinder } from '../terms.js'

export const termUnexplained: Rule = {
  id: 'term-unexplained',
  severity: 'warning',
  finds: 'A term of the topic is used before it is given its meaning.',
  why:
    'A medical word is met with its meaning the first time, or it stops the reader there (PEMAT item 4). In every variant the ' +
    'first use is written `:term[…]`; the meaning is printed behind it. A meaning in the text itself counts too: in brackets, as ' +
    '“X is a …”, or when most of its words stand in the same sentence. ' +
    'Headings and words of the title are left alone.',
  variant({ topic, blocks, place, print }, report) {
    const { terms } = topic.meta
    const find = termFinder(terms)
    const title = print.selected.title
    const known = new Set(find(title).map(({ key }) => key))
    for (const block of blocks) {
      if (block.kind === 'heading') continue
      const marked = new Set(markedTerms(block.node, terms))
      for (const { key, start, end } of find(block.plain)) {
        if (known.has(key) || marked.has(key)) continue
        known.add(key)
        const after = block.plain.slice(end)
        if (isExplained(block.plain.slice(0, start), after, plainMeaning(terms[key] ?? ''))) continue
        report({
          place: place(block, start, end),
          key,
          reason: `The term “${key}” is used here before it is given its meaning.`,
          hint: `Write \`:term[${block.plain.slice(start, end)}]${block.plain.slice(start, end).toLowerCase() === key.toLowerCase() ? '' : `{of="${key}"}`}\` here, or say it in plain words.`,
        })
      }
      for (const key of marked) known.add(key)
    }
  },
  examples: [
    {
      text: '---\ntitle: T\nterms: {angina: chest pain}\n---\n\nMetoprolol treats angina.',
      at: ['6:19'],
    },
    {
      title: 'The plural is the same term, and the meaning comes too late.',
      text: '---\ntitle: T\nterms: {opioid: strong pain drug}\n---\n\n- Mixing it with opioids can kill.\n- An :term[opioid] slows your breath.',
      at: ['6:18'],
    },
    {
      text: '---\ntitle: T\nterms: {angina: chest pain}\n---\n\n## Angina\n\nIt treats :term[angina]. Is angina bad?',
      at: [],
    },
    {
      text: '---\ntitle: What is angina?\nterms: {angina: chest pain, opioid: pain drug}\n---\n\nAngina hurts. Some take opioids (strong pain drugs).',
      at: [],
    },
  ],
}

/** Whether the text around a term says what it is. */
function isExplained(before: string, after: string, meaning: string): boolean {
  if (/^ ?\(/.test(after)) return true
  if (/\([^)]*$/.test(before) && /^[^(]*\)/.test(after)) return true
  if (/^ (?:is|are|means?|es|son|significa) (?:an?|the|one|two|un|una|unos|unas|el|la) /i.test(after))
    return true
  const sentence = `${before.split(/[.!?] /).at(-1) ?? ''} ${after.split(/[.!?](?: |$)/)[0] ?? ''}`
  const words = stems(meaning)
  const there = new Set(stems(sentence))
  const met = words.filter((word) => there.has(word)).length
  return met > 1 && met > words.length / 2
}

/** Longer words without their endings. */
function stems(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/(?:es|s)$/, ''))
}
