// Lists of short items -> lists in two columns.
import type { List, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

/** Fewer items gain nothing from a second column. */
const fewestItems = 4
/** Longer items do not fit on one line of half a text column. */
const longestItem = 30

/** Marks plain bullet lists whose items are all short. */
export function shortLists() {
  return (tree: Root): void => {
    visit(tree, 'list', (node: List) => {
      if (node.ordered || node.data?.hProperties || node.children.length < fewestItems) return
      if (node.children.some((item) => item.checked != null || textOf(item).length > longestItem)) return
      node.data = { ...node.data, hProperties: { className: ['two-columns'] } }
    })
  }
}
