// Selected blocks -> terms with their meaning at first use, and the word list.
import type { Heading, Nodes } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import { SKIP, visit } from 'unist-util-visit'
import { termKey } from '../model/directive.js'
import { meaningParts, plainMeaning } from '../model/meaning.js'
import type { WordListEntry } from '../model/selected.js'

/**
 * Gives each term its meaning where it is first used, outside headings. The trees are changed.
 *
 * @param trees in printing order
 * @returns the terms met, in alphabetical order of the language
 */
export function explainTerms(
  trees: readonly Nodes[],
  terms: Readonly<Record<string, string>>,
  language: string,
): WordListEntry[] {
  const met = new Set<string>()
  for (const tree of trees) {
    visit(tree, (node) => {
      if (node.type === 'heading') return skipHeading(node)
      if (node.type !== 'textDirective' || node.name !== 'term') return undefined
      const key = termKey(node as TextDirective, terms)
      const written = key === undefined ? undefined : terms[key]
      if (key === undefined || written === undefined || met.has(key)) return undefined
      met.add(key)
      node.data = { ...node.data, meaning: plainMeaning(written), meaningParts: meaningParts(written) }
      return undefined
    })
  }
  const collator = new Intl.Collator(language)
  return [...met].sort(collator.compare).map((term) => {
    const written = terms[term] ?? ''
    return { term, meaning: plainMeaning(written), parts: meaningParts(written) }
  })
}

function skipHeading(_heading: Heading): typeof SKIP {
  return SKIP
}
