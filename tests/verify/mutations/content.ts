// Ways to break content streams, and the ties between content and structure.
import { PDFName, PDFNull, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { name, type OpenPdf, text } from '../../helpers/mutate-pdf.js'
import { showText } from '../../helpers/pdf-objects.js'
import { change, type Mutation, withoutPage } from './mutation.js'

const FIRST_MARK = /\/\w+ ?<<\s*\/MCID (\d+)\s*>>\s*BDC/

export const contentMutations: readonly Mutation[] = [
  change('untagged-content', 'a path is painted', (pdf) => pdf.append('0 0 10 10 re f')),
  change('untagged-content', 'a line is painted', (pdf) => pdf.append('0 0 m 10 10 l S')),
  change('untagged-content', 'text is shown', (pdf) => pdf.append(showText(pdf, 'e'))),
  change('untagged-content', 'a picture in the page is painted', (pdf) =>
    pdf.append('BI /W 1 /H 1 /BPC 8 /CS /G ID x EI'),
  ),
  change('untagged-content', 'a drawing is painted', (pdf) => {
    drawForm(pdf, '0 0 10 10 re f', (draw) => pdf.append(draw))
  }),
  change('untagged-content', 'an artifact is no longer one', (pdf) =>
    pdf.editPage(pdf.pages[0] as never, (content) => content.replace(/\/Artifact BMC/, '/Span BMC')),
  ),
  change('artifact-in-tagged', 'decoration stands in a paragraph', (pdf) =>
    pdf.editPage(pdf.pages[0] as never, (content) =>
      content.replace(FIRST_MARK, (mark) => `${mark} /Artifact BMC 0 0 1 1 re f EMC`),
    ),
  ),
  change('artifact-in-tagged', 'a tagged drawing holds decoration', (pdf) => {
    drawForm(pdf, '/Artifact BMC 0 0 1 1 re f EMC', (draw) =>
      pdf.editPage(pdf.pages[0] as never, (content) =>
        content.replace(FIRST_MARK, (mark) => `${mark} ${draw}`),
      ),
    )
  }),
  change('tagged-in-artifact', 'a paragraph stands in decoration', (pdf) =>
    pdf.editPage(pdf.pages[0] as never, (content) =>
      content.replace(new RegExp(`${FIRST_MARK.source}[\\s\\S]*?EMC`), (mark) => `/Artifact BMC ${mark} EMC`),
    ),
  ),
  change('mark-unbalanced', 'a mark is closed that is not open', (pdf) => pdf.append('EMC')),
  change('mark-unbalanced', 'a mark is not closed', (pdf) => pdf.append('/Artifact BMC')),
  change('mcid-duplicate', 'a number is used again', (pdf) => {
    const paragraph = pdf.element('P')
    pdf.append(`/P <</MCID ${pdf.marks(paragraph)[0]}>>BDC EMC`, pdf.pageOf(paragraph))
  }),
  change('tagged-form-repeated', 'a tagged drawing is drawn twice', (pdf) => {
    const page = pdf.pages[0] as never
    const paragraph = pdf.element('P')
    drawForm(pdf, '/P <</MCID 0>>BDC EMC', (draw, form) => {
      pdf.context.lookup(form)
      const key = pdf.addParent(pdf.object([pdf.ref(paragraph)]))
      pdf.dict(page, 'Resources', 'XObject', 'Drawing').set(name('StructParents'), PDFNumber.of(key))
      pdf.kids(paragraph).push(pdf.object({ Type: 'MCR', Pg: pdf.ref(page), Stm: form, MCID: 0 }))
      pdf.append(`${draw} ${draw}`)
    })
  }),
  change('operator-unknown', 'an operator is made up', (pdf) => pdf.append('1 2 blink')),
  change('element-type', 'an element does not say what it is', (pdf) => {
    pdf.element('P').delete(name('Type'))
  }),
  change('element-parent', 'an element names another parent', (pdf) => {
    pdf.element('P').set(name('P'), pdf.ref(pdf.element('L')))
  }),
  change('element-parent', 'an element hangs on two parents', (pdf) => {
    pdf.kids(pdf.parent(pdf.element('P', -1))).push(pdf.ref(pdf.element('P', -2)))
  }),
  change('element-kid', 'a kid is a string', (pdf) => pdf.kids(pdf.element('P')).push(PDFString.of('kid'))),
  change('element-kid', 'a kid is a name', (pdf) => pdf.kids(pdf.element('L')).push(PDFName.of('LI'))),
  change('element-kid', 'content is on no page', (pdf) => {
    pdf.addElement(pdf.element('Document'), 'P', { K: 0 })
  }),
  change('content-unlisted', 'new content is in no element', (pdf) => pdf.append('/P <</MCID 900>>BDC EMC')),
  change('content-unlisted', 'a paragraph forgets its content', forgetContent, withoutPage),
  change('content-missing', 'an element lists content that is not there', (pdf) =>
    pdf.kids(pdf.element('P')).push(PDFNumber.of(900)),
  ),
  change(
    'content-shared',
    'an element lists the content of another',
    (pdf) => {
      const [first, second] = paragraphsOfOnePage(pdf)
      pdf.kids(first).push(PDFNumber.of(pdf.marks(second)[0] as number))
    },
    withoutPage,
  ),
  change('parent-tree-content', 'a number leads nowhere', (pdf) => {
    const paragraph = pdf.element('P')
    pdf.slots(pdf.pageOf(paragraph)).set(pdf.marks(paragraph)[0] as number, PDFNull)
  }),
  change('parent-tree-content', 'two numbers are swapped', (pdf) => {
    const [first, second] = paragraphsOfOnePage(pdf)
    const slots = pdf.slots(pdf.pageOf(first))
    slots.set(pdf.marks(first)[0] as number, pdf.ref(second))
    slots.set(pdf.marks(second)[0] as number, pdf.ref(first))
  }),
  change('parent-tree-content', 'a page has no key', (pdf) => {
    pdf.pages[0]?.delete(name('StructParents'))
  }),
  change('parent-tree-content', 'a number leads to an element that does not list it', (pdf) => {
    const paragraph = pdf.element('P')
    pdf.slots(pdf.pageOf(paragraph)).push(pdf.ref(paragraph))
  }),
  change('parent-tree-object', 'a link has another key', (pdf) => {
    pdf.links[0]?.set(name('StructParent'), PDFNumber.of(900))
  }),
  change('parent-tree-object', 'a link has no key', (pdf) => {
    pdf.links[0]?.delete(name('StructParent'))
  }),
  change('parent-tree-object', 'the key of a link leads to a paragraph', (pdf) => {
    const { index } = pdf.parentEntry(
      pdf.links[0]?.lookup(name('StructParent'), PDFNumber).asNumber() as number,
    )
    pdf.parentNumbers.set(index, pdf.ref(pdf.element('P')))
  }),
  change('parent-tree-object', 'a key of nothing leads to an element', (pdf) => {
    pdf.addParent(pdf.ref(pdf.element('P')))
  }),
  change('element-id', 'two elements have one id', (pdf) => {
    pdf.element('P').set(name('ID'), text('twin'))
    pdf.element('P', 1).set(name('ID'), text('twin'))
    pdf.structure.set(
      name('IDTree'),
      pdf.object({ Names: [...idPairs(pdf), text('twin'), pdf.ref(pdf.element('P'))] }),
    )
  }),
  change('element-id', 'an id cannot be looked up', (pdf) => {
    pdf.element('P').set(name('ID'), text('lonely'))
  }),
]

/** Adds a form to the first page's resources and hands on how it is drawn. */
function drawForm(
  pdf: OpenPdf,
  content: string,
  use: (draw: string, form: ReturnType<OpenPdf['addStream']>) => void,
): void {
  const form = pdf.addStream(content, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 10, 10],
    Resources: {},
  })
  const resources = pdf.dict(pdf.pages[0] as never, 'Resources')
  if (!resources.has(name('XObject'))) resources.set(name('XObject'), pdf.object({}))
  pdf.dict(resources, 'XObject').set(name('Drawing'), form)
  use('/Drawing Do', form)
}

function paragraphsOfOnePage(pdf: OpenPdf) {
  const all = pdf.all('P').filter((paragraph) => pdf.marks(paragraph).length > 0)
  const [first] = all
  const second = all.find(
    (paragraph) => paragraph !== first && first && pdf.pageOf(paragraph) === pdf.pageOf(first),
  )
  if (!first || !second) throw new Error('No page has two paragraphs')
  return [first, second] as const
}

function forgetContent(pdf: OpenPdf): void {
  const paragraph = pdf.element('P', -1)
  const slots = pdf.slots(pdf.pageOf(paragraph))
  for (const mark of pdf.marks(paragraph)) slots.set(mark, PDFNull)
  paragraph.delete(name('K'))
}

/** What the id tree holds, flat. */
function idPairs(pdf: OpenPdf) {
  return pdf.elements.flatMap((element) => {
    const id = element.get(name('ID'))
    return id && element.get(name('S')) !== name('P') ? [id, pdf.ref(element)] : []
  })
}
