// Straight quotation marks and apostrophes of running text -> typographic ones of the language, with the spaces that belong to them.
import type { Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/** Opening and closing marks by language; a language not named keeps what the author wrote. */
const marks: Readonly<Record<string, readonly [string, string]>> = {
  en: ['“', '”'],
  es: ['«', '»'],
  fr: ['«\u00a0', '\u00a0»'],
}

/** French has a space before high signs and inside quotation marks, at which no line may end. */
const frenchSpaces = /(?<=«) | (?=[?!:;»%])/g

/** Replaces `'` and `"` outside of code. A quotation may reach over links and emphasis of its block. */
export function typography(language: string) {
  const base = language.split('-')[0] ?? ''
  const pair = marks[base]
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
      if (base === 'fr') node.value = node.value.replace(frenchSpaces, '\u00a0')
      return undefined
    })
  }
}
