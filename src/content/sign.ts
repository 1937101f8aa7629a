// Source of a topic and a hash -> the source with `review.signed` set to it; every other letter stays.
import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { HandoutError } from '../model/error.js'
import { parseMarkdown } from './markdown.js'

/**
 * Writes the hash of the reviewed text into the front matter.
 *
 * @throws HandoutError when there is no `review` to write it into
 */
export function withSignature(source: string, hash: string): string {
  const { frontMatter } = parseMarkdown(source)
  const start = frontMatter ? source.indexOf(frontMatter.yaml) : -1
  const review = start < 0 ? undefined : reviewOf(frontMatter?.yaml ?? '')
  if (!review) throw new HandoutError('internal', 'A topic without `review` was to be signed.')
  const { from, to, text } = edit(review, frontMatter?.yaml ?? '', `"${hash}"`)
  return source.slice(0, start + from) + text + source.slice(start + to)
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

function reviewOf(yaml: string): YAMLMap | undefined {
  const document = parseDocument(yaml, { schema: 'core', logLevel: 'silent' })
  const review = document.get('review')
  return isMap(review) ? review : undefined
}

function edit(review: YAMLMap, yaml: string, value: string): Edit {
  const signed = review.items.find(({ key }) => isScalar(key) && key.value === 'signed')
  const [valueStart, valueEnd] = rangeOf(signed?.value) ?? []
  if (valueStart !== undefined && valueEnd !== undefined)
    return { from: valueStart, to: valueEnd, text: value }
  const last = review.items.at(-1) as Pair | undefined
  const end = rangeOf(last?.value)?.[1] ?? rangeOf(last?.key)?.[1] ?? 0
  if (review.flow) return { from: end, to: end, text: `, signed: ${value}` }
  // In a block the new key stands on a line of its own, as far in as its neighbours.
  const keyStart = rangeOf(last?.key)?.[0] ?? 0
  const indent = yaml.slice(yaml.lastIndexOf('\n', keyStart) + 1, keyStart)
  const lineEnd = /\r?\n/.exec(yaml.slice(end))
  const at = lineEnd ? end + lineEnd.index : yaml.length
  return { from: at, to: at, text: `${lineEnd?.[0] ?? '\n'}${indent}signed: ${value}` }
}

function rangeOf(node: unknown): [number, number] | undefined {
  const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range
  return range ? [range[0], range[1]] : undefined
}
