// GFM task lists -> the same boxes to tick as a checklist.
import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'

/** Replaces the check boxes of the screen by boxes for a pen. */
export function taskLists() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element) => {
      const classes = node.properties.className
      if (node.tagName === 'ul' && Array.isArray(classes) && classes.includes('contains-task-list'))
        node.properties.className = ['checklist']
      if (node.tagName === 'li' && Array.isArray(classes) && classes.includes('task-list-item')) {
        const checked = takeCheckbox(node)
        node.properties.className = checked ? ['ticked'] : []
      }
    })
  }
}

/** The check box may stand in the item or in its first paragraph. */
function takeCheckbox(item: Element): boolean {
  for (const parent of [item, ...item.children.filter((child) => child.type === 'element')]) {
    const index = parent.children.findIndex((child) => child.type === 'element' && child.tagName === 'input')
    const box = parent.children[index]
    if (box?.type !== 'element') continue
    parent.children.splice(index, 1)
    return box.properties.checked === true
  }
  return false
}
