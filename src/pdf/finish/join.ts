// PDFs as Chromium printed them, in one order -> one such PDF with all their pages and tags, and the record of all.
import {
  PDFArray,
  type PDFContext,
  type PDFDict,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFRef,
} from '@cantoo/pdf-lib'
import { HandoutError } from '../../model/error.js'
import type { LanguageChange, PageRecord } from '../../model/pdf.js'
import { names } from '../../pdf-syntax/names.js'
import { arrayOf, dictOf, itemsOf, numberOf, readObjects, textOf } from '../../pdf-syntax/objects.js'
import { kidsOf } from '../../pdf-syntax/structure.js'
import { readPages } from '../../pdf-syntax/trees.js'
import { save } from './save.js'
import { textString } from './strings.js'

export interface PrintedPart {
  readonly bytes: Uint8Array
  readonly page: PageRecord
  /** BCP 47 tag. */
  readonly language: string
}

interface Part {
  readonly catalog: PDFDict
  readonly pages: readonly PDFRef[]
}

/** Joins what is printed, before it is finished. Ids in the pages must differ: links lead to them by name. */
export async function join(parts: readonly PrintedPart[]): Promise<{ bytes: Uint8Array; page: PageRecord }> {
  const [first, ...others] = parts
  if (!first) throw new HandoutError('internal', 'There is nothing to join.')
  const context = await readObjects(first.bytes)
  const all = [partOf(context, (ref) => ref)]
  for (const { bytes } of others) {
    const source = await readObjects(bytes)
    const copier = PDFObjectCopier.for(source, context)
    all.push(partOf(source, (object) => copier.copy(object)))
  }
  const catalog = all[0]?.catalog
  if (catalog) {
    for (const [index, part] of all.entries()) distinctIds(context, part, `part${index}`)
    joinPages(
      context,
      catalog,
      all.flatMap(({ pages }) => pages),
    )
    joinTags(context, all)
    joinPlaces(context, catalog, all)
    joinBookmarks(context, catalog, all)
  }
  return { bytes: save(context), page: joinRecords(parts) }
}

function partOf(source: PDFContext, copy: <Item extends PDFDict | PDFRef>(object: Item) => Item): Part {
  const catalog = dictOf(source, source.trailerInfo.Root)
  if (!catalog) throw new HandoutError('internal', 'The browser printed a PDF without a catalogue.')
  return { catalog: copy(catalog), pages: readPages(source).flatMap(({ ref }) => (ref ? [copy(ref)] : [])) }
}

function joinPages(context: PDFContext, catalog: PDFDict, pages: readonly PDFRef[]): void {
  const kids = PDFArray.withContext(context)
  const root = context.obj({ Type: 'Pages', Count: pages.length, Kids: kids })
  const rootRef = context.register(root)
  for (const page of pages) {
    dictOf(context, page)?.set(names.Parent, rootRef)
    kids.push(page)
  }
  catalog.set(names.Pages, rootRef)
}

/** The elements at the top of each part become one list; the tree of parents is written anew when the file is finished. */
function joinTags(context: PDFContext, all: readonly Part[]): void {
  const roots = all.flatMap((part) => dictOf(context, part.catalog.get(names.StructTreeRoot)) ?? [])
  const [root] = roots
  if (!root) return
  const kids = PDFArray.withContext(context)
  for (const one of roots)
    for (const item of itemsOf(context, one.get(names.K))) {
      // A document inside a document is a part of it.
      dictOf(context, item)?.set(names.S, PDFName.of('Part'))
      kids.push(item)
    }
  root.set(names.K, kids)
}

/** Browsers number ids of table headers anew in each document. */
function distinctIds(context: PDFContext, { catalog }: Part, prefix: string): void {
  const visit = (element: PDFDict): void => {
    const id = textOf(context, element.get(names.ID))
    if (id !== undefined) element.set(names.ID, textString(`${prefix}-${id}`))
    for (const item of itemsOf(context, element.get(names.A))) {
      const attributes = dictOf(context, item)
      const headers = arrayOf(context, attributes?.get(names.Headers))
      if (!headers) continue
      const renamed = PDFArray.withContext(context)
      for (const header of headers.asArray())
        renamed.push(textString(`${prefix}-${textOf(context, header) ?? ''}`))
      attributes?.set(names.Headers, renamed)
    }
    for (const kid of kidsOf(element)) if (kid.kind === 'element') visit(kid.dict)
  }
  const root = dictOf(context, catalog.get(names.StructTreeRoot))
  if (root) visit(root)
}

/** Places that links lead to, by their names. */
function joinPlaces(context: PDFContext, catalog: PDFDict, all: readonly Part[]): void {
  const places = context.obj({})
  for (const part of all)
    for (const [name, place] of dictOf(context, part.catalog.get(names.Dests))?.entries() ?? [])
      places.set(name, place)
  if (places.keys().length > 0) catalog.set(names.Dests, context.register(places))
}

/** The bookmarks at the top of each part become one list. */
function joinBookmarks(context: PDFContext, catalog: PDFDict, all: readonly Part[]): void {
  const items: PDFRef[] = []
  for (const part of all) {
    const seen = new Set<PDFRef>()
    let ref = dictOf(context, part.catalog.get(names.Outlines))?.get(names.First)
    while (ref instanceof PDFRef && !seen.has(ref)) {
      seen.add(ref)
      items.push(ref)
      ref = dictOf(context, ref)?.get(names.Next)
    }
  }
  const [first, last] = [items[0], items.at(-1)]
  if (!first || !last) return
  const root = context.register(
    context.obj({ Type: 'Outlines', First: first, Last: last, Count: items.length }),
  )
  for (const [index, item] of items.entries()) {
    const dict = dictOf(context, item)
    dict?.set(names.Parent, root)
    for (const [key, other] of [
      [names.Prev, items[index - 1]],
      [names.Next, items[index + 1]],
    ] as const)
      if (other) dict?.set(key, other)
      else dict?.delete(key)
    // Closed: a list of what the parts are.
    const count = numberOf(context, dict?.get(names.Count))
    if (count !== undefined) dict?.set(names.Count, PDFNumber.of(-Math.abs(count)))
  }
  catalog.set(names.Outlines, root)
}

function joinRecords(parts: readonly PrintedPart[]): PageRecord {
  let text = ''
  let language = parts[0]?.language
  const languages: LanguageChange[] = []
  for (const part of parts) {
    const start = text.length
    if (part.language !== language) languages.push({ start, language: part.language })
    for (const change of part.page.languages ?? [])
      languages.push({ start: start + change.start, language: change.language })
    language = languages.at(-1)?.language ?? language
    text += `${part.page.text}\n`
  }
  return { text, headings: parts.flatMap(({ page }) => page.headings), languages }
}
