// Pages in, their scanned content out, with the forms they draw; a form is scanned where it is drawn first.
import { type PDFContext, type PDFDict, type PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { HandoutError } from '../../../model/error.js'
import { names } from '../../../pdf-syntax/names.js'
import { contentsOf, dictOf, nameOf, numbersOf, streamOf } from '../../../pdf-syntax/objects.js'
import { inherited, type PdfPage } from '../../../pdf-syntax/trees.js'
import type { Content } from './mark.js'
import { Box, identity, type Matrix, multiply } from './matrix.js'
import { type FontCache, Resources } from './resources.js'
import { scan } from './scan.js'

/** Forms within forms deeper than this are no work of a browser. */
const DEEPEST = 32

/** Scans the content of all pages. */
export function readContents(context: PDFContext, pages: readonly PdfPage[], fonts: FontCache): Content[] {
  const forms = new Map<PDFRawStream, Content>()
  return pages.map((page, index) => {
    const stream = streamOf(context, page.dict.get(names.Contents))
    if (!stream || !page.ref)
      throw new HandoutError('internal', `Page ${index + 1} has no single content stream.`)
    const found = dictOf(context, inherited(page.dict, names.Resources))
    const resources = new Resources(context, fonts, found)
    const content = newContent(stream, page.ref, page.ref, index + 1, resources, undefined)
    scan(content, identity, drawFrom(content, resources, found, 0))
    return content
  })

  function drawFrom(content: Content, resources: Resources, own: PDFDict | undefined, depth: number) {
    return (name: string, matrix: Matrix, covered: boolean): Content | undefined => {
      const ref = resources.xObject(name)
      const stream = streamOf(context, ref)
      if (!stream || !(ref instanceof PDFRef) || depth > DEEPEST) return undefined
      if (nameOf(context, stream.dict.get(names.Subtype)) !== 'Form') return undefined
      const known = forms.get(stream)
      if (known) {
        known.draws++
        return known
      }
      const inner = dictOf(context, stream.dict.get(names.Resources)) ?? own
      const fontsOfForm = new Resources(context, fonts, inner)
      const within = multiply(matrixOf(stream), matrix)
      const box = new Box()
      const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(context, stream.dict.get(names.BBox)) ?? []
      box.addRectangle(within, left, bottom, right - left, top - bottom)
      const form = newContent(stream, ref, content.page, content.pageNumber, fontsOfForm, box)
      forms.set(stream, form)
      scan(form, within, drawFrom(form, fontsOfForm, inner, depth + 1))
      // What is drawn within a mark or an artifact needs no artifacts of its own.
      if (covered) form.loose.length = 0
      return form
    }
  }
}

function newContent(
  stream: PDFRawStream,
  ref: PDFRef,
  page: PDFRef,
  pageNumber: number,
  fonts: Resources,
  box: Box | undefined,
): Content {
  return {
    ref,
    page,
    pageNumber,
    isForm: box !== undefined,
    stream,
    bytes: contentsOf(stream),
    marks: new Map(),
    loose: [],
    forms: [],
    missing: [],
    edits: [],
    fonts,
    text: '',
    paints: 0,
    box,
    draws: 1,
  }
}

function matrixOf(form: PDFRawStream): Matrix {
  const [a, b, c, d, e, f] = numbersOf(form.dict.context, form.dict.get(names.Matrix)) ?? []
  if (a === undefined || b === undefined || c === undefined || d === undefined) return identity
  return [a, b, c, d, e ?? 0, f ?? 0]
}
