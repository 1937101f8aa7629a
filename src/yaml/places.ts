// A YAML document and the path of a key or value -> where it stands.
import { type Document, isMap, isPair, isScalar, parseDocument } from 'yaml'

export type Part = 'key' | 'value'

/** Offsets in the text. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Reads YAML to ask it for places; what is wrong with it is told elsewhere. */
export function openYaml(yaml: string): (path: readonly PropertyKey[], part: Part) => Range | undefined {
  const document = parseDocument(yaml, {
    schema: 'core',
    customTags: [],
    logLevel: 'silent',
    prettyErrors: false,
  })
  return (path, part) => rangeIn(document, path, part)
}

/** Offsets of a key or value; those of the nearest parent when it is not there. */
export function rangeIn(document: Document, path: readonly PropertyKey[], part: Part): Range | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const parent = depth === 0 ? undefined : document.getIn(path.slice(0, depth - 1), true)
    const map = depth === 1 ? document.contents : parent
    if (depth > 0 && isMap(map)) {
      const pair = map.items.find(
        (item) => isPair(item) && isScalar(item.key) && item.key.value === path[depth - 1],
      )
      const found = rangeOf(part === 'key' || depth < path.length ? pair?.key : (pair?.value ?? pair?.key))
      if (found) return found
    }
    const found = rangeOf(depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true))
    if (found) return found
  }
  return undefined
}

function rangeOf(node: unknown): Range | undefined {
  const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range
  return range ? { start: range[0], end: range[1] } : undefined
}
