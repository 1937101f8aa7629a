// The bookmarks of a PDF in, their titles with levels out.
import type { PDFContext, PDFDict, PDFObject } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import { dictOf, textOf } from '../../pdf-syntax/objects.js'
import { MAX_TREE_DEPTH } from '../limits.js'

export interface Bookmark {
  /** 1 for the outermost. */
  readonly level: number
  readonly title: string
  readonly dict: PDFDict
}

/** Reads the outline in order; a circle in it is cut. */
export function readOutline(context: PDFContext, catalog: PDFDict): Bookmark[] {
  const found: Bookmark[] = []
  const seen = new Set<PDFDict>()
  const walk = (first: PDFObject | undefined, level: number): void => {
    for (let item = dictOf(context, first); item; item = dictOf(context, item.get(names.Next))) {
      if (seen.has(item) || level > MAX_TREE_DEPTH) return
      seen.add(item)
      found.push({ level, title: textOf(context, item.get(names.Title)) ?? '', dict: item })
      walk(item.get(names.First), level + 1)
    }
  }
  walk(dictOf(context, catalog.get(names.Outlines))?.get(names.First), 1)
  return found
}
