// A tree -> each of its nodes, parents before children; without the costs of a visitor that can change the tree.
import type { Nodes } from 'mdast'

/** Calls for a node and everything below it. */
export function walk(node: Nodes, look: (node: Nodes) => void): void {
  look(node)
  if ('children' in node) for (const child of node.children) walk(child, look)
}
