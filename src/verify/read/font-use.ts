// A font and the codes that pages show with it in, their text out; notes what is wrong with each code once.
import type { PDFDict, PDFRawStream } from '@cantoo/pdf-lib'
import { descendantOf, type PdfFont, readFont } from '../../pdf-syntax/font.js'
import { names } from '../../pdf-syntax/names.js'
import { dictOf, nameOf, streamOf, textOf } from '../../pdf-syntax/objects.js'

/** What can be wrong with a code (ISO 14289-1, 7.21.7 and 7.21.8). */
export type GlyphProblem = 'unmapped' | 'forbidden' | 'private' | 'missing'

export interface GlyphNote {
  readonly problem: GlyphProblem
  readonly code: number
  /** Page of the first use. */
  readonly page: number
  /** Text shown just before. */
  readonly near: string
}

/** Values that a ToUnicode map must not give: they stand for nothing. */
const forbidden = ['\u0000', '\ufeff', '\ufffe']

const privateUse = /[\ue000-\uf8ff]|[\u{f0000}-\u{ffffd}]|[\u{100000}-\u{10fffd}]/u

/** Notes that are kept of one font. */
const MOST_NOTES = 50

const simpleFonts = new Set(['Type1', 'MMType1', 'TrueType'])
const windows = new TextDecoder('windows-1252')
const macintosh = new TextDecoder('macintosh')

/** Collections of Adobe whose characters readers know; we do not, and say so with one sign. */
const knownOrderings = new Set(['GB1', 'CNS1', 'Japan1', 'Korea1'])
const UNREAD = '\ufffd'

/** A font as the pages use it. */
export class FontUse {
  readonly font: PdfFont
  readonly descendant: PDFDict | undefined
  readonly notes: GlyphNote[] = []
  /** Where it is used first, with the text up to there; undefined as long as nothing is shown in it. */
  firstUse: { readonly page: number; readonly near: string } | undefined
  private readonly glyphs: ((code: number) => number) | undefined
  /** Text of each code that was shown. */
  private readonly texts: (string | undefined)[] = []
  /** The same, for codes that were shown without an ActualText that says what they mean. */
  private readonly bare: (string | undefined)[] = []

  constructor(dict: PDFDict, unpacked: (stream: PDFRawStream) => Uint8Array | undefined) {
    this.font = readFont(dict, (stream) => unpacked(stream) ?? new Uint8Array())
    this.descendant = descendantOf(dict.context, dict)
    this.glyphs = this.glyphReader(unpacked)
  }

  /** Text of a code. `spoken` says that an ActualText around it tells what it means. */
  show(code: number, spoken: boolean, page: number, place: { near(): string }): string {
    const known = spoken ? this.texts[code] : this.bare[code]
    return known ?? this.first(code, spoken, page, place)
  }

  private first(code: number, spoken: boolean, page: number, place: { near(): string }): string {
    const before = this.texts[code]
    const text = before ?? (this.font.text(code) || this.encoded(code))
    const note = (problem: GlyphProblem): void => {
      if (this.notes.length < MOST_NOTES) this.notes.push({ problem, code, page, near: place.near() })
    }
    if (before === undefined) {
      this.texts[code] = text
      this.firstUse ??= { page, near: (place.near() + text).trim() }
      if (this.glyphs?.(code) === 0) note('missing')
      else if (text === '') note('unmapped')
      else if (forbidden.some((value) => text.includes(value))) note('forbidden')
    }
    if (!spoken) {
      this.bare[code] = text
      if (privateUse.test(text)) note('private')
    }
    return text
  }

  /** Text by the font's encoding, which stands in for a missing ToUnicode map (ISO 14289-1, 7.21.7). */
  private encoded(code: number): string {
    const { dict, subtype, toUnicode } = this.font
    if (toUnicode) return ''
    if (simpleFonts.has(subtype)) {
      const mac = nameOf(dict.context, dict.get(names.Encoding)) === 'MacRomanEncoding'
      return (mac ? macintosh : windows).decode(Uint8Array.of(code))
    }
    const info = dictOf(dict.context, this.descendant?.get(names.CIDSystemInfo))
    const ordering = textOf(dict.context, info?.get(names.Ordering))
    return ordering !== undefined && knownOrderings.has(ordering) ? UNREAD : ''
  }

  /** Glyph number of a code; undefined when the font's kind does not tell it without its program. */
  private glyphReader(
    unpacked: (stream: PDFRawStream) => Uint8Array | undefined,
  ): ((code: number) => number) | undefined {
    const { dict } = this.font
    const encoding = nameOf(dict.context, dict.get(names.Encoding))
    if (!this.descendant || (encoding !== 'Identity-H' && encoding !== 'Identity-V')) return undefined
    const map = streamOf(dict.context, this.descendant.get(names.CIDToGIDMap))
    if (!map) return (code) => code
    const glyphs = unpacked(map) ?? new Uint8Array()
    return (code) => (glyphs[code * 2] ?? 0) * 256 + (glyphs[code * 2 + 1] ?? 0)
  }
}
