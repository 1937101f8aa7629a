// Structure types in; those that PDF 1.7 does not know mapped to those it knows (ISO 14289-1, 7.1).
import { names } from '../../pdf-syntax/names.js'
import type { Draft } from './draft.js'
import { eachElement, isInline } from './tree/element.js'

/** ISO 32000-1, 14.8.4. */
const standard = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
)

/** Types of PDF 2.0 that Chromium writes. */
const newer = new Map([
  ['Strong', 'Span'],
  ['Em', 'Span'],
  ['Sub', 'Span'],
  ['Aside', 'Div'],
  ['Title', 'P'],
])

/** Writes the role map for types that are used; standard types are never mapped. */
export function roleMap(draft: Draft): void {
  const roles = new Map<string, string>()
  eachElement(draft.tree, (element) => {
    const { type, kids } = element
    if (standard.has(type) || roles.has(type)) return
    roles.set(type, newer.get(type) ?? (kids.every(isInline) ? 'Span' : 'Div'))
  })
  if (roles.size === 0) draft.structRoot.delete(names.RoleMap)
  else draft.structRoot.set(names.RoleMap, draft.context.obj(Object.fromEntries([...roles].sort())))
}
