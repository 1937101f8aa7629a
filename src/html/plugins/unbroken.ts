// Phone numbers in running text -> phone numbers that are not broken at their hyphens, and not turned round.
import type { ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

const phoneNumber = /(?<![\w-])(?:\+?1[- ])?(?:\(?\d{3}\)?[- ])?\d{3}-\d{4}(?![\w-])/g

/** Wraps every phone number. Among words from right to left its parts would change places (Unicode UAX 9, W2 and W4). */
export function unbroken(direction: 'ltr' | 'rtl') {
  const properties = { className: ['unbroken'], ...(direction === 'rtl' ? { dir: 'ltr' } : {}) }
  return (tree: Root): void => {
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined) return undefined
      const pieces: ElementContent[] = []
      let end = 0
      for (const match of node.value.matchAll(phoneNumber)) {
        if (match.index > end) pieces.push({ type: 'text', value: node.value.slice(end, match.index) })
        pieces.push({
          type: 'element',
          tagName: 'span',
          properties: { ...properties },
          children: [{ type: 'text', value: match[0] }],
        })
        end = match.index + match[0].length
      }
      if (pieces.length === 0) return undefined
      if (end < node.value.length) pieces.push({ type: 'text', value: node.value.slice(end) })
      parent.children.splice(index, 1, ...pieces)
      return [SKIP, index + pieces.length] as const
    })
  }
}
