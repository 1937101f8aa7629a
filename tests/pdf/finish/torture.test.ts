// A page with everything a handout may contain, printed by real browsers and finished: looks, words, structure, bytes.
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentInfo, FinishedPdf } from '../../../src/model/pdf.js'
import { finish } from '../../../src/pdf/finish/index.js'
import { collapse, lettersOf } from '../../../src/pdf/finish/page-text.js'
import { save } from '../../../src/pdf/finish/save.js'
import { readFont } from '../../../src/pdf-syntax/font.js'
import { names } from '../../../src/pdf-syntax/names.js'
import {
  boolOf,
  dictOf,
  itemsOf,
  nameOf,
  numbersOf,
  readObjects,
  textOf,
} from '../../../src/pdf-syntax/objects.js'
import { readPages } from '../../../src/pdf-syntax/trees.js'
import { browsers, fixture, launchBrowser, type Printed, print } from '../../helpers/browser.js'
import { checkSyntax, extractText, has, pixels } from '../../helpers/poppler.js'
import { all, readTagged, type Tagged, type TaggedFile } from '../../helpers/tagged.js'

const info: DocumentInfo = {
  title: 'Everything a handout may contain',
  author: 'Riverside Clinic',
  subject: 'A page to test with',
  keywords: ['test', 'tags'],
  language: 'en',
  date: new Date('2026-01-02T03:04:05Z'),
  producer: 'Handout Press 0.0.0',
  linkTo: 'Link to {address}',
}

/** Types that PDF 1.7 knows and the fixture needs. */
const known =
  /^(Document|Art|Div|BlockQuote|Caption|P|H[1-6]|L|LI|Lbl|LBody|Table|TR|TH|TD|Span|Code|Link|Figure|Form)$/
const inText = /^(Span|Strong|Em|Link|Code|Figure|Form)$/

const poppler = has('pdftoppm')
const qpdf = has('qpdf')

describe.each(browsers())('the torture page in the %s browser', (name) => {
  const html = fixture('torture.html')
  let browser: Browser
  let printed: Printed
  let finished: FinishedPdf
  let file: TaggedFile
  let elements: Tagged[]
  const ofType = (type: string): Tagged[] => elements.filter((element) => element.type === type)

  beforeAll(async () => {
    browser = await launchBrowser(name)
    printed = await print(await browser.newPage(), html)
    finished = await finish(printed.pdf, info, printed.record)
    file = await readTagged(finished.bytes)
    elements = all(file.document)
  })
  afterAll(() => browser?.close())

  it('has no faults, several pages and fewer bytes than before', () => {
    expect(finished.faults).toEqual([])
    expect(finished.pages).toBeGreaterThan(3)
    expect(finished.bytes.length).toBeLessThan(printed.pdf.length)
  })

  it.skipIf(!poppler)('looks the same, pixel by pixel', () => {
    const before = pixels(printed.pdf)
    const after = pixels(finished.bytes)
    expect(after).toHaveLength(before.length)
    expect(after.every((page, index) => page.equals(before[index] ?? Buffer.alloc(0)))).toBe(true)
  })

  it.skipIf(!poppler)('gives other programs the same words', () => {
    // They tear the letters of Arabic words apart before they are finished.
    const torn = /From right to left.*Columns/
    const words = (pdf: Uint8Array, ...options: string[]) =>
      collapse(extractText(pdf, ...options)).replace(torn, (arabic) => arabic.replaceAll(' ', ''))
    expect(extractText(finished.bytes)).toContain('يستمر النص حتى نهاية الفقرة مع كلمات أخرى')
    expect(words(finished.bytes)).toBe(words(printed.pdf))
    expect(words(finished.bytes, '-layout')).toBe(words(printed.pdf, '-layout'))
  })

  it.skipIf(!qpdf)('is sound for another reader', () => {
    expect(checkSyntax(finished.bytes)).toContain('PDF Version: 1.7')
  })

  it('gives the same bytes again in the same page and in a fresh one', async () => {
    const page = await browser.newPage()
    const raw = new Set([Buffer.from(printed.pdf).toString('latin1')])
    for (const where of [page, page, await browser.newPage()]) {
      const again = await print(where, html)
      raw.add(Buffer.from(again.pdf).toString('latin1'))
      const { bytes } = await finish(again.pdf, info, again.record)
      expect(Buffer.from(bytes).equals(finished.bytes)).toBe(true)
    }
    expect(raw.size).toBeGreaterThan(1)
  })

  it('has all text of the page in its tags, and nothing else', () => {
    expect(lettersOf(spoken(file.document))).toBe(lettersOf(printed.record.text))
  })

  it('keeps every word apart from the next', async () => {
    const page = await browser.newPage()
    await page.setContent(html)
    const paragraphs = (await page.evaluate(`[...document.querySelectorAll('p, h1, h2, td, th, figcaption')]
      .filter((element) => !element.closest('[aria-hidden]') && !element.querySelector('svg, img, [role], ul, p'))
      .map((element) => { for (const br of element.querySelectorAll('br')) br.replaceWith('\\n'); return element.textContent })
    `)) as string[]
    const texts = new Set(elements.map((element) => collapse(element.text).toLowerCase()))
    const lost = paragraphs.map((text) => collapse(text.replace(/\u00ad/g, '')).toLowerCase())
    const found = new Set([...texts].map((text) => text.replace(/\u00ad/g, '')))
    expect(paragraphs.length).toBeGreaterThan(100)
    expect(lost.filter((text) => !found.has(text))).toEqual([])
  })

  it('tags or sets apart all paint', () => {
    expect(file.loose).toBe(0)
    expect(elements.some((element) => element.text.includes('\ufffd'))).toBe(false)
    for (const artifact of ['Riverside Clinic', 'Page 1 of', 'generated:', 'Hidden from readers.']) {
      expect(file.artifacts).toContain(artifact)
    }
  })

  it('knows or maps every type, and leaves none that says nothing', () => {
    const roles = dictOf(
      file.context,
      dictOf(file.context, file.catalog.get(names.StructTreeRoot))?.get(names.RoleMap),
    )
    const mapped = new Set(roles?.keys().map((key) => nameOf(file.context, key)))
    const strange = elements.filter(({ type }) => !known.test(type) && !mapped.has(type))
    expect(strange.map(({ type }) => type)).toEqual([])
    expect([...mapped].filter((type) => known.test(type ?? ''))).toEqual([])
  })

  it('puts text into paragraphs and items into labels and bodies', () => {
    for (const { kids } of ofType('LI'))
      expect(kids.map(({ type }) => type)).toEqual(expect.arrayContaining(['LBody']))
    for (const { kids } of ofType('LI'))
      expect(kids.filter(({ type }) => !/^(Lbl|LBody)$/.test(type))).toEqual([])
    for (const element of elements.filter(({ type }) => /^(Document|Div|BlockQuote|Art)$/.test(type))) {
      expect(element.kids.filter(({ type }) => inText.test(type) && !/^(Figure|Form)$/.test(type))).toEqual(
        [],
      )
    }
    expect(ofType('Lbl').map(({ text }) => text.trim())).toEqual(
      expect.arrayContaining(['•', '◦', '3.', 'a.', '☐']),
    )
    expect(ofType('BlockQuote').map(({ kids }) => kids.map(({ type }) => type))).toEqual([['P']])
  })

  it('gives every picture its alternative and its box', () => {
    const figures = ofType('Figure')
    expect(figures.map(({ alt }) => alt)).toEqual([
      'blank to fill in',
      'A heart',
      'in the morning',
      'A blue square',
    ])
    for (const { dict } of figures) {
      const [box] = itemsOf(file.context, dict.get(names.A)).map((item) =>
        numbersOf(file.context, dictOf(file.context, item)?.get(names.BBox)),
      )
      const [left = 0, bottom = 0, right = 0, top = 0] = box ?? []
      expect([left > 50, bottom > 50, right < 560, top < 740, right > left, top > bottom]).toEqual(
        Array(6).fill(true),
      )
      expect(Math.max(right - left, top - bottom)).toBeLessThan(125)
    }
  })

  it('reads the header and the footer of a broken table once', () => {
    const texts = ofType('Table').flatMap(({ kids }) =>
      kids.map(({ kids: cells }) => cells.map(({ text }) => collapse(text))),
    )
    expect(texts.filter((row) => row.includes('Medicine'))).toEqual([
      ['Medicine', 'Dose and how often you should take it, with what kind of food or drink', 'Why'],
    ])
    expect(texts.filter((row) => row.includes('of the'))).toEqual([['End', 'of the', 'table']])
    expect(file.artifacts).toContain('Medicine')
  })

  it('describes every link, and all its lines alike', () => {
    const links = ofType('Link')
    expect(links.length).toBeGreaterThan(8)
    for (const { contents, text } of links) {
      expect(contents.length).toBeGreaterThan(0)
      for (const said of contents) expect([collapse(text), 'Link to example.org/a/b']).toContain(said)
    }
    const wrapped = links.find(({ contents }) => contents.length > 1)
    expect(new Set(wrapped?.contents).size).toBe(1)
    expect(links.flatMap(({ contents }) => contents)).toContain('Link to example.org/a/b')
  })

  it('reads text from right to left in the right order, and names languages', () => {
    const arabic = ofType('P').find(({ language }) => language === 'ar')
    expect(collapse(arabic?.text ?? '')).toBe(
      'هذا نص عربي طويل يمتد على أكثر من سطر واحد، وفيه رقم 500 mg وكلمة (Aspirin) بين قوسين، ثم يستمر النص حتى نهاية الفقرة مع كلمات أخرى.',
    )
    const spans = ofType('Span').filter(({ language }) => language !== undefined)
    expect(spans.map(({ language, text }) => [language, text.trim()])).toEqual([
      ['en', 'English words'],
      ['ar', 'كلمتان عربيتان'],
    ])
    expect(elements.some(({ language, type }) => language === 'es' && type !== 'Span')).toBe(true)
  })

  it('has the headings as bookmarks, word for word', () => {
    expect(file.outline.map((title) => title.trim())).toEqual(
      printed.record.headings.map(({ text }) => collapse(text)),
    )
    expect(file.outline[1]).toBe('  When to call')
  })

  it('numbers the ids of table headers within the document', () => {
    const ids = elements
      .map(({ dict }) => textOf(file.context, dict.get(names.ID)))
      .filter((id) => id !== undefined)
    expect(ids.slice(0, 3)).toEqual(['h00000', 'h00001', 'h00002'])
    expect(new Set(ids).size).toBe(ids.length)
    const headers = ofType('TD').flatMap(({ dict }) =>
      itemsOf(file.context, dict.get(names.A)).flatMap((item) =>
        itemsOf(file.context, dictOf(file.context, item)?.get(names.Headers)).map((id) =>
          textOf(file.context, id),
        ),
      ),
    )
    expect(headers.filter((id) => !ids.includes(id ?? ''))).toEqual([])
    expect(headers.length).toBeGreaterThan(60)
  })

  it('says the same about itself in Info and XMP, and nothing of browser or clock', () => {
    const entries = file.info
      .entries()
      .map(([key, value]) => [nameOf(file.context, key), textOf(file.context, value)])
    expect(Object.fromEntries(entries)).toEqual({
      Title: info.title,
      Author: info.author,
      Subject: info.subject,
      Keywords: 'test, tags',
      Creator: info.producer,
      Producer: info.producer,
      CreationDate: "D:20260102030405+00'00'",
      ModDate: "D:20260102030405+00'00'",
    })
    const xmp = Buffer.from(finished.bytes).toString('utf8')
    for (const said of [info.title, info.author, info.subject, 'test, tags', '2026-01-02T03:04:05+00:00']) {
      expect(xmp).toContain(`>${said}<`)
    }
    expect(xmp).toMatch(/<pdfaid:part>2<.*<pdfaid:conformance>A<.*<pdfuaid:part>1</s)
    expect(xmp).not.toMatch(/Skia|Chromium|Mozilla/)
  })

  it('is shown by its title, in its language, with one colour space and an identifier of its own', async () => {
    const { context, catalog } = file
    expect(Buffer.from(finished.bytes).toString('latin1', 0, 8)).toBe('%PDF-1.7')
    expect([textOf(context, catalog.get(names.Lang)), file.document.language]).toEqual(['en', 'en'])
    expect(
      boolOf(context, dictOf(context, catalog.get(names.ViewerPreferences))?.get(names.DisplayDocTitle)),
    ).toBe(true)
    expect(boolOf(context, dictOf(context, catalog.get(names.MarkInfo))?.get(names.Marked))).toBe(true)
    const intents = itemsOf(context, catalog.get(names.OutputIntents)).map((item) => dictOf(context, item))
    expect(intents.map((intent) => nameOf(context, intent?.get(names.S)))).toEqual(['GTS_PDFA1'])
    for (const { dict } of readPages(context)) expect(nameOf(context, dict.get(names.Tabs))).toBe('S')
    const identifier = (of: TaggedFile) => itemsOf(of.context, of.context.trailerInfo.ID).map((id) => `${id}`)
    const [id, same] = identifier(file)
    expect(id).toMatch(/^<[0-9a-f]{32}>$/)
    expect(same).toBe(id)
    const other = await finish(printed.pdf, { ...info, subject: 'Another' }, printed.record)
    expect(identifier(await readTagged(other.bytes))).not.toContain(id)
  })

  it('has fonts that name a character for each glyph', async () => {
    const forbidden = async (pdf: Uint8Array) => {
      const context = await readObjects(pdf)
      const fonts = context.enumerateIndirectObjects().map(([, object]) => dictOf(context, object))
      const maps = fonts.flatMap((font) => (font?.has(names.ToUnicode) ? [readFont(font).toUnicode] : []))
      expect(maps.length).toBeGreaterThan(3)
      return maps
        .flatMap((map) => [...(map?.text.values() ?? [])])
        .filter((text) => '\0\ufeff\ufffe'.includes(text))
    }
    expect(await forbidden(printed.pdf)).not.toEqual([])
    expect(await forbidden(finished.bytes)).toEqual([])
  })

  it('is written the same when it is only read and saved', async () => {
    expect(Buffer.from(save(await readObjects(finished.bytes))).equals(finished.bytes)).toBe(true)
  })

  it('can be finished again, and is the same to the reader', async () => {
    const again = await finish(finished.bytes, info, printed.record)
    expect(again.faults).toEqual([])
    const tree = (element: Tagged): unknown => [
      element.type,
      element.text,
      element.contents,
      element.kids.map(tree),
    ]
    expect(tree((await readTagged(again.bytes)).document)).toEqual(tree(file.document))
  })
})

/** Text below an element without what the browser adds: labels of lists, alternatives of pictures. */
function spoken(element: Tagged): string {
  let text = element.text
  for (const { type, text: added } of all(element)) {
    if (type === 'Lbl' || type === 'Figure') text = text.replace(` ${added} `, ' ')
  }
  return text
}
