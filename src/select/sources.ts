// Selected blocks -> cites with their numbers, and the sources in order of first use.
import type { Nodes, Parents } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import { SKIP, visit } from 'unist-util-visit'
import { citeIds } from '../model/directive.js'
import type { NumberedSource } from '../model/selected.js'
import type { Source } from '../model/topic.js'

/**
 * Numbers the sources in order of first use. The trees are changed.
 *
 * @param language of the sources that name none
 * @param before those numbered already, in a text that is printed beside this one
 */
export function numberSources(
  trees: readonly Nodes[],
  sources: Readonly<Record<string, Source>>,
  language: string,
  before: readonly NumberedSource[] = [],
): NumberedSource[] {
  const numbered = new Map(before.map((one) => [one.id, one]))
  for (const tree of trees)
    visit(tree, 'textDirective', (node: TextDirective) => {
      if (node.name !== 'cite') return
      const numbers = citeIds(node).flatMap((id) => {
        const source = sources[id]
        if (!source) return []
        const entry = numbered.get(id) ?? {
          ...source,
          id,
          language: source.language ?? language,
          number: numbered.size + 1,
        }
        numbered.set(id, entry)
        return [entry.number]
      })
      node.data = { ...node.data, numbers }
    })
  return [...numbered.values()]
}

/** Takes the cites out, with the space before them, where no sources are printed. The trees are changed. */
export function dropCites(trees: readonly Nodes[]): void {
  for (const tree of trees)
    visit(tree, 'textDirective', (node: TextDirective, index, parent: Parents | undefined) => {
      if (node.name !== 'cite' || !parent || index === undefined) return undefined
      const before = parent.children[index - 1]
      if (before?.type === 'text') before.value = before.value.replace(/\s+$/, '')
      parent.children.splice(index, 1)
      return [SKIP, index] as const
    })
}
