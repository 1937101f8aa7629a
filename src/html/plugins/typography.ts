// Straight quotation marks and apostrophes of running text -> typographic ones of the language.
import type { Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/** Opening and closing marks by language; a language not named keeps what the author wrote. */
const marks: Readonly<Record<string, readonly [string, string]>> = {
  en: ['“', '”'],
  es: ['«', '»'],
}

/** Replaces `'` and `"` outside of code. A quotation may reach over links and emphasis of its block. */
export function typography(language: string) {
  const pair = marks[language.split('-')[0] ?? '']
  return (tree: Root): void => {
    if (!pair) return
    let open = false
    visit(tree, (node) => {
      if (node.type === 'element' && (node.tagName === 'code' || node.tagName === 'pre')) return SKIP
      if (node.type === 'element' && /^(?:p|li|h[23]|td|th|figcaption)$/.test(node.tagName)) open = false
      if (node.type !== 'text') return undefined
      node.value = node.value.replace(/(?<=[\p{L}\p{N}])'|'(?=\d0s)/gu, '’').replace(/"/g, () => {
        open = !open
        return pair[open ? 0 : 1]
      })
      return undefined
    })
  }
}
