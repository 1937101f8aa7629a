// Text with letters taller than their lines, broken over many small pages: each letter is read once.
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentInfo } from '../../../src/model/pdf.js'
import { finish } from '../../../src/pdf/finish/index.js'
import { lettersOf } from '../../../src/pdf/finish/page-text.js'
import { browsers, fixture, launchBrowser, type Printed, print } from '../../helpers/browser.js'
import { has, pixels } from '../../helpers/poppler.js'
import { readTagged } from '../../helpers/tagged.js'

const info: DocumentInfo = {
  title: 'Letters taller than their lines',
  author: '',
  subject: '',
  keywords: [],
  language: 'ar',
  date: new Date(0),
  producer: 'Handout Press 0.0.0',
}

const poppler = has('pdftoppm')

describe.each(browsers())('tall letters in the %s browser', (name) => {
  let browser: Browser
  let printed: Printed

  beforeAll(async () => {
    browser = await launchBrowser(name)
    printed = await print(await browser.newPage(), fixture('edges.html'))
  })
  afterAll(() => browser?.close())

  it('are read once, in the order of the page', async () => {
    const { bytes, faults, pages } = await finish(printed.pdf, info, printed.record)
    const [before, after] = [await readTagged(printed.pdf), await readTagged(bytes)]
    const words = lettersOf(printed.record.text)
    expect([faults, pages > 10]).toEqual([[], true])
    expect(lettersOf(before.document.text).length).toBeGreaterThan(words.length)
    expect(lettersOf(after.document.text)).toBe(words)
    expect(after.loose).toBe(0)
  })

  it.skipIf(!poppler)('look the same', async () => {
    const { bytes } = await finish(printed.pdf, info, printed.record)
    const before = pixels(printed.pdf)
    expect(pixels(bytes).every((page, index) => page.equals(before[index] ?? Buffer.alloc(0)))).toBe(true)
  })
})
