// YAML text, a map in it, a key and its value -> the text with that key set; every other letter stays.
import { isMap, isScalar, type Pair, parseDocument } from 'yaml'
import { endOf, rangeOf } from './ranges.js'

/**
 * Sets a key of a map.
 *
 * @param value as it is to be written
 * @returns undefined when there is no such map
 */
export function withKey(yaml: string, map: string, key: string, value: string): string | undefined {
  const found = parseDocument(yaml, { schema: 'core', logLevel: 'silent' }).get(map)
  if (!isMap(found)) return undefined
  const replace = (from: number, to: number, text: string) => yaml.slice(0, from) + text + yaml.slice(to)
  const there = found.items.find((item) => isScalar(item.key) && item.key.value === key)
  const [valueStart, valueEnd] = rangeOf(there?.value) ?? []
  if (valueStart !== undefined && valueEnd !== undefined) return replace(valueStart, valueEnd, value)
  const last = found.items.at(-1) as Pair | undefined
  const end = endOf(last)
  if (found.flow) return replace(end, end, `, ${key}: ${value}`)
  // In a block the new key stands on a line of its own, as far in as its neighbours.
  const keyStart = rangeOf(last?.key)?.[0] ?? 0
  const indent = yaml.slice(yaml.lastIndexOf('\n', keyStart) + 1, keyStart)
  const lineEnd = /\r?\n/.exec(yaml.slice(end))
  const at = lineEnd ? end + lineEnd.index : yaml.length
  return replace(at, at, `${lineEnd?.[0] ?? '\n'}${indent}${key}: ${value}`)
}
