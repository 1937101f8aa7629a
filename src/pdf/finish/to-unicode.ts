// Fonts in; ToUnicode maps without the characters that say nothing out (ISO 14289-1, 7.21.7).
import { deflateSync } from 'node:zlib'
import { PDFDict } from '@cantoo/pdf-lib'
import { readFont } from '../../pdf-syntax/font.js'
import { names } from '../../pdf-syntax/names.js'
import { nameOf, streamOf } from '../../pdf-syntax/objects.js'
import type { Draft } from './draft.js'

/** U+0000, the byte-order mark and its mirror: glyphs that are only parts of a letter have them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what is looked for
const forbidden = /[\u0000\ufeff\ufffe]/

/** Zero width joiner: stands for nothing, and is allowed. */
const JOINER = '\u200d'

/** A table of a CMap holds at most this many lines (Adobe Technical Note 5014). */
const LINES = 100

/** Writes the maps anew where a forbidden character is in them. */
export function toUnicode(draft: Draft): void {
  const { context, fonts } = draft
  for (const [, dict] of context.enumerateIndirectObjects()) {
    if (
      !(dict instanceof PDFDict) ||
      nameOf(context, dict.get(names.Type)) !== 'Font' ||
      !dict.has(names.ToUnicode)
    )
      continue
    const font = fonts.get(dict) ?? readFont(dict)
    const stream = streamOf(context, dict.get(names.ToUnicode))
    const texts = font.toUnicode?.text
    if (!stream || !texts || ![...texts.values()].some((text) => forbidden.test(text))) continue
    const clean = [...texts].map(([code, text]): [number, string] => [
      code,
      text.replaceAll(new RegExp(forbidden, 'g'), JOINER),
    ])
    stream.contents = deflateSync(new TextEncoder().encode(cmap(clean, font.codeBytes)))
    stream.dict.set(names.Filter, names.FlateDecode)
  }
}

function cmap(texts: readonly [number, string][], codeBytes: number): string {
  const digits = codeBytes * 2
  const lines = texts.map(
    ([code, text]) =>
      `<${hex(code, digits)}> <${Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at), 4)).join('')}>`,
  )
  const tables: string[] = []
  for (let from = 0; from < lines.length; from += LINES) {
    const part = lines.slice(from, from + LINES)
    tables.push(`${part.length} beginbfchar`, ...part, 'endbfchar')
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    `<${'00'.repeat(codeBytes)}> <${'ff'.repeat(codeBytes)}>`,
    'endcodespacerange',
    ...tables,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}
