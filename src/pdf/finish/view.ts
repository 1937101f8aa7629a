// Catalog and pages in; language, title bar and tab order set (ISO 14289-1, 7.1, 7.2 and 7.18.3).
import { PDFName } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import type { Draft } from './draft.js'
import { textString } from './strings.js'

/** Tab order of annotations follows the structure. */
const byStructure = PDFName.of('S')

/** Says how the document is to be read and shown. */
export function view(draft: Draft): void {
  const { context, catalog, tree } = draft
  const language = textString(draft.info.language)
  catalog.set(names.Lang, language)
  tree.dict.set(names.Lang, language)
  catalog.set(names.ViewerPreferences, context.obj({ DisplayDocTitle: true }))
  catalog.set(names.MarkInfo, context.obj({ Marked: true }))
  for (const page of draft.pages) page.dict.set(names.Tabs, byStructure)
  catalog.delete(names.Version)
}
