// Resource dictionaries of pages and forms in, fonts and XObjects by name out; each font is read once a document.
import { type PDFContext, PDFDict, type PDFObject } from '@cantoo/pdf-lib'
import { type PdfFont, readFont } from '../../../pdf-syntax/font.js'
import { names } from '../../../pdf-syntax/names.js'
import { dictOf } from '../../../pdf-syntax/objects.js'
import type { FontTable } from './mark.js'

/** Fonts of a document that have been read. */
export type FontCache = Map<PDFDict, PdfFont>

export class Resources implements FontTable {
  private readonly fonts: Map<string, PDFObject>
  private readonly xObjects: Map<string, PDFObject>
  private readonly known = new Map<string, PdfFont>()

  constructor(
    private readonly context: PDFContext,
    private readonly cache: FontCache,
    resources: PDFDict | undefined,
  ) {
    this.fonts = byName(dictOf(context, resources?.get(names.Font)))
    this.xObjects = byName(dictOf(context, resources?.get(names.XObject)))
  }

  get(name: string): PdfFont | undefined {
    const known = this.known.get(name)
    if (known) return known
    const dict = dictOf(this.context, this.fonts.get(name))
    if (!dict) return undefined
    const font = this.cache.get(dict) ?? readFont(dict)
    this.cache.set(dict, font)
    this.known.set(name, font)
    return font
  }

  find(accepts: (font: PdfFont) => boolean): string | undefined {
    for (const name of this.fonts.keys()) {
      const font = this.get(name)
      if (font && accepts(font)) return name
    }
    return undefined
  }

  xObject(name: string): PDFObject | undefined {
    return this.xObjects.get(name)
  }
}

function byName(dict: PDFDict | undefined): Map<string, PDFObject> {
  return new Map(
    dict instanceof PDFDict ? dict.entries().map(([name, value]) => [name.decodeText(), value]) : [],
  )
}
