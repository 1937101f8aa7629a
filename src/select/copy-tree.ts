// A tree -> a copy of its nodes, to be changed; positions and what is only ever replaced are shared.
import type { Nodes } from 'mdast'

/** Copies a node and all below it. Several times faster than a deep copy of everything, places included. */
export function copyTree<Tree extends Nodes>(node: Tree): Tree {
  const copy = { ...node }
  if ('children' in copy)
    copy.children = copy.children.map((child) => copyTree(child)) as typeof copy.children
  return copy
}
