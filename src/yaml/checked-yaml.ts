// YAML text and a schema -> the checked value, and every fault at its own line and column.
import type { VFileMessage } from 'vfile-message'
import { type Document, isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { fault, type Place } from '../model/message.js'
import { didYouMean } from '../model/suggest.js'

/** More than a front matter ever needs; larger ones are refused unread. */
const maxBytes = 64 * 1024
/** Aliases are hardly ever needed; many of them are an attack on memory. */
const maxAliases = 20

export interface CheckedYaml<Value> {
  readonly value: Value | undefined
  readonly messages: readonly VFileMessage[]
  /** Where a key or value stands in the file. */
  readonly placeOf: (path: readonly PropertyKey[], part?: 'key' | 'value') => Place
}

/**
 * Reads YAML and checks it against a schema.
 *
 * @param yaml the text between the fences
 * @param firstLine line of the file on which `yaml` starts, from 1
 * @param rule prefix of the rule ids, e.g. `front-matter`
 */
export function readYaml<Value>(
  yaml: string,
  firstLine: number,
  schema: z.ZodType<Value>,
  file: string,
  rule: string,
): CheckedYaml<Value> {
  const messages: VFileMessage[] = []
  const lines = new LineCounter()
  const start: Place = { line: firstLine, column: 1 }
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) }
  }
  const report = (id: string, reason: string, place: Place, hint?: string) =>
    messages.push(fault({ rule: `${rule}-${id}`, reason, place, file, ...(hint ? { hint } : {}) }))

  if (Buffer.byteLength(yaml) > maxBytes) {
    report('too-large', `The YAML is over ${maxBytes / 1024} KB.`, start, 'Move long texts into the body.')
    return { value: undefined, messages, placeOf: () => start }
  }
  const document = parseDocument(yaml, {
    lineCounter: lines,
    schema: 'core',
    customTags: [],
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const placeOf = (path: readonly PropertyKey[], part: 'key' | 'value' = 'value') =>
    placeIn(document, path, part, at) ?? start
  for (const problem of [...document.errors, ...document.warnings])
    report('yaml', `This is not valid YAML: ${problem.message}`, at(problem.pos[0]), yamlHint(problem.code))
  if (document.errors.length > 0) return { value: undefined, messages, placeOf }

  let raw: unknown
  try {
    raw = document.toJS({ maxAliasCount: maxAliases })
  } catch {
    report('yaml', 'There are too many aliases.', start, 'Write the values out instead of using `*alias`.')
    return { value: undefined, messages, placeOf }
  }
  const checked = schema.safeParse(raw ?? {})
  if (checked.success) return { value: checked.data, messages, placeOf }
  for (const issue of checked.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(schema, issue.path)
      for (const key of issue.keys)
        report(
          'unknown-key',
          `There is no key \`${key}\` here.`,
          placeOf([...issue.path, key], 'key'),
          didYouMean(key, known),
        )
    } else if (isMissing(raw, issue.path)) {
      report(
        'missing-key',
        `The key \`${issue.path.join('.')}\` is missing.`,
        placeOf(issue.path.slice(0, -1)),
        hintOf(issue.message),
      )
    } else {
      report('wrong-value', `\`${issue.path.join('.')}\`: ${issue.message}.`, placeOf(issue.path))
    }
  }
  return { value: undefined, messages, placeOf }
}

function placeIn(
  document: Document,
  path: readonly PropertyKey[],
  part: 'key' | 'value',
  at: (offset: number) => Place,
): Place | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const parent = depth === 0 ? undefined : document.getIn(path.slice(0, depth - 1), true)
    const map = depth === 1 ? document.contents : parent
    if (depth > 0 && isMap(map)) {
      const pair = map.items.find(
        (item) => isPair(item) && isScalar(item.key) && item.key.value === path[depth - 1],
      )
      const node = part === 'key' || depth < path.length ? pair?.key : (pair?.value ?? pair?.key)
      const range = (node as { range?: [number, number, number] } | null | undefined)?.range
      if (range) return at(range[0])
    }
    const node: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
    const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range
    if (range) return at(range[0])
  }
  return undefined
}

function isMissing(raw: unknown, path: readonly PropertyKey[]): boolean {
  let value = raw
  for (const key of path) {
    if (value === null || typeof value !== 'object') return false
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return path.length > 0 && value === undefined
}

function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let current: unknown = schema
  for (const key of path) current = shapeOf(current)?.[String(key)] ?? elementOf(current)
  return Object.keys(shapeOf(current) ?? {})
}

/** Sees through transforms, defaults and optionals to the object inside. */
function shapeOf(schema: unknown): Record<string, unknown> | undefined {
  let current = schema as { shape?: Record<string, unknown>; def?: Record<string, unknown> } | undefined
  while (current && !current.shape) {
    const inner = current.def?.in ?? current.def?.innerType
    if (!inner) return undefined
    current = inner as typeof current
  }
  return current?.shape
}

function elementOf(schema: unknown): unknown {
  let current = schema as { def?: Record<string, unknown> } | undefined
  while (current?.def) {
    const found = current.def.element ?? current.def.valueType
    if (found) return found
    current = (current.def.in ?? current.def.innerType) as typeof current
  }
  return undefined
}

function hintOf(message: string): string {
  return message.startsWith('Invalid input') ? 'Add it.' : `${message}.`
}

function yamlHint(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'Keep one of the two.'
  if (code === 'TAB_AS_INDENT') return 'Indent with spaces, not tabs.'
  return 'Check the indentation, and put text that holds `: ` or starts with a sign in quotes.'
}
