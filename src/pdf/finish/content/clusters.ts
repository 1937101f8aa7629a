// Letters from right to left that are painted in several pieces in; edits out that let programs read them as one letter.
import type { Content } from './mark.js'

/**
 * Chromium writes an `ActualText` around the glyphs of each Arabic letter, the dots first and raised above the line. Programs
 * that rebuild words from places (Poppler's `pdftotext`, and what is built on it) take the place of the first glyph for
 * that of the letter, see a gap, and tear the word; and they turn round a letter with its vowel sign. So the glyph that
 * stands on the line is shown first, unseen (text rendering mode 3, ISO 32000-1, 9.3.6), and every sign but the
 * first gets a reading of its own. The page looks the same, and it is read the same from its tags.
 */
export function clusters(content: Pick<Content, 'bytes' | 'edits' | 'forms'>): void {
  const bytes = Buffer.from(content.bytes.buffer, content.bytes.byteOffset, content.bytes.byteLength)
  if (bytes.includes(reversedRun)) {
    const source = bytes.toString('latin1')
    let font = ''
    for (const match of source.matchAll(fontOrLetter)) {
      const [all, setFont, hex = '', inner = ''] = match
      if (setFont !== undefined) {
        font = setFont
        continue
      }
      const letter = readLetter(inner, font)
      const text = Buffer.from(hex, 'hex').swap16().toString('utf16le')
      font = letter?.glyphs.at(-1)?.font ?? /.*(\/\S+ \S+) Tf/s.exec(inner)?.[1] ?? font
      if (letter && rightToLeft.test(text) && (letter.glyphs.length > 1 || [...text].length > 1))
        content.edits.push({ start: match.index, end: match.index + all.length, text: write(text, letter) })
    }
  }
  content.forms.forEach(clusters)
}

const reversedRun = '/ReversedChars'
const rightToLeft = /^[\u0590-\u08ff]/

/** `Tf`, or a scope around one letter; the two need not be told apart further, for scopes hold the fonts they use. */
const fontOrLetter =
  /(\/\S+ [\d.]+) Tf|\/Span\s?<<\s?\/ActualText <FEFF((?:[0-9A-F]{4})+)>\s?>> BDC\s(.*?)EMC/gs

/** What stands within such a scope. */
const operators = /\s*(?:(\/\S+ [\d.]+) Tf|((?:\S+ ){6})Tm|(\S+) (\S+) Td|(<[0-9A-Fa-f]+>) Tj)\s*/gy

interface Glyph {
  readonly font: string
  readonly code: string
  /** From the start of the line. */
  readonly x: number
  readonly y: number
}

interface Letter {
  /** A matrix that is set within the scope, before anything is shown. */
  readonly matrix: string
  readonly glyphs: readonly Glyph[]
}

/** Undefined where anything else than the glyphs of one letter stands. */
function readLetter(inner: string, before: string): Letter | undefined {
  const glyphs: Glyph[] = []
  let [font, matrix, x, y, end] = [before, '', 0, 0, 0]
  for (const match of inner.matchAll(operators)) {
    const [all, setFont, setMatrix, across, up, code] = match
    if (setFont !== undefined) font = setFont
    else if (setMatrix !== undefined) {
      if (glyphs.length > 0 || x !== 0 || y !== 0) return undefined
      matrix = setMatrix
    } else if (code !== undefined) glyphs.push({ font, code, x, y })
    else {
      x += Number(across)
      y += Number(up)
    }
    end += all.length
  }
  return end === inner.length && glyphs.length > 0 ? { matrix, glyphs } : undefined
}

function write(text: string, { matrix, glyphs }: Letter): string {
  const out: string[] = []
  const base = glyphs.at(-1)
  const [mark] = glyphs
  if (!base || !mark) return ''
  let at = { font: '', x: 0, y: 0 }
  const show = ({ font, code, x, y }: Glyph): void => {
    if (font !== at.font) out.push(`${font} Tf`)
    if (x !== at.x || y !== at.y) out.push(`${decimal(x - at.x)} ${decimal(y - at.y)} Td`)
    out.push(`${code} Tj`)
    at = { font, x, y }
  }
  const unseen = (glyph: Glyph): void => {
    out.push('3 Tr')
    show({ ...glyph, x: base.x, y: base.y })
    out.push('0 Tr')
  }
  const scope = (words: string, content: () => void): void => {
    out.push(`/Span<</ActualText <FEFF${hexOf(words)}> >> BDC`)
    content()
    out.push('EMC')
  }
  if (matrix !== '') out.push(`${matrix}Tm`)
  const [first = '', ...signs] = text
  // From left to right, so that the last sign comes first.
  for (const sign of signs.reverse()) scope(sign, () => unseen(mark))
  scope(first, () => {
    if (glyphs.length > 1) unseen(base)
    for (const glyph of glyphs) show(glyph)
  })
  return out.join('\n')
}

/** More digits than Chromium writes, so that no sum moves a glyph. */
function decimal(value: number): string {
  return value.toFixed(7).replace(/\.?0+$/, '')
}

function hexOf(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()
}
