// Bytes of a printed PDF in, the draft all finishing steps work on out.
import type { PDFContext, PDFDict, PDFRef } from '@cantoo/pdf-lib'
import { HandoutError } from '../../model/error.js'
import type { DocumentInfo, PageRecord, PdfFault } from '../../model/pdf.js'
import { names } from '../../pdf-syntax/names.js'
import { dictOf, readObjects } from '../../pdf-syntax/objects.js'
import { type PdfPage, readPages } from '../../pdf-syntax/trees.js'
import type { Content } from './content/mark.js'
import { readContents } from './content/read.js'
import type { FontCache } from './content/resources.js'
import { PageText } from './page-text.js'
import type { Element } from './tree/element.js'
import { newElement, readTree } from './tree/read.js'

export interface Draft {
  readonly context: PDFContext
  readonly catalog: PDFDict
  readonly pages: readonly PdfPage[]
  readonly fonts: FontCache
  /** Content of each page, in order. */
  readonly contents: readonly Content[]
  readonly structRoot: PDFDict
  /** The `Document` element. */
  readonly tree: Element
  readonly info: DocumentInfo
  readonly record: PageRecord
  /** Text of the page as the browser had it. */
  readonly text: PageText
  readonly faults: PdfFault[]
}

/** Reads the file: objects, pages, content streams, structure tree. */
export async function openDraft(pdf: Uint8Array, info: DocumentInfo, record: PageRecord): Promise<Draft> {
  const context = await readObjects(pdf)
  const catalog = dictOf(context, context.trailerInfo.Root)
  const structRoot = dictOf(context, catalog?.get(names.StructTreeRoot))
  if (!catalog || !structRoot) throw new HandoutError('internal', 'The browser printed a PDF without tags.')
  const pages = readPages(context)
  const fonts: FontCache = new Map()
  const contents = readContents(context, pages, fonts)
  const top = readTree(context, structRoot, contents)
  const [first] = top
  const tree = first?.type === 'Document' && top.length === 1 ? first : newElement(context, 'Document', top)
  return {
    context,
    catalog,
    pages,
    fonts,
    contents,
    structRoot,
    tree,
    info,
    record,
    text: new PageText(record.text),
    faults: [],
  }
}

/** Reference of the structure tree's root; it must be indirect, and Chromium's is. */
export function structRootRef(draft: Draft): PDFRef {
  const ref = draft.catalog.get(names.StructTreeRoot)
  return draft.context.getRef(ref ?? draft.structRoot) ?? draft.context.register(draft.structRoot)
}
