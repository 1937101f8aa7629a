// Source of a topic -> where keys and values of its front matter stand; read when first asked.
import type { Position } from 'unist'
import { type Document, parseDocument } from 'yaml'
import { type Part, rangeIn } from '../yaml/places.js'
import type { SourceText } from './locate.js'

const fences = /^---[ \t]*(?:\r\n|\r|\n)([\s\S]*?)(?:^|\r\n|\r|\n)---[ \t]*(?:\r\n|\r|\n|$)/

export function frontMatterPlaces(
  source: SourceText,
): (path: readonly PropertyKey[], part?: Part) => Position {
  let document: { readonly yaml: Document; readonly start: number } | undefined
  return (path, part = 'value') => {
    document ??= read(source.text)
    const range = rangeIn(document.yaml, path, part) ?? { start: 0, end: 0 }
    return source.range(document.start + range.start, document.start + range.end)
  }
}

function read(text: string): { yaml: Document; start: number } {
  const match = fences.exec(text)
  const yaml = match?.[1] ?? ''
  const start = match ? match[0].indexOf(yaml, 3) : 0
  return {
    yaml: parseDocument(yaml, { schema: 'core', customTags: [], logLevel: 'silent', prettyErrors: false }),
    start: yaml === '' ? 0 : start,
  }
}
