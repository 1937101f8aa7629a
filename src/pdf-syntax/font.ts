// A font dictionary in, a reader of its strings out: codes, their text and their widths.
import type { PDFContext, PDFDict, PDFRawStream } from '@cantoo/pdf-lib'
import { readToUnicode, type ToUnicode } from './cmap.js'
import { names } from './names.js'
import {
  arrayOf,
  contentsOf,
  dictOf,
  itemsOf,
  nameOf,
  numberOf,
  numbersOf,
  resolve,
  streamOf,
} from './objects.js'

/** Widths are written in thousandths of the type size (ISO 32000-1, 9.2.4), save for Type3. */
const UNITS_PER_EM = 1000

/** All ranges of one font name at most this many codes (twice all of two bytes), so that a broken file costs little. */
const MOST_CODES = 0x20000

export interface PdfFont {
  readonly dict: PDFDict
  /** `Type0`, `TrueType`, `Type1`, `Type3` … */
  readonly subtype: string
  /** Name without the subset's prefix. */
  readonly name: string
  /** Bytes of one character code: 1 or 2. */
  readonly codeBytes: number
  /** Undefined when the font has no readable ToUnicode map. */
  readonly toUnicode: ToUnicode | undefined
  /** Width of a code, as a part of the type size. */
  width(code: number): number
  /** Text of a code; empty when the font does not say. */
  text(code: number): string
}

/** Reads the font; a missing or broken part counts as absent. `contents` unpacks its streams. */
export function readFont(
  dict: PDFDict,
  contents: (stream: PDFRawStream) => Uint8Array = contentsOf,
): PdfFont {
  const { context } = dict
  const subtype = nameOf(context, dict.get(names.Subtype)) ?? ''
  const composite = subtype === 'Type0'
  const toUnicode = readMap(dict, contents)
  let widths: Widths | undefined
  // Only who lays out lines asks for widths.
  const allWidths = (): Widths => {
    widths ??= composite ? cidWidths(dict) : simpleWidths(dict, subtype)
    return widths
  }
  return {
    dict,
    subtype,
    name: (nameOf(context, dict.get(names.BaseFont)) ?? '').replace(/^[A-Z]{6}\+/, ''),
    codeBytes: composite ? 2 : 1,
    toUnicode,
    width: (code) => allWidths().of.get(code) ?? allWidths().missing,
    text: (code) => toUnicode?.text.get(code) ?? '',
  }
}

/** Splits a string into codes of a font. A last byte without its partner is dropped. */
export function codesOf(font: PdfFont, bytes: Uint8Array): number[] {
  const codes: number[] = []
  if (font.codeBytes === 1) for (const byte of bytes) codes.push(byte)
  else {
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      codes.push((bytes[at] as number) * 256 + (bytes[at + 1] as number))
    }
  }
  return codes
}

function readMap(dict: PDFDict, contents: (stream: PDFRawStream) => Uint8Array): ToUnicode | undefined {
  const stream = streamOf(dict.context, dict.get(names.ToUnicode))
  if (!stream) return undefined
  try {
    return readToUnicode(contents(stream))
  } catch {
    return undefined
  }
}

interface Widths {
  readonly of: ReadonlyMap<number, number>
  readonly missing: number
}

function simpleWidths(dict: PDFDict, subtype: string): Widths {
  const { context } = dict
  const first = numberOf(context, dict.get(names.FirstChar)) ?? 0
  const scale =
    subtype === 'Type3' ? (numbersOf(context, dict.get(names.FontMatrix))?.[0] ?? 0) : 1 / UNITS_PER_EM
  const widths = numbersOf(context, dict.get(names.Widths)) ?? []
  return { of: new Map(widths.map((width, index) => [first + index, width * scale])), missing: 0 }
}

/** Reads `/W` of the CIDFont: `first [w …]` or `first last w` (ISO 32000-1, 9.7.4.3). Codes are taken as CIDs. */
function cidWidths(dict: PDFDict): Widths {
  const { context } = dict
  const font = descendantOf(context, dict)
  const missing = (numberOf(context, font?.get(names.DW)) ?? UNITS_PER_EM) / UNITS_PER_EM
  const widths = new Map<number, number>()
  let budget = MOST_CODES
  const items = arrayOf(context, font?.get(names.W))?.asArray() ?? []
  for (let at = 0; at + 1 < items.length; ) {
    const first = numberOf(context, items[at])
    if (first === undefined) break
    const list = numbersOf(context, items[at + 1])
    if (list) {
      for (const [index, width] of list.entries()) widths.set(first + index, width / UNITS_PER_EM)
      at += 2
      continue
    }
    const last = numberOf(context, items[at + 1])
    const width = numberOf(context, items[at + 2])
    if (last === undefined || width === undefined) break
    for (let code = first; code <= last && budget-- > 0; code++) widths.set(code, width / UNITS_PER_EM)
    at += 3
  }
  return { of: widths, missing }
}

/** The CIDFont of a composite font; undefined for simple fonts. */
export function descendantOf(context: PDFContext, dict: PDFDict): PDFDict | undefined {
  const [first] = itemsOf(context, dict.get(names.DescendantFonts))
  return dictOf(context, resolve(context, first))
}
