// Ways to break annotations, actions, links and attachments.
import { PDFArray, PDFDict, PDFNumber, type PDFObject, PDFString } from '@cantoo/pdf-lib'
import { name, type OpenPdf, text } from '../../helpers/mutate-pdf.js'
import { change, type Mutation } from './mutation.js'

type Entries = Parameters<OpenPdf['add']>[0] & object

export const annotationMutations: readonly Mutation[] = [
  change('link-tag', 'a link stands in a span', (pdf) => pdf.element('Link').set(name('S'), name('Span'))),
  change('link-tag', 'a link is in no element', (pdf) => {
    const link = pdf.element('Link')
    const kids = pdf.kids(link)
    for (let index = kids.size() - 1; index >= 0; index--) {
      if (kids.lookup(index) instanceof PDFDict && kids.lookup(index, PDFDict).has(name('Obj')))
        kids.remove(index)
    }
  }),
  change('link-contents', 'a link does not say where it leads', (pdf) =>
    firstLink(pdf).delete(name('Contents')),
  ),
  change('link-contents', 'what a link says is blank', (pdf) =>
    firstLink(pdf).set(name('Contents'), text(' ')),
  ),
  change('annotation-tag', 'a square is in no element', (pdf) => {
    annotate(pdf, undefined, { Subtype: 'Square', Contents: text('a square'), AP: look(pdf) })
  }),
  change('annotation-tag', 'a field stands in a paragraph', (pdf) => {
    annotate(pdf, 'P', { Subtype: 'Widget', FT: 'Tx', TU: text('a field'), AP: look(pdf) })
  }),
  change('annotation-tag', 'a printer’s mark is in the structure', (pdf) => {
    annotate(pdf, 'Annot', { Subtype: 'PrinterMark', AP: look(pdf) })
  }),
  change('annotation-contents', 'a square is not described', (pdf) => {
    annotate(pdf, 'Annot', { Subtype: 'Square', AP: look(pdf) })
  }),
  change('annotation-contents', 'a field has no name to say', (pdf) => {
    annotate(pdf, 'Form', { Subtype: 'Widget', FT: 'Tx', AP: look(pdf) })
  }),
  change('annotation-type', 'there is a film', (pdf) => {
    annotate(pdf, 'Annot', { Subtype: 'Movie', Contents: text('a film'), AP: look(pdf) })
  }),
  change('annotation-type', 'there is a trap network', (pdf) => {
    annotate(pdf, 'Annot', { Subtype: 'TrapNet', Contents: text('a trap'), AP: look(pdf) })
  }),
  change('annotation-flags', 'a link is not printed', (pdf) =>
    firstLink(pdf).set(name('F'), PDFNumber.of(0)),
  ),
  change('annotation-flags', 'a link is hidden', (pdf) => firstLink(pdf).set(name('F'), PDFNumber.of(6))),
  change('annotation-flags', 'a link has no flags', (pdf) => firstLink(pdf).delete(name('F'))),
  change('annotation-appearance', 'a square has no look', (pdf) => {
    annotate(pdf, 'Annot', { Subtype: 'Square', Contents: text('a square') })
  }),
  change('annotation-appearance', 'a square has two looks', (pdf) => {
    const both = { ...look(pdf), D: pdf.addStream('') }
    annotate(pdf, 'Annot', { Subtype: 'Square', Contents: text('a square'), AP: both })
  }),
  change('form-forbidden', 'the reader must draw the form', (pdf) => {
    pdf.catalog.set(name('AcroForm'), pdf.object({ Fields: [], NeedAppearances: true }))
  }),
  change('form-forbidden', 'there is an XFA form', (pdf) => {
    pdf.catalog.set(name('AcroForm'), pdf.object({ Fields: [], XFA: [] }))
  }),
  change('form-forbidden', 'a field does something', (pdf) => {
    annotate(pdf, 'Form', { Subtype: 'Widget', FT: 'Tx', TU: text('a field'), AP: look(pdf), AA: {} })
  }),

  change('action-forbidden', 'a link starts a program', (pdf) => act(pdf, { S: 'Launch' })),
  change('action-forbidden', 'a link runs JavaScript', (pdf) =>
    act(pdf, { S: 'JavaScript', JS: text('app.alert(1)') }),
  ),
  change('action-forbidden', 'opening runs JavaScript', (pdf) => {
    pdf.catalog.set(name('OpenAction'), pdf.object({ S: 'JavaScript', JS: text('app.alert(1)') }))
  }),
  change('action-forbidden', 'there is named JavaScript', (pdf) => {
    pdf.catalog.set(name('Names'), pdf.object({ JavaScript: { Names: [] } }))
  }),
  change('action-forbidden', 'a link prints', (pdf) => act(pdf, { S: 'Named', N: 'Print' })),
  change('action-forbidden', 'a following action hides something', (pdf) => {
    act(pdf, { S: 'URI', URI: text('https://example.org/'), Next: { S: 'Hide', T: text('all') } })
  }),
  change('additional-actions', 'something happens on closing', (pdf) => {
    pdf.catalog.set(name('AA'), pdf.object({ WC: { S: 'URI', URI: text('https://example.org/') } }))
  }),
  change('additional-actions', 'something happens on a page', (pdf) =>
    pdf.linkPage.set(name('AA'), pdf.object({})),
  ),
  change('additional-actions', 'opening leads to the web', (pdf) => {
    pdf.catalog.set(name('OpenAction'), pdf.object({ S: 'URI', URI: text('https://example.org/') }))
  }),
  address('a program', 'javascript:alert(1)'),
  address('data', 'data:text/html,hello'),
  address('a file', 'file:///home/reader/notes.html'),
  address('a page beside it', 'other.html'),
  address('an address from the root', '/advice'),
  address('nowhere on the web', 'https://'),
  change('link-target', 'a link leads to a name that is not there', (pdf) => {
    internalLink(pdf).set(name('Dest'), name('nowhere'))
  }),
  change('link-target', 'a link leads to what is no page', (pdf) => {
    internalLink(pdf).set(name('Dest'), pdf.object([pdf.ref(pdf.element('P')), name('Fit')]))
  }),
  change('link-target', 'a bookmark leads to what is no page', (pdf) => {
    const first = pdf.dict(pdf.catalog, 'Outlines', 'First')
    first.delete(name('A'))
    first.set(name('Dest'), pdf.object([pdf.ref(pdf.structure), name('Fit')]))
  }),
  change('embedded-file', 'a file is attached', (pdf) => {
    const file = pdf.addStream('hello', { Type: 'EmbeddedFile' })
    const spec = pdf.add({ Type: 'Filespec', F: text('a.txt'), UF: text('a.txt'), EF: { F: file } })
    pdf.catalog.set(name('Names'), pdf.object({ EmbeddedFiles: { Names: [text('a.txt'), spec] } }))
  }),
  change('embedded-file', 'a file lies in the PDF', (pdf) => {
    pdf.addStream('hello', { Type: 'EmbeddedFile' })
  }),
]

function firstLink(pdf: OpenPdf): PDFDict {
  return pdf.links[0] as PDFDict
}

function webLink(pdf: OpenPdf): PDFDict {
  const found = pdf.links.find((link) => link.lookup(name('A')) instanceof PDFDict)
  if (!found) throw new Error('There is no link to the web')
  return found
}

function internalLink(pdf: OpenPdf): PDFDict {
  const found = pdf.links.find((link) => link.has(name('Dest')))
  if (!found) throw new Error('There is no link within the PDF')
  return found
}

function act(pdf: OpenPdf, action: Entries): void {
  webLink(pdf).set(name('A'), pdf.object(action))
}

function address(what: string, uri: string): Mutation {
  return change('link-address', `a link leads to ${what}`, (pdf) => {
    webLink(pdf).set(name('A'), pdf.object({ S: 'URI', URI: PDFString.of(uri) }))
  })
}

function look(pdf: OpenPdf): Record<string, PDFObject> {
  return { N: pdf.addStream('', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10], Resources: {} }) }
}

/** Adds an annotation to the page with links; in an element of a type, unless there is none. */
function annotate(pdf: OpenPdf, type: string | undefined, entries: Entries): void {
  const page = pdf.linkPage
  const annotation = pdf.add({
    Type: 'Annot',
    Rect: [10, 10, 20, 20],
    F: 4,
    P: pdf.ref(page),
    ...entries,
  } as Entries)
  page.lookup(name('Annots'), PDFArray).push(annotation)
  if (type === undefined) return
  const kid = { Type: 'OBJR', Obj: annotation, Pg: pdf.ref(page) }
  const element = pdf.addElement(pdf.element('Document'), type, { K: kid })
  pdf.context
    .lookup(annotation, PDFDict)
    .set(name('StructParent'), PDFNumber.of(pdf.addParent(pdf.ref(element))))
}
