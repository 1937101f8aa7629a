// YAML text and a schema -> the checked value, and every fault at its own line and column.
import type { VFileMessage } from 'vfile-message'
import { parseDocument } from 'yaml'
import type * as z from 'zod'
import { fault, type Place } from '../model/message.js'
import { didYouMean } from '../model/suggest.js'
import { type Part, rangeIn } from './places.js'

/** More than a front matter ever needs; larger ones are refused unread. */
const maxBytes = 64 * 1024
/** Aliases are hardly ever needed; many of them are an attack on memory. */
const maxAliases = 20

export interface CheckedYaml<Value> {
  readonly value: Value | undefined
  /** What was written, unchecked; there also where it does not fit the schema. */
  readonly raw?: unknown
  readonly messages: readonly VFileMessage[]
  /** Where a key or value stands in the file. */
  readonly placeOf: (path: readonly PropertyKey[], part?: Part) => Place
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
  const start: Place = { line: firstLine, column: 1 }
  const at = (offset: number): Place => {
    // Lines end as in Markdown, where a lone carriage return ends one too.
    const before = yaml.slice(0, offset).split(/\r\n|\r|\n/)
    return { line: before.length + firstLine - 1, column: (before.at(-1) ?? '').length + 1 }
  }
  const report = (id: string, reason: string, place: Place, hint?: string) =>
    messages.push(fault({ rule: `${rule}-${id}`, reason, place, file, ...(hint ? { hint } : {}) }))

  if (Buffer.byteLength(yaml) > maxBytes) {
    report('too-large', `The YAML is over ${maxBytes / 1024} KB.`, start, 'Move long texts into the body.')
    return { value: undefined, messages, placeOf: () => start }
  }
  const document = parseDocument(yaml, {
    schema: 'core',
    customTags: [],
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const placeOf = (path: readonly PropertyKey[], part: Part = 'value') => {
    const range = rangeIn(document, path, part)
    return range ? at(range.start) : start
  }
  for (const problem of [...document.errors, ...document.warnings])
    report('yaml', `This is not valid YAML: ${problem.message}`, at(problem.pos[0]), yamlHint(problem.code))
  if (document.errors.length > 0) return { value: undefined, messages, placeOf }

  let raw: unknown
  try {
    raw = document.toJS({ maxAliasCount: maxAliases }) ?? {}
  } catch {
    report('yaml', 'There are too many aliases.', start, 'Write the values out instead of using `*alias`.')
    return { value: undefined, messages, placeOf }
  }
  const checked = schema.safeParse(raw)
  if (checked.success) return { value: checked.data, raw, messages, placeOf }
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
        hintOf(issue),
      )
    } else {
      const what = issue.path.length === 0 ? 'What stands here' : `The value of \`${issue.path.join('.')}\``
      report('wrong-value', `${what} does not fit.`, placeOf(issue.path), hintOf(issue))
    }
  }
  messages.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
  return { value: undefined, raw, messages, placeOf }
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
  return Object.keys(shapeOf(current) ?? {}).concat(keyNames(current))
}

/** Keys of a record that takes only some. */
function keyNames(schema: unknown): readonly string[] {
  let current = schema as { def?: Record<string, unknown> } | undefined
  while (current?.def) {
    const { keyType } = current.def
    if (keyType) return (keyType as { options?: string[] }).options ?? []
    current = (current.def.in ?? current.def.innerType) as typeof current
  }
  return []
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

/** What the schema asks for, in its own words where it has some. */
function hintOf({ code, message, expected }: { code: string; message: string; expected?: unknown }): string {
  if (code === 'invalid_type' && message.startsWith('Invalid input'))
    return wanted[String(expected)] ?? `${message}.`
  return `${message}.`
}

const wanted: Readonly<Record<string, string>> = {
  object: 'Write keys and their values, each on a line of its own: `key: value`.',
  record: 'Write keys and their values, each on a line of its own: `key: value`.',
  array: 'Write a list: `[one, two]`.',
  string: 'Write text here, in quotes where it looks like a number or a date.',
  number: 'Write a number here.',
  boolean: 'Write `true` or `false`.',
}

function yamlHint(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'Keep one of the two.'
  if (code === 'TAB_AS_INDENT') return 'Indent with spaces, not tabs.'
  return 'Check the indentation, and put text that holds `: ` or starts with a sign in quotes.'
}
