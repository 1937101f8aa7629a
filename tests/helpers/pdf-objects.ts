// Text and codes in, what a test writes into a PDF out.
import { type PDFDict, PDFObject } from '@cantoo/pdf-lib'
import { readToUnicode } from '../../src/pdf-syntax/cmap.js'
import type { OpenPdf } from './mutate-pdf.js'

/** An object that is written as it stands, for what pdf-lib would not write. */
export class WrittenObject extends PDFObject {
  constructor(private readonly source: string) {
    super()
  }

  override toString(): string {
    return this.source
  }

  override sizeInBytes(): number {
    return this.source.length
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    buffer.set(Buffer.from(this.source, 'latin1'), offset)
    return this.source.length
  }
}

/** A code as strings of composite fonts have it. */
export function hexOf(code: number): string {
  return code.toString(16).padStart(4, '0')
}

/** The code that a font shows a character with. */
export function codeOf(pdf: OpenPdf, font: PDFDict, character: string): number {
  const map = readToUnicode(Buffer.from(pdf.contents(font, 'ToUnicode'), 'latin1')).text
  const [code] = [...map].find(([, found]) => found === character) ?? []
  if (code === undefined) throw new Error(`The font has no “${character}”`)
  return code
}

/** What Chromium scales a page by. */
const PAGE_SCALE = 0.24

/** Operators that show a code of the first font, in 12 points or another size. */
export function showCode({ font }: OpenPdf, code: number, size = 12): string {
  return `BT /${font.name} ${size / PAGE_SCALE} Tf <${hexOf(code)}> Tj ET`
}

/** Operators that show a character of the first font. */
export function showText(pdf: OpenPdf, character: string, size?: number): string {
  return showCode(pdf, codeOf(pdf, pdf.font.dict, character), size)
}
