// Pages with one mistake each, printed by a real browser: the mistake is named, with the words next to it, and nothing else.
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentInfo, PdfFault } from '../../../src/model/pdf.js'
import { finish } from '../../../src/pdf/finish/index.js'
import { inlineFonts, launchBrowser, print } from '../../helpers/browser.js'

const info: DocumentInfo = {
  title: 'Mistakes',
  author: '',
  subject: '',
  keywords: [],
  language: 'en',
  date: new Date(0),
  producer: 'Handout Press 0.0.0',
}

const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP8z8Dwn4GBgYmBgYGBgQEAHiQCA+yb0eMAAAAASUVORK5CYII='

describe('mistakes of the page', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await launchBrowser()
    page = await browser.newPage()
  })
  afterAll(() => browser?.close())

  async function faultsOf(body: string): Promise<readonly PdfFault[]> {
    const style = inlineFonts(
      '@font-face { font-family: A; src: url("font:atkinson-hyperlegible-next-latin-400-normal") } body { font: 12pt A }',
    )
    const html = `<!doctype html><html lang="en"><head><title>x</title><style>${style}</style></head><body>${body}</body></html>`
    const { pdf, record } = await print(page, html)
    return (await finish(pdf, info, record)).faults
  }

  it.each([
    [
      'a picture without an alternative',
      `<p>Look: <img src="${picture}"> here</p>`,
      'figure-alternative',
      'Look: here',
    ],
    ['a skipped heading', '<h1>One</h1><h3>Three</h3>', 'heading-order', 'Three'],
    ['a first heading that is too low', '<h2>Two</h2>', 'heading-order', 'Two'],
    [
      'a row with a cell less',
      '<table><tr><th>A</th><th>B</th></tr><tr><td>Left</td><td></td></tr></table>',
      'table-columns',
      'Left',
    ],
    [
      'an empty cell with a border',
      '<table><tr><th>A</th><th>B</th></tr><tr><td>Left</td><td style="border:1px solid">   </td></tr></table>',
      'table-cell-empty',
      'Left',
    ],
    ['a script', '<p><a href="javascript:alert(1)">Run</a></p>', 'link-address', 'Run'],
    ['data', '<p><a href="data:text/plain,x">Data</a></p>', 'link-address', 'Data'],
    ['a file', '<p><a href="file:///etc/hosts">File</a></p>', 'link-address', 'File'],
    ['a strange scheme', '<p><a href="gopher://example.org/">Gopher</a></p>', 'link-address', 'Gopher'],
    ['an address relative to nothing', '<p><a href="other.html">Other</a></p>', 'link-target', 'Other'],
    [
      'an address relative to a page in memory',
      '<base href="https://handout.invalid/"><p><a href="other.html">Other</a></p>',
      'link-address',
      'Other',
    ],
    ['a missing place', '<p><a href="#gone">Gone</a></p>', 'link-target', 'Gone'],
    [
      'a link without words',
      `<p>Before <a href="https://example.org/"><img alt="" src="${picture}"></a></p>`,
      'link-contents',
      'Before',
    ],
    [
      'a link in a picture',
      '<svg role="img" aria-label="Map" width="90" height="20"><a href="https://example.org/map"><text y="15">Map</text></a></svg>',
      'link-tag',
      'https://example.org/map',
    ],
    ['a missing glyph', '<p>Take \u{12345} daily</p>', 'glyph-missing', 'daily'],
    [
      'a mask on text',
      '<p style="mask-image:linear-gradient(#000,#0008)">Masked words</p>',
      'tagged-form-repeated',
      'Masked words',
    ],
  ])('names %s', async (_, body, rule, near) => {
    const faults = await faultsOf(body)
    expect(faults.map((fault) => fault.rule)).toEqual([rule])
    expect(faults[0]?.near).toContain(near)
    expect(faults[0]?.text).toMatch(/^[A-Z].*\.$|: \S+$/)
    expect(faults[0]?.hint).toMatch(/\.$/)
  })

  it('names each of several, in the order of the page', async () => {
    const faults = await faultsOf(
      '<h1>A</h1><p><a href="#gone">one</a></p><h3>B</h3><p><a href="javascript:0">two</a></p><h5>C</h5>',
    )
    expect(faults.map(({ rule, near }) => `${rule} ${near}`)).toEqual([
      'link-target one',
      'link-address two',
      'heading-order B',
      'heading-order C',
    ])
  })

  it.each([
    [
      'spans and row groups',
      '<table><thead><tr><th rowspan="2">A</th><th colspan="2">B</th></tr><tr><th>C</th><th>D</th></tr></thead><tbody><tr><td>1</td><td>2</td><td>3</td></tr></tbody></table>',
    ],
    ['a place that is there', '<p id="here"><a href="#here">Here</a></p>'],
    [
      'addresses people use',
      '<p><a href="https://example.org">a</a> <a href="mailto:a@example.org">b</a> <a href="tel:911">c</a> <a href="sms:911">d</a></p>',
    ],
    ['decoration', `<p>Text <img alt="" src="${picture}"></p>`],
    ['two first headings', '<h1>A</h1><h2>B</h2><h1>C</h1><h2>D</h2><h3>E</h3><h2>F</h2>'],
  ])('has no word against %s', async (_, body) => {
    expect(await faultsOf(body)).toEqual([])
  })
})
