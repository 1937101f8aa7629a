// Conditions about fonts: embedded, with text for each code, and no missing glyph.

import { PDFName } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import { dictOf, nameOf, resolve, streamOf } from '../../pdf-syntax/objects.js'
import { type Condition, type Finding, HOUSE, pdfa, ua } from '../condition.js'
import type { FontUse, GlyphNote, GlyphProblem } from '../read/font-use.js'
import type { Reading } from '../read/reading.js'

const types = new Set(['Type0', 'Type1', 'MMType1', 'Type3', 'TrueType'])

/** CMaps that every reader has (ISO 32000-1, table 118); Chromium uses Identity-H alone. */
const predefined =
  /^(?:Identity|GB-EUC|GBpc-EUC|GBK-EUC|GBKp-EUC|GBK2K|UniGB-UCS2|UniGB-UTF16|B5pc|HKscs-B5|ETen-B5|ETenms-B5|CNS-EUC|UniCNS-UCS2|UniCNS-UTF16|90ms-RKSJ|90msp-RKSJ|90pv-RKSJ|83pv-RKSJ|Add-RKSJ|EUC|Ext-RKSJ|UniJIS-UCS2|UniJIS-UCS2-HW|UniJIS-UTF16|KSC-EUC|KSCms-UHC|KSCms-UHC-HW|KSCpc-EUC|UniKS-UCS2|UniKS-UTF16)-[HV]$|^[HV]$/

export const fontConditions: readonly Condition[] = [
  {
    id: 'font-dictionary',
    clause: pdfa('6.2.11.2'),
    says: 'Fonts are described as PDF wants it.',
    how: 'Each font in use has `/Type /Font`, a known `/Subtype` and, save Type3, a `/BaseFont`.',
    hint: 'Use another font.',
    check: each(({ font: { dict, subtype } }) => {
      const named = subtype === 'Type3' || nameOf(dict.context, dict.get(names.BaseFont)) !== undefined
      return nameOf(dict.context, dict.get(names.Type)) === 'Font' && types.has(subtype) && named
        ? undefined
        : 'is not described as PDF wants it'
    }),
  },
  {
    id: 'font-embedded',
    clause: ua('7.21.4.1'),
    checkpoint: '31-009',
    says: 'Every font is in the file.',
    how: 'The descriptor of each font in use has a font program; Type3 fonts are drawings in the file.',
    hint: 'Use a font that may be embedded.',
    check: each((use) => (use.font.subtype === 'Type3' || hasProgram(use) ? undefined : 'is not embedded')),
  },
  {
    id: 'font-foreign',
    clause: HOUSE,
    says: 'Every font is one of the page’s own; none was taken from the system that printed.',
    how: '`/BaseFont` of each font in use, without the prefix of its subset, is a name that was handed in.',
    hint: 'Text inside a picture must be drawn as outlines; in a style, name the fonts of the organization alone.',
    *check({ content }, { fonts }) {
      if (!fonts) return
      for (const { font, firstUse } of content.fonts) {
        if (fonts.includes(font.name) || !firstUse) continue
        const text = `The font “${font.name || 'without a name'}” came from the system that printed.`
        yield { text, page: firstUse.page + 1, ...(firstUse.near === '' ? {} : { near: firstUse.near }) }
      }
    },
  },
  {
    id: 'font-glyph-map',
    clause: ua('7.21.3.2'),
    checkpoint: '31-004, 31-005',
    says: 'Composite fonts say which glyph each character is.',
    how: 'CIDFontType2 has a `/CIDToGIDMap`, a stream or Identity.',
    hint: 'Use another font.',
    check: each(({ descendant }) => {
      if (!descendant || nameOf(descendant.context, descendant.get(names.Subtype)) !== 'CIDFontType2')
        return undefined
      const map = descendant.get(names.CIDToGIDMap)
      const found =
        streamOf(descendant.context, map) ?? (nameOf(descendant.context, map) === 'Identity' || undefined)
      return found ? undefined : 'does not say which glyphs it uses'
    }),
  },
  {
    id: 'font-encoding',
    clause: ua('7.21.3.3'),
    checkpoint: '31-006',
    says: 'Composite fonts use a character map that every reader has, or that is in the file.',
    how: '`/Encoding` of Type0 fonts is a name of ISO 32000-1, table 118, or a stream.',
    hint: 'Use another font.',
    check: each(({ font: { dict, subtype } }) => {
      if (subtype !== 'Type0') return undefined
      const encoding = resolve(dict.context, dict.get(names.Encoding))
      const known =
        encoding instanceof PDFName
          ? predefined.test(encoding.decodeText())
          : streamOf(dict.context, encoding)
      return known ? undefined : 'uses a character map that is not there'
    }),
  },
  {
    id: 'text-unmapped',
    clause: ua('7.21.7'),
    checkpoint: '10-001, 31-027',
    says: 'Every character that is shown can be told as text.',
    how: 'Each code that a page shows has an entry in the font’s `/ToUnicode`, or the font an encoding that is known.',
    hint: 'Use another font for these characters.',
    check: glyphs('unmapped', 'A character on the page cannot be told as text'),
  },
  {
    id: 'text-forbidden',
    clause: ua('7.21.7'),
    checkpoint: '31-028, 31-029',
    says: 'No character is told as U+0000, U+FEFF or U+FFFE.',
    how: 'The `/ToUnicode` entries of the codes that pages show are looked at.',
    hint: 'Finish the PDF with this tool; it mends such entries.',
    check: glyphs('forbidden', 'A character on the page is told as nothing'),
  },
  {
    id: 'glyph-missing',
    clause: ua('7.21.8'),
    checkpoint: '31-030',
    says: 'No character is shown as an empty box for want of a glyph.',
    how: 'No string of a page uses glyph 0 of its font.',
    hint: 'Use a font that has the character, or write it otherwise.',
    check: glyphs('missing', 'A character on the page has no glyph in its font'),
  },
  {
    id: 'text-private',
    clause: pdfa('6.2.11.7.3'),
    says: 'No character is told as one of private use, unless words stand in its place.',
    how: 'Codes whose text is in a private-use area must be inside marked content with `/ActualText`.',
    hint: 'Use a drawing with words in its place instead of an icon font.',
    check: glyphs('private', 'A character on the page has a meaning only in its font'),
  },
]

function each(judge: (use: FontUse) => string | undefined): (reading: Reading) => Iterable<Finding> {
  return function* ({ content }) {
    for (const use of content.fonts) {
      const wrong = judge(use)
      if (wrong !== undefined) yield { text: `The font “${use.font.name || 'without a name'}” ${wrong}.` }
    }
  }
}

function glyphs(problem: GlyphProblem, text: string): (reading: Reading) => Iterable<Finding> {
  return function* ({ content }) {
    for (const { font, notes } of content.fonts) {
      for (const note of notes) {
        if (note.problem === problem) yield finding(text, font.name, note)
      }
    }
  }
}

function finding(text: string, font: string, { code, page, near }: GlyphNote): Finding {
  const where = `code ${code.toString(16)} of “${font}”`
  return { text: `${text} (${where}).`, page: page + 1, ...(near === '' ? {} : { near }) }
}

function hasProgram({ font: { dict }, descendant }: FontUse): boolean {
  const descriptor = dictOf(dict.context, (descendant ?? dict).get(names.FontDescriptor))
  return [names.FontFile, names.FontFile2, names.FontFile3].some(
    (key) => streamOf(dict.context, descriptor?.get(key)) !== undefined,
  )
}
