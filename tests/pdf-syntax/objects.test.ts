// A small file made with pdf-lib: pages, trees, streams, fonts and structure read back as plain values.
import {
  PDFContext,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  StandardFonts,
} from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { codesOf, readFont } from '../../src/pdf-syntax/font.js'
import { PdfSyntaxError } from '../../src/pdf-syntax/lexer.js'
import { names } from '../../src/pdf-syntax/names.js'
import {
  bytesOf,
  contentsOf,
  dictOf,
  nameOf,
  numbersOf,
  readObjects,
  resolve,
  textOf,
} from '../../src/pdf-syntax/objects.js'
import { kidsOf } from '../../src/pdf-syntax/structure.js'
import { inherited, readNumberTree, readPages } from '../../src/pdf-syntax/trees.js'

it('reads pages in order, with what they inherit', async () => {
  const made = await PDFDocument.create()
  const font = await made.embedFont(StandardFonts.Helvetica)
  for (const text of ['one', 'two', 'three']) made.addPage([300, 400]).drawText(text, { font })
  const context = await readObjects(await made.save())
  const pages = readPages(context)
  expect(pages).toHaveLength(3)
  const [first] = pages
  expect(numbersOf(context, first && inherited(first.dict, names.MediaBox))).toEqual([0, 0, 300, 400])
  expect(first?.ref && dictOf(context, first.ref)).toBe(first?.dict)
})

it('reads names with escapes, however they are written', async () => {
  const source = '%PDF-1.4\n1 0 obj\n<</A#4aB /C#4AD/E/F#20G /H/#zz>>\nendobj\n'
  const context = await readObjects(Buffer.from(source))
  const [[, dict] = []] = context.enumerateIndirectObjects()
  const entries = dictOf(context, dict)?.entries() ?? []
  expect(entries.map(([key, value]) => [nameOf(context, key), nameOf(context, value)])).toEqual([
    ['AJB', 'CJD'],
    ['E', 'F G'],
    ['H', '#zz'],
  ])
})

it('reads number trees with kids and cuts circles', () => {
  const context = PDFContext.create()
  const leaf = context.obj({ Nums: [1, PDFName.of('One'), 2, PDFName.of('Two')] })
  const ref = context.nextRef()
  const root = context.obj({ Kids: [leaf, ref] })
  context.assign(ref, root)
  expect([...readNumberTree(context, ref).keys()]).toEqual([1, 2])
})

it('follows references, but no circle of them', () => {
  const context = PDFContext.create()
  const [a, b] = [context.nextRef(), context.nextRef()]
  context.assign(a, b)
  context.assign(b, a)
  expect(resolve(context, a)).toBeUndefined()
})

it('reads text strings in each of their encodings', () => {
  const context = PDFContext.create()
  expect(textOf(context, PDFHexString.fromText('Grüße 😀'))).toBe('Grüße 😀')
  expect(textOf(context, PDFString.of('plain'))).toBe('plain')
  expect(bytesOf(context, PDFHexString.of('00 FF'))).toEqual(Uint8Array.of(0, 255))
})

it('unpacks streams and names those it cannot', () => {
  const context = PDFContext.create()
  const stream = context.flateStream('hello')
  expect(Buffer.from(contentsOf(stream)).toString()).toBe('hello')
  const broken = PDFRawStream.of(stream.dict, Uint8Array.of(1, 2, 3))
  expect(() => contentsOf(broken)).toThrow(PdfSyntaxError)
})

it('reads codes, text and widths of composite and simple fonts', () => {
  const context = PDFContext.create()
  const map = context.flateStream('1 beginbfrange <0010> <0011> <0041> endbfrange')
  const composite = readFont(
    context.obj({
      Subtype: 'Type0',
      BaseFont: 'ABCDEF+Sans',
      ToUnicode: context.register(map),
      DescendantFonts: [{ DW: 250, W: [16, [500, 600], 20, 22, 700] }],
    }),
  )
  expect(composite.name).toBe('Sans')
  expect(codesOf(composite, Uint8Array.of(0, 16, 0, 17, 9))).toEqual([16, 17])
  expect([15, 16, 17, 21].map((code) => composite.width(code))).toEqual([0.25, 0.5, 0.6, 0.7])
  expect(composite.text(17)).toBe('B')
  const bitmap = readFont(
    context.obj({ Subtype: 'Type3', FirstChar: 1, Widths: [10, 20], FontMatrix: [0.01, 0, 0, 0.01, 0, 0] }),
  )
  expect(bitmap.toUnicode).toBeUndefined()
  expect([bitmap.codeBytes, bitmap.width(2), bitmap.width(9)]).toEqual([1, 0.2, 0])
})

it('reads the kids of a structure element however they are written', () => {
  const context = PDFContext.create()
  const page = context.register(context.obj({ Type: 'Page' }))
  const form = context.register(context.obj({}))
  const link = context.register(context.obj({ Type: 'Annot' }))
  const inner = context.register(context.obj({ Type: 'StructElem', S: 'Span' }))
  const more = context.register(context.obj([5, { Type: 'MCR', MCID: 6, Stm: form, Pg: page }]))
  const element = context.obj({ K: [4, inner, { Type: 'OBJR', Obj: link }, more], Pg: page })
  expect(kidsOf(element)).toEqual([
    { kind: 'content', mcid: 4, page, stream: undefined },
    { kind: 'element', ref: inner, dict: context.lookup(inner) },
    { kind: 'object', object: link, page },
    { kind: 'content', mcid: 5, page, stream: undefined },
    { kind: 'content', mcid: 6, page, stream: form },
  ])
})
