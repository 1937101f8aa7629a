// Finished PDFs of real browsers: nothing is reported of them, and what is measured is what the page had.
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finish } from '../../src/pdf/finish/index.js'
import { verify } from '../../src/verify/index.js'
import { browsers, fixture, launchBrowser, print } from '../helpers/browser.js'
import { handoutInfo, printHandout } from '../helpers/good-pdf.js'

describe.each(browsers())('a finished PDF of the %s browser', (name) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser(name)
  })
  afterAll(() => browser?.close())

  it('has no fault, and the measures of the page', async () => {
    const { bytes, expectation } = await printHandout(browser)
    const { ok, faults, facts } = verify(bytes, expectation)
    expect(faults).toEqual([])
    expect(ok).toBe(true)
    expect(facts).toMatchObject({
      pages: expectation.maxPages,
      title: handoutInfo.title,
      language: 'en',
      bodyType: 12.25,
    })
    expect(facts?.smallestType).toBeCloseTo(10.5, 3)
    expect(facts?.longestLine).toBeGreaterThan(60)
    expect(facts?.longestLine).toBeLessThanOrEqual(80)
    const words = (text = '') => text.split(/\s+/).filter((word) => word !== '')
    expect(words(facts?.text)).toEqual(words(expectation.page?.text))
  })

  it('has no fault with everything that a handout may contain', async () => {
    const { pdf, record } = await print(await browser.newPage(), fixture('torture.html'))
    const { bytes, pages } = await finish(pdf, handoutInfo, record)
    expect(verify(bytes, { page: record, info: handoutInfo, maxPages: pages }).faults).toEqual([])
  })

  it('has faults before it is finished, each of a rule that finishing mends', async () => {
    const { pdf, record } = await print(await browser.newPage(), fixture('handout.html'))
    const rules = new Set(verify(pdf, { page: record }).faults.map(({ rule }) => rule))
    for (const rule of [
      'file-id',
      'xmp-missing',
      'untagged-content',
      'list-item-kids',
      'link-contents',
      'output-intent',
    ]) {
      expect(rules).toContain(rule)
    }
  })
})
