// YAML text, a key of its outermost map and its entry -> the text with the entry in place of the one there; every other letter stays.
import { isMap, isScalar, parseDocument } from 'yaml'
import { endOf, rangeOf } from './ranges.js'

/**
 * Replaces an entry of the outermost map.
 *
 * @param entry the key and its value as they are to be written
 * @returns undefined when there is no such key
 */
export function withEntry(yaml: string, key: string, entry: string): string | undefined {
  const { contents } = parseDocument(yaml, { schema: 'core', logLevel: 'silent' })
  if (!isMap(contents) || contents.flow) return undefined
  const pair = contents.items.find((item) => isScalar(item.key) && item.key.value === key)
  const start = rangeOf(pair?.key)?.[0]
  return start === undefined ? undefined : yaml.slice(0, start) + entry + yaml.slice(endOf(pair))
}
