// Nodes of a YAML document -> where their letters start and end.
import { isMap, isPair, isSeq } from 'yaml'

/** Start and end of a node. */
export function rangeOf(node: unknown): [number, number] | undefined {
  const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range
  return range ? [range[0], range[1]] : undefined
}

/** End of the last letter; the range of a block of several lines goes on to the line behind it. */
export function endOf(node: unknown): number {
  if (isPair(node)) return endOf(node.value ?? node.key)
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) return endOf(node.items.at(-1))
  return rangeOf(node)?.[1] ?? 0
}
