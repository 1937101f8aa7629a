// The pages of a PDF in, each with its content bytes, resources and annotations out.
import { PDFArray, PDFDict, PDFRef } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import { dictOf, itemsOf, resolve, streamOf } from '../../pdf-syntax/objects.js'
import { inherited, readPages } from '../../pdf-syntax/trees.js'
import type { PdfFile } from '../open/file.js'

export interface Annotation {
  readonly ref: PDFRef | undefined
  readonly dict: PDFDict
}

export interface Page {
  /** From 0. */
  readonly index: number
  readonly ref: PDFRef
  readonly dict: PDFDict
  readonly resources: PDFDict | undefined
  /** Whether the page carries its resources itself. */
  readonly ownResources: boolean
  readonly annotations: readonly Annotation[]
  /** Content streams, joined. */
  readonly content: Uint8Array
}

const LINE_FEED = Uint8Array.of(0x0a)

/** Reads the page tree. A page that is no indirect object is given a reference that nothing else has. */
export function pagesOf(file: PdfFile): Page[] {
  const { context } = file
  return readPages(context).map(({ ref, dict }, index) => {
    const own = resolve(context, dict.get(names.Resources))
    const resources = inherited(dict, names.Resources)
    return {
      index,
      ref: ref ?? PDFRef.of(0, index),
      dict,
      resources: resources instanceof PDFDict ? resources : undefined,
      ownResources: own instanceof PDFDict,
      annotations: annotationsOf(dict),
      content: contentOf(file, dict),
    }
  })
}

function annotationsOf(page: PDFDict): Annotation[] {
  const { context } = page
  const list = resolve(context, page.get(names.Annots))
  if (!(list instanceof PDFArray)) return []
  const found: Annotation[] = []
  for (const item of list.asArray()) {
    const dict = dictOf(context, item)
    if (dict) found.push({ ref: item instanceof PDFRef ? item : undefined, dict })
  }
  return found
}

function contentOf(file: PdfFile, page: PDFDict): Uint8Array {
  const parts: Uint8Array[] = []
  for (const item of itemsOf(file.context, page.get(names.Contents))) {
    const stream = streamOf(file.context, item)
    const bytes = stream && file.unpacked(stream)
    if (bytes) parts.push(bytes, LINE_FEED)
  }
  return parts.length === 2 ? (parts[0] as Uint8Array) : Buffer.concat(parts)
}
