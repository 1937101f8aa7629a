// Source of a topic -> where keys and values of its front matter stand; read when first asked.
import type { Position } from 'unist'
import { openYaml, type Part } from '../yaml/places.js'
import type { SourceText } from './locate.js'

const fences = /^---[ \t]*(?:\r\n|\r|\n)([\s\S]*?)(?:^|\r\n|\r|\n)---[ \t]*(?:\r\n|\r|\n|$)/

export function frontMatterPlaces(
  source: SourceText,
): (path: readonly PropertyKey[], part?: Part) => Position {
  let opened: { readonly find: ReturnType<typeof openYaml>; readonly start: number } | undefined
  return (path, part = 'value') => {
    opened ??= open(source.text)
    const range = opened.find(path, part) ?? { start: 0, end: 0 }
    return source.range(opened.start + range.start, opened.start + range.end)
  }
}

function open(text: string): { find: ReturnType<typeof openYaml>; start: number } {
  const match = fences.exec(text)
  const yaml = match?.[1] ?? ''
  const start = match ? match[0].indexOf(yaml, 3) : 0
  return { find: openYaml(yaml), start: yaml === '' ? 0 : start }
}
