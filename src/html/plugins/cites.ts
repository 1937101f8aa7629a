// Numbers of sources behind a word -> the word and its numbers on one line.
import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/** Scripts that put no spaces between words: a line may end behind almost every sign. */
const spaceless = ['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('')
/** The last word, or the last sign of a script without spaces; of something very long, the end. */
const lastWord = new RegExp(`(?:[${spaceless}]\\p{M}*|[^\\s${spaceless}]{1,30})\\p{P}*$`, 'u')

/** Puts the last word before a run of cites, and the cites, into one unbroken piece. */
export function citesWithWords() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (!parent || index === undefined || !isCite(node)) return undefined
      let end = index + 1
      while (isCite(parent.children[end])) end++
      const cites = parent.children.slice(index, end) as ElementContent[]
      const before = parent.children[index - 1]
      // A space before the numbers would let them start a line.
      if (before?.type === 'text') before.value = before.value.trimEnd()
      const match = before?.type === 'text' ? lastWord.exec(before.value) : null
      if (!match || before?.type !== 'text') return [SKIP, end] as const
      before.value = before.value.slice(0, match.index)
      parent.children.splice(index, end - index, {
        type: 'element',
        tagName: 'span',
        properties: { className: ['unbroken'] },
        children: [{ type: 'text', value: match[0] }, ...cites],
      })
      return [SKIP, index + 1] as const
    })
  }
}

function isCite(node: { type: string } | undefined): boolean {
  if (node?.type !== 'element') return false
  const { tagName, properties } = node as Element
  return tagName === 'sup' && Array.isArray(properties.className) && properties.className.includes('cite')
}
