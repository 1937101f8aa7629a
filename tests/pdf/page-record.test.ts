// Pages in a real browser: the record has what the browser tags, and nothing else.
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PageRecord } from '../../src/model/pdf.js'
import { collapse } from '../../src/pdf/finish/page-text.js'
import { pageRecordScript } from '../../src/pdf/page-record.js'
import { launchBrowser } from '../helpers/browser.js'

describe('pageRecordScript', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await launchBrowser()
    page = await browser.newPage()
  })
  afterAll(() => browser?.close())

  async function recordOf(body: string): Promise<PageRecord> {
    await page.setContent(`<!doctype html><html lang="en"><body>${body}</body></html>`)
    return (await page.evaluate(pageRecordScript)) as PageRecord
  }

  it('keeps blocks and lines apart, and runs of text together', async () => {
    const { text } = await recordOf(
      '<div>a<p>b</p>c<br>d</div><table><tr><td>e</td><td>f</td></tr></table><p>g<b>h</b>i</p>',
    )
    expect(collapse(text)).toBe('a b c d e f ghi')
  })

  it('leaves out what is hidden and what a label stands for', async () => {
    const { text } = await recordOf(
      '<p>a<span aria-hidden="true">b</span><span hidden>c</span><span role="img" aria-label="x">d</span></p>' +
        '<svg role="img" aria-label="x"><text>e</text></svg><svg><title>f</title><text>g</text></svg><style>h{}</style>',
    )
    expect(collapse(text)).toBe('a g')
  })

  it('lists headings in order with their levels', async () => {
    const { headings } = await recordOf(
      '<h1>One <em>two</em></h1><h3>Three<br>four</h3><h2 aria-hidden="true">no</h2>',
    )
    expect(headings.map(({ level, text }) => [level, collapse(text)])).toEqual([
      [1, 'One two'],
      [3, 'Three four'],
    ])
  })

  it('says where languages change, and change back', async () => {
    const { text, languages = [] } = await recordOf(
      '<p>one <span lang="es">dos <i lang="fr">trois</i> cuatro</span> five</p>',
    )
    const parts = languages.map(({ start, language }, index) => [
      language,
      text.slice(start, languages[index + 1]?.start),
    ])
    expect(parts.map(([language, part = '']) => [language, part.trim()])).toEqual([
      ['es', 'dos'],
      ['fr', 'trois'],
      ['es', 'cuatro'],
      ['en', 'five'],
    ])
  })
})
