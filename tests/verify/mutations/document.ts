// Ways to break the catalog, the pages as objects, and the metadata.
import { PDFArray, PDFBool, PDFDict } from '@cantoo/pdf-lib'
import { name, type OpenPdf, text } from '../../helpers/mutate-pdf.js'
import { change, expectElse, type Mutation, morePages } from './mutation.js'

const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/156.0'

export const documentMutations: readonly Mutation[] = [
  change('marked', 'the mark says false', (pdf) => {
    pdf.dict(pdf.catalog, 'MarkInfo').set(name('Marked'), PDFBool.False)
  }),
  change('marked', 'there is no mark', (pdf) => {
    pdf.catalog.delete(name('MarkInfo'))
  }),
  change('suspects', 'tags are suspect', (pdf) => {
    pdf.dict(pdf.catalog, 'MarkInfo').set(name('Suspects'), PDFBool.True)
  }),
  change('structure-missing', 'there is no structure tree', (pdf) => {
    pdf.catalog.delete(name('StructTreeRoot'))
  }),
  change('title-bar', 'the file name is shown', (pdf) => {
    pdf.dict(pdf.catalog, 'ViewerPreferences').set(name('DisplayDocTitle'), PDFBool.False)
  }),
  change('language-missing', 'there is no language', (pdf) => {
    pdf.catalog.delete(name('Lang'))
  }),
  change('language-invalid', 'the language is a locale', (pdf) => {
    pdf.catalog.set(name('Lang'), text('en-US@posix'))
  }),
  change('language-invalid', 'an element is in no language', (pdf) => {
    pdf.element('P').set(name('Lang'), text('plain English'))
  }),
  change('language-invalid', 'marked content is in no language', (pdf) => {
    pdf.append('/Artifact BMC /Span <</Lang (en_US)>>BDC EMC EMC')
  }),
  change('tab-order', 'a page with links has no order', (pdf) => {
    pdf.linkPage.delete(name('Tabs'))
  }),
  change('tab-order', 'the order is by rows', (pdf) => {
    pdf.linkPage.set(name('Tabs'), name('R'))
  }),
  change('optional-content', 'layers have no name', (pdf) => {
    pdf.catalog.set(name('OCProperties'), pdf.object({ OCGs: [], D: { Order: [] } }))
  }),
  change('optional-content', 'layers switch themselves', (pdf) => {
    pdf.catalog.set(name('OCProperties'), pdf.object({ OCGs: [], D: { Name: text('all'), AS: [] } }))
  }),
  change('catalog-forbidden', 'the PDF makes requirements', (pdf) => {
    pdf.catalog.set(name('Requirements'), pdf.object([]))
  }),
  change('catalog-forbidden', 'the PDF is a dynamic form', (pdf) => {
    pdf.catalog.set(name('NeedsRendering'), PDFBool.True)
  }),
  change('catalog-forbidden', 'there are alternate presentations', (pdf) => {
    pdf.catalog.set(name('Names'), pdf.object({ AlternatePresentations: {} }))
  }),
  change('catalog-forbidden', 'a page is shown in steps', (pdf) => {
    pdf.pages[0]?.set(name('PresSteps'), pdf.object({}))
  }),
  change('resources-inherited', 'a page takes its resources from the tree', (pdf) => {
    const page = pdf.pages[0] as PDFDict
    page.lookup(name('Parent'), PDFDict).set(name('Resources'), pdf.dict(page, 'Resources'))
    page.delete(name('Resources'))
  }),
  change('page-empty', 'a page is empty', addEmptyPage, morePages),
  change('xmp-missing', 'there is no metadata', (pdf) => {
    pdf.catalog.delete(name('Metadata'))
  }),
  xmp('xmp-invalid', 'a tag is not closed', '</rdf:RDF>', ''),
  xmp('xmp-invalid', 'a prefix has no namespace', '<dc:format>application/pdf</dc:format>', '<no:thing/>'),
  xmp('xmp-invalid', 'the packet tells its encoding', ' id="W5M0', ' encoding="UTF-8" id="W5M0'),
  xmp('title-missing', 'there is no title', /<dc:title>.*?<\/dc:title>/s, ''),
  xmp('title-missing', 'the title is empty', /(<dc:title>.*?<rdf:li[^>]*>)[^<]*/s, '$1'),
  xmp('pdfua-identifier', 'PDF/UA is not declared', '<pdfuaid:part>1</pdfuaid:part>', ''),
  xmp('pdfua-identifier', 'PDF/UA-2 is declared', '<pdfuaid:part>1<', '<pdfuaid:part>2<'),
  xmp(
    'pdfua-identifier',
    'PDF/UA is declared with another prefix',
    '<pdfuaid:part>1</pdfuaid:part>',
    '<ua:part xmlns:ua="http://www.aiim.org/pdfua/ns/id/">1</ua:part>',
  ),
  xmp('pdfa-identifier', 'PDF/A is not declared', '<pdfaid:part>2</pdfaid:part>', ''),
  xmp('pdfa-identifier', 'PDF/A-2b is declared', '<pdfaid:conformance>A<', '<pdfaid:conformance>B<'),
  xmp(
    'extension-schema',
    'PDF/UA is not described',
    /<pdfaExtension:schemas>.*<\/pdfaExtension:schemas>/s,
    '',
  ),
  xmp(
    'extension-schema',
    'a description has no category',
    /<pdfaProperty:category>.*?<\/pdfaProperty:category>/,
    '',
  ),
  xmp(
    'extension-schema',
    'a property is of no schema',
    '<dc:format>',
    '<dc:colour>red</dc:colour><dc:format>',
  ),
  info('info-disagrees', 'the title differs', 'Title', 'Another title'),
  info('info-disagrees', 'the author differs', 'Author', 'Another author'),
  info('info-disagrees', 'the producer differs', 'Producer', 'Another tool'),
  info('info-disagrees', 'the keywords differ', 'Keywords', 'another'),
  info('info-disagrees', 'the date of creation differs', 'CreationDate', "D:20260302000000+00'00'"),
  info('info-disagrees', 'the date of change is none', 'ModDate', 'yesterday'),
  change('info-unexpected', 'the author is another', (pdf) => {
    pdf.info.set(name('Author'), text('Another Clinic'))
    pdf.editXmp((packet) => packet.replace('Riverside Clinic', 'Another Clinic'))
  }),
  expectElse('info-unexpected', 'the date is another', ({ info, ...rest }) => ({
    ...rest,
    ...(info ? { info: { ...info, date: new Date('2026-04-01') } } : {}),
  })),
  change('user-agent', 'the creator is a browser', (pdf) => {
    pdf.info.set(name('Creator'), text(USER_AGENT))
    pdf.editXmp((packet) => packet.replace(/(<xmp:CreatorTool>)[^<]*/, `$1${USER_AGENT}`))
  }),
]

function xmp(rule: string, what: string, find: string | RegExp, by: string): Mutation {
  return change(rule, what, (pdf) => pdf.editXmp((packet) => packet.replace(find, by)))
}

function info(rule: string, what: string, key: string, value: string): Mutation {
  return change(rule, what, (pdf) => {
    pdf.info.set(name(key), text(value))
  })
}

function addEmptyPage(pdf: OpenPdf): void {
  const tree = pdf.dict(pdf.catalog, 'Pages')
  const page = pdf.add({
    Type: 'Page',
    Parent: pdf.ref(tree),
    MediaBox: [0, 0, 612, 792],
    Resources: {},
    Contents: pdf.addStream(''),
  })
  tree.lookup(name('Kids'), PDFArray).push(page)
  tree.set(name('Count'), pdf.object(pdf.pages.length + 1))
}
