// HTML of a page -> its elements as selectors see them.
import type { Element, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'

export interface PageElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (PageElement | string)[]
  readonly parent: PageElement | undefined
}

/** Parses a whole page. */
export function pageTree(html: string): PageElement {
  const tree: Root = fromHtml(html)
  const root = tree.children.find((node) => node.type === 'element')
  if (!root) throw new Error('The page has no element')
  return toElement(root, undefined)
}

/** Every element, parents first. */
export function elementsOf(root: PageElement): PageElement[] {
  const inside = root.children.flatMap((child) => (typeof child === 'string' ? [] : elementsOf(child)))
  return [root, ...inside]
}

function toElement(element: Element, parent: PageElement | undefined): PageElement {
  const children: (PageElement | string)[] = []
  const own = { name: element.tagName, attributes: attributesOf(element), children, parent }
  for (const child of element.children as Nodes[]) {
    if (child.type === 'text') children.push(child.value)
    else if (child.type === 'element') children.push(toElement(child, own))
  }
  return own
}

/** Names as in HTML: `className` is `class`, `dataLevel` is `data-level`, `strokeWidth` is `stroke-width`. */
function attributesOf({ properties }: Element): Map<string, string> {
  return new Map(
    Object.entries(properties).flatMap(([name, value]): [string, string][] => {
      if (value === null || value === undefined || value === false) return []
      const text = Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value)
      if (name === 'className') return [['class', text]]
      return [[name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), text]]
    }),
  )
}
