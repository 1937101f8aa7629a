// Sources of a topic -> those that no text cites.
import { visit } from 'unist-util-visit'
import { citeIds } from '../../model/directive.js'
import type { Rule } from '../rule.js'

export const sourceUncited: Rule = {
  id: 'source-uncited',
  severity: 'warning',
  finds: 'A source is listed and never cited.',
  why:
    'A list of sources shows which sentence rests on which; a source nothing rests on is either left over, or the sentence it is for ' +
    'lacks its `:cite[…]` (DISCERN, question 4).',
  topic({ topic, frontMatter }, report) {
    const cited = new Set<string>()
    visit(topic.body, 'textDirective', (node) => {
      if (node.name === 'cite') for (const id of citeIds(node)) cited.add(id)
    })
    for (const id of Object.keys(topic.meta.sources))
      if (!cited.has(id))
        report({
          place: frontMatter(['sources', id], 'key'),
          reason: `The source \`${id}\` is never cited.`,
          hint: `Write \`:cite[${id}]\` behind the sentence that rests on it, or take the source out.`,
        })
  },
  examples: [
    { text: '---\ntitle: T\nsources:\n  who: {title: Hands}\n---\n\nWash.', at: ['4:3'] },
    { text: '---\ntitle: T\nsources:\n  a: {title: A}\n  b: {title: B}\n---\n\nWash.:cite[a]', at: ['5:3'] },
    { text: '---\ntitle: T\nsources:\n  a: {title: A}\n  b: {title: B}\n---\n\nWash.:cite[a, b]', at: [] },
    {
      title: 'Cited in one level only.',
      text: '---\ntitle: T\nsources:\n  a: {title: A}\n---\n\n:easy[Wash.:cite[a]]',
      at: [],
    },
  ],
}
