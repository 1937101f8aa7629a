// A PDF as Chromium printed it in; a PDF/UA-1 and PDF/A-2a file out, and the faults that are the page's own.
import type { DocumentInfo, FinishedPdf, PageRecord } from '../../model/pdf.js'
import { align } from './align.js'
import { artifacts } from './artifacts.js'
import { bookmarks } from './bookmarks.js'
import { applyEdits } from './content/apply.js'
import { clusters } from './content/clusters.js'
import { openDraft, structRootRef } from './draft.js'
import { elementIds } from './element-ids.js'
import { figures, unwrapFigures } from './figures.js'
import { flatten } from './flatten.js'
import { missingGlyphs } from './glyphs.js'
import { skippedHeadings } from './headings.js'
import { languages } from './languages.js'
import { links } from './links.js'
import { lists } from './lists.js'
import { metadata } from './metadata.js'
import { outputIntent } from './output-intent.js'
import { readingOrder } from './reading-order.js'
import { repeated } from './repeated.js'
import { repeatedForms } from './repeated-forms.js'
import { roleMap } from './role-map.js'
import { save } from './save.js'
import { lostSpaces } from './spaces.js'
import { irregularTables } from './tables.js'
import { toUnicode } from './to-unicode.js'
import { writeTree } from './tree/write.js'
import { view } from './view.js'

/**
 * Finishes a printed PDF. The same input gives the same bytes, whatever the browser printed before; dates come from
 * `info` alone. It reads and writes nothing outside of its arguments.
 */
export async function finish(pdf: Uint8Array, info: DocumentInfo, page: PageRecord): Promise<FinishedPdf> {
  const draft = await openDraft(pdf, info, page)

  // What is content, and what is only looked at.
  artifacts(draft)
  repeated(draft)

  // The structure.
  unwrapFigures(draft)
  align(draft)
  readingOrder(draft)
  flatten(draft)
  lists(draft)
  languages(draft)
  lostSpaces(draft)
  draft.contents.forEach(clusters)
  elementIds(draft)
  roleMap(draft)

  // What people hear about it.
  figures(draft)
  links(draft)
  bookmarks(draft)

  // What only the author can mend.
  irregularTables(draft)
  skippedHeadings(draft)
  missingGlyphs(draft)
  repeatedForms(draft)

  // The file.
  toUnicode(draft)
  view(draft)
  metadata(draft)
  outputIntent(draft)
  draft.contents.forEach(applyEdits)
  writeTree(draft.context, structRootRef(draft), draft.structRoot, draft.tree, draft.contents)
  return { bytes: save(draft.context), pages: draft.pages.length, faults: draft.faults }
}
