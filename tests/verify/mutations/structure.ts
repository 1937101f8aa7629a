// Ways to break what elements are and what stands in what: types, headings, lists, tables, alternatives.
import { PDFArray, PDFDict, type PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { name, type OpenPdf, text } from '../../helpers/mutate-pdf.js'
import { change, expectElse, type Mutation, withoutPage } from './mutation.js'

export const structureMutations: readonly Mutation[] = [
  change('type-unmapped', 'a type is made up', (pdf) => retype(pdf.element('P'), 'Paragraph')),
  change('type-unmapped', 'the role map is gone', (pdf) => {
    pdf.structure.delete(name('RoleMap'))
  }),
  change('role-map-circular', 'roles run in a circle', (pdf) => mapRole(pdf, { One: 'Two', Two: 'One' })),
  change('role-map-standard', 'a paragraph is to be a quote', (pdf) => mapRole(pdf, { P: 'Quote' })),

  change('heading-order', 'a level is skipped', (pdf) => retype(pdf.element('H3'), 'H4'), withoutPage),
  change('heading-mixed', 'a paragraph becomes a heading without level', (pdf) =>
    retype(pdf.element('P'), 'H'),
  ),
  change('heading-twin', 'two headings without level stand together', twinHeadings, withoutPage),
  change('heading-empty', 'a heading is empty', (pdf) => pdf.addElement(pdf.element('Document'), 'H2')),

  change('list-kids', 'a list holds a paragraph', (pdf) => pdf.addElement(pdf.element('L'), 'P')),
  change('list-kids', 'a caption stands last in a list', (pdf) =>
    pdf.addElement(pdf.element('L'), 'Caption'),
  ),
  change('list-item-parent', 'an item stands in no list', (pdf) =>
    pdf.addElement(pdf.element('Document'), 'LI'),
  ),
  change('list-item-kids', 'an item holds a paragraph', (pdf) => pdf.addElement(pdf.element('LI'), 'P')),
  change('list-item-kids', 'an item loses its body', (pdf) => dissolve(pdf, pdf.element('LBody'))),
  change('list-body-parent', 'a body stands in no item', (pdf) => pdf.addElement(pdf.element('P'), 'LBody')),
  change('list-numbering', 'a list is numbered in a way that is made up', (pdf) => {
    pdf.element('L').set(name('A'), pdf.object({ O: name('List'), ListNumbering: name('Stars') }))
  }),
  change('contents-kids', 'a table of contents holds a paragraph', (pdf) => {
    pdf.addElement(pdf.addElement(pdf.element('Document'), 'TOC'), 'P')
  }),
  change('contents-kids', 'an entry stands in no table of contents', (pdf) => {
    pdf.addElement(pdf.element('Document'), 'TOCI')
  }),

  change('table-kids', 'a table holds a paragraph', (pdf) => pdf.addElement(pdf.element('Table'), 'P')),
  change('table-kids', 'a table has a second caption', (pdf) => {
    const table = pdf.element('Table')
    pdf.addElement(table, 'Caption')
    pdf.addElement(table, 'Caption')
  }),
  change('table-groups', 'a table has two heads', (pdf) => {
    for (const type of ['THead', 'THead', 'TBody']) pdf.addElement(pdf.element('Table'), type)
  }),
  change('table-groups', 'a table has a foot and no body', (pdf) =>
    pdf.addElement(pdf.element('Table'), 'TFoot'),
  ),
  change('table-group-kids', 'a body holds a paragraph', (pdf) => {
    pdf.addElement(pdf.addElement(pdf.element('Table'), 'TBody'), 'P')
  }),
  change('table-group-kids', 'a body stands in no table', (pdf) =>
    pdf.addElement(pdf.element('Document'), 'TBody'),
  ),
  change('table-row-parent', 'a row stands in no table', (pdf) =>
    pdf.addElement(pdf.element('Document'), 'TR'),
  ),
  change('table-row-kids', 'a row holds a paragraph', (pdf) => pdf.addElement(pdf.element('TR'), 'P')),
  change('table-cell-parent', 'a cell stands in no row', (pdf) => pdf.addElement(pdf.element('P'), 'TD')),
  change('table-cell-parent', 'a header cell stands in no row', (pdf) => {
    pdf.addElement(pdf.element('P'), 'TH', { A: { O: name('Table'), Scope: name('Row') } })
  }),
  change('table-columns', 'a cell does not span its two columns', (pdf) => {
    setAttribute(wideCell(pdf), 'ColSpan', PDFNumber.of(1))
  }),
  change('table-columns', 'a row has one cell more', (pdf) => pdf.addElement(pdf.element('TR', 1), 'TD')),
  change('table-overlap', 'a cell reaches below the table', (pdf) => {
    setAttribute(wideCell(pdf), 'RowSpan', PDFNumber.of(2))
  }),
  change('table-header-scope', 'a header says nothing', (pdf) => {
    for (const cell of pdf.all('TD')) deleteAttribute(cell, 'Headers')
    deleteAttribute(pdf.element('TH'), 'Scope')
  }),
  change('table-headers-unknown', 'a cell names a header that is not there', (pdf) => {
    deleteAttribute(pdf.element('TD'), 'Headers')
    attributes(pdf.element('TD')).push(pdf.object({ O: name('Table'), Headers: [text('nobody')] }))
  }),
  change('table-header-missing', 'no cell is a header', (pdf) => {
    for (const cell of pdf.all('TD')) deleteAttribute(cell, 'Headers')
    for (const cell of pdf.all('TH')) retype(cell, 'TD')
  }),

  change('figure-alternative', 'a picture has no words', (pdf) => {
    pdf.element('Figure').delete(name('Alt'))
  }),
  change('figure-alternative', 'the words of a picture are blank', (pdf) => {
    pdf.element('Figure').set(name('Alt'), text('  '))
  }),
  change('figure-box', 'a picture is nowhere', (pdf) => {
    pdf.element('Figure').delete(name('A'))
  }),
  change('figure-box', 'a picture has no height', (pdf) => {
    pdf.element('Figure').set(name('A'), pdf.object({ O: name('Layout'), BBox: [10, 10, 90, 10] }))
  }),
  change('formula-alternative', 'a formula has no words', (pdf) => {
    const figure = pdf.element('Figure')
    retype(figure, 'Formula')
    figure.delete(name('Alt'))
  }),
  change('note-id', 'a note has no id', (pdf) => pdf.addElement(pdf.element('P'), 'Note')),

  expectElse('headings-differ', 'the page has a heading of another level', ({ page, ...rest }) => ({
    ...rest,
    ...(page
      ? { page: { ...page, headings: page.headings.map(({ text: words }) => ({ level: 1, text: words })) } }
      : {}),
  })),
  change('outline-differs', 'a bookmark has other words', (pdf) => {
    pdf.dict(pdf.catalog, 'Outlines', 'First').set(name('Title'), text('Another heading'))
  }),
  change('outline-differs', 'there are no bookmarks', (pdf) => {
    pdf.catalog.delete(name('Outlines'))
  }),
  change('outline-differs', 'a bookmark hangs one level too high', (pdf) => {
    const first = pdf.dict(pdf.catalog, 'Outlines', 'First')
    first.set(name('Next'), first.get(name('First')) as PDFName)
    first.delete(name('First'))
  }),
]

function retype(element: PDFDict, type: string): void {
  element.set(name('S'), name(type))
}

function mapRole(pdf: OpenPdf, roles: Readonly<Record<string, string>>): void {
  const before = pdf.structure.lookupMaybe(name('RoleMap'), PDFDict)
  const map = before ?? (pdf.object({}) as PDFDict)
  for (const [from, to] of Object.entries(roles)) map.set(name(from), name(to))
  pdf.structure.set(name('RoleMap'), map)
}

/** No numbered headings, no bookmarks; two paragraphs side by side become headings. */
function twinHeadings(pdf: OpenPdf): void {
  for (const type of ['H1', 'H2', 'H3']) for (const heading of pdf.all(type)) retype(heading, 'P')
  pdf.catalog.delete(name('Outlines'))
  const parent = pdf.element('Document')
  const [first, second] = pdf.all('P').filter((paragraph) => pdf.parent(paragraph) === parent)
  if (!first || !second) throw new Error('The document has no two paragraphs')
  retype(first, 'H')
  retype(second, 'H')
}

/** Hands the kids of an element to its parent. */
function dissolve(pdf: OpenPdf, element: PDFDict): void {
  const parent = pdf.parent(element)
  const kids = pdf.kids(parent)
  kids.remove(kids.asArray().indexOf(pdf.ref(element)))
  parent.set(name('Pg'), pdf.ref(pdf.pageOf(element)))
  const slots = pdf.slots(pdf.pageOf(element))
  for (const kid of pdf.kids(element).asArray()) {
    kids.push(kid)
    if (kid instanceof PDFNumber) slots.set(kid.asNumber(), pdf.ref(parent))
    else pdf.context.lookup(kid, PDFDict).set(name('P'), pdf.ref(parent))
  }
}

/** Attribute objects of an element, as a list that can be changed. */
function attributes(element: PDFDict): PDFArray {
  const value = element.lookup(name('A'))
  if (value instanceof PDFArray) return value
  const list = PDFArray.withContext(element.context)
  if (value) list.push(value)
  element.set(name('A'), list)
  return list
}

function setAttribute(element: PDFDict, key: string, value: PDFNumber): void {
  deleteAttribute(element, key)
  const object = PDFDict.withContext(element.context)
  object.set(name('O'), name('Table'))
  object.set(name(key), value)
  attributes(element).push(object)
}

function deleteAttribute(element: PDFDict, key: string): void {
  for (const item of attributes(element).asArray()) {
    const object = element.context.lookup(item)
    if (object instanceof PDFDict) object.delete(name(key))
  }
}

/** The cell that spans two columns, in the last row. */
function wideCell(pdf: OpenPdf): PDFDict {
  return pdf.element('TD', -1)
}
