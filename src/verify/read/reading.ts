// An opened PDF in, everything the checks look at out, each part read once and only when asked for.
import type { PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import { dictOf, streamOf, textOf } from '../../pdf-syntax/objects.js'
import { readNumberTree } from '../../pdf-syntax/trees.js'
import type { PdfFile } from '../open/file.js'
import { type Content, readContent } from './content.js'
import { type Element, readStructure, type Structure } from './elements.js'
import type { Mark } from './marks.js'
import { type Bookmark, readOutline } from './outline.js'
import { type Owners, ownersOf } from './owners.js'
import { type Page, pagesOf } from './pages.js'
import { type Scan, scan } from './scan.js'
import { elementText, near } from './text.js'
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
  readonly scan: Scan
  readonly owners: Owners
  private readonly pageIndex: ReadonlyMap<PDFRef, number>

  constructor(file: PdfFile) {
    const { context, catalog } = file
    this.file = file
    this.pages = pagesOf(file)
    this.structure = readStructure(context, catalog)
    this.owners = ownersOf(this.structure)
    this.content = readContent(file, this.pages)
    this.outline = readOutline(context, catalog)
    this.parents = readNumberTree(context, this.structure?.root.get(names.ParentTree))
    this.pageIndex = new Map(this.pages.map(({ ref, index }) => [ref, index]))
    this.scan = scan(file)
    const metadata = streamOf(context, catalog.get(names.Metadata))
    const packet = metadata && file.unpacked(metadata)
    this.xmp = packet && packet.length <= MAX_XMP_BYTES ? readXmp(packet) : undefined
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

  /** The marked content of a kid. */
  markOf(kid: { mcid: number; page: PDFRef | undefined; stream: PDFRef | undefined }): Mark | undefined {
    const owner = kid.stream ?? kid.page
    return owner && this.content.marks.get(owner)?.get(kid.mcid)
  }

  /** A text of the document information dictionary. */
  info(
    key: 'Author' | 'CreationDate' | 'Creator' | 'Keywords' | 'ModDate' | 'Producer' | 'Subject' | 'Title',
  ): string | undefined {
    const { context, trailer } = this.file
    return textOf(context, dictOf(context, trailer.get(names.Info))?.get(names[key]))
  }
}
