// An opened PDF in, everything the checks look at out, each part read once and only when asked for.
import type { PDFObject, PDFRef } from '@cantoo/pdf-lib'
import type { PageRecord } from '../../model/pdf.js'
import { names } from '../../pdf-syntax/names.js'
import { dictOf, streamOf, textOf } from '../../pdf-syntax/objects.js'
import { readNumberTree } from '../../pdf-syntax/trees.js'
import { unreadable } from '../limits.js'
import type { PdfFile } from '../open/file.js'
import type { Scan } from '../open/parse.js'
import { type Comparison, compareText } from './compare-text.js'
import { type Content, readContent } from './content.js'
import { type Element, readStructure, type Structure } from './elements.js'
import { type Line, lineLengths } from './measure.js'
import { type Bookmark, readOutline } from './outline.js'
import { type Owners, ownersOf } from './owners.js'
import { type Page, pagesOf } from './pages.js'
import { elementText, type MarkedText, markedText, near } from './text.js'
import { readXmp, type Xmp } from './xmp.js'

/** Largest metadata packet that is read; ours has 4 kB. */
const MAX_XMP_BYTES = 1024 * 1024

/** What the checks read; it changes nothing. */
export class Reading {
  readonly file: PdfFile
  readonly pages: readonly Page[]
  readonly structure: Structure | undefined
  readonly content: Content
  readonly outline: readonly Bookmark[]
  /** Undefined when the catalog has no metadata stream. */
  readonly xmp: Xmp | undefined
  /** The parent tree: key to an element, or to a list of elements by MCID. */
  readonly parents: ReadonlyMap<number, PDFObject>
  readonly owners: Owners
  private readonly pageIndex: ReadonlyMap<PDFRef, number>
  private marked: MarkedText | undefined
  private compared: { page: PageRecord; result: Comparison } | undefined
  private measured: { readonly body: number; readonly lines: readonly Line[] } | undefined

  constructor(file: PdfFile) {
    const { context, catalog } = file
    this.file = file
    this.pages = pagesOf(file)
    if (this.pages.length === 0) throw unreadable('This PDF has no pages.')
    this.structure = readStructure(context, catalog)
    this.owners = ownersOf(this.structure)
    this.content = readContent(file, this.pages)
    this.outline = readOutline(context, catalog)
    this.parents = readNumberTree(context, this.structure?.root.get(names.ParentTree))
    this.pageIndex = new Map(this.pages.map(({ ref, index }) => [ref, index]))
    const metadata = streamOf(context, catalog.get(names.Metadata))
    const packet = metadata && file.unpacked(metadata)
    this.xmp = packet && packet.length <= MAX_XMP_BYTES ? readXmp(packet) : undefined
  }

  /** Everything that the objects of the file hold. */
  get scan(): Scan {
    return this.file.scan
  }

  /** Number of a page from 1; undefined when the reference is no page. */
  pageNumber(ref: PDFRef | undefined): number | undefined {
    const index = ref && this.pageIndex.get(ref)
    return index === undefined ? undefined : index + 1
  }

  /** Page number and nearest words of an element, for a finding. */
  at(element: Element): { page?: number; near?: string } {
    const page = this.pageNumber(element.firstPage())
    const words = near(element, this.content)
    return { ...(page === undefined ? {} : { page }), ...(words === '' ? {} : { near: words }) }
  }

  /** Text below an element, as it is heard. */
  textOf(element: Element): string {
    return elementText(element, this.content)
  }

  /** Text of the whole structure, with marks where lines and blocks end. */
  get tagged(): MarkedText {
    this.marked ??= markedText(this.structure?.top ?? [], this.content)
    return this.marked
  }

  /** How the tagged text compares with that of the page. */
  compareWith(page: PageRecord): Comparison {
    if (this.compared?.page !== page)
      this.compared = { page, result: compareText(page.text, this.tagged.text) }
    return this.compared.result
  }

  /** Lines of type of a size, the longest first. */
  linesOf(body: number): readonly Line[] {
    if (this.measured?.body !== body) this.measured = { body, lines: lineLengths(this, body) }
    return this.measured.lines
  }

  /** A text of the document information dictionary. */
  info(
    key: 'Author' | 'CreationDate' | 'Creator' | 'Keywords' | 'ModDate' | 'Producer' | 'Subject' | 'Title',
  ): string | undefined {
    const { context, trailer } = this.file
    return textOf(context, dictOf(context, trailer.get(names.Info))?.get(names[key]))
  }
}
