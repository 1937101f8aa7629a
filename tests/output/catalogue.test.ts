// Records of handouts in, the catalogue for people out; its script is tried in a browser.
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { selectAll } from 'hast-util-select'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HandoutRecord } from '../../src/model/manifest.js'
import { variantId } from '../../src/model/variant.js'
import { cataloguePage } from '../../src/output/catalogue/index.js'
import { script } from '../../src/output/catalogue/script.js'
import { launchBrowser } from '../helpers/browser.js'
import { wordsOf } from '../helpers/html.js'
import { temporaryFolder } from '../helpers/library.js'
import { file, manifestOf, record } from '../helpers/manifest.js'
import { badTexts } from '../helpers/payloads.js'

const pageOf = (handouts: readonly HandoutRecord[]) =>
  [...cataloguePage(manifestOf(handouts), handouts)].join('')
const treeOf = (handouts: readonly HandoutRecord[]) => fromHtml(pageOf(handouts))
const rowsOf = (tree: Root) => selectAll('tbody tr', tree)
const made = (over: Partial<HandoutRecord>): HandoutRecord => {
  const one = record(over)
  return {
    ...one,
    id: variantId(one),
    files: over.files ?? { pdf: file(`${variantId(one)}.pdf`, variantId(one)) },
  }
}

describe('the catalogue', () => {
  it('has a row for each handout, with a link to what was made and none to what failed', () => {
    const tree = treeOf([
      made({ title: 'Hands & feet', files: { pdf: file('clinic/en/a b/ñ.pdf', 'a') } }),
      record({ title: 'Arms', status: 'failed' }),
    ])
    expect(rowsOf(tree).map((row) => wordsOf(row).includes('failed'))).toEqual([false, true])
    const links = selectAll('tbody a', tree)
    expect(links.map((link) => link.properties.href)).toEqual(['clinic/en/a%20b/%C3%B1.pdf'])
    expect(wordsOf(links[0] as Element)).toBe('Hands & feet')
  })

  it('shows pages, grade, review, checksum, the web page, and why something failed', () => {
    const grades = { fleschKincaid: 4.25, smog: 7 }
    const [row = '', failed = ''] = rowsOf(
      treeOf([
        made({
          language: 'es',
          edition: 'large-print',
          files: { pdf: { ...file('a.pdf', 'a'), pages: 3 }, html: file('a.html', 'b') },
          readability: { ...grades, words: 1, sentences: 1, withoutTerms: grades } as NonNullable<
            HandoutRecord['readability']
          >,
          review: { status: 'reviewed', on: '2026-01-01', due: '2028-01-01' },
        }),
        record({
          status: 'failed',
          messages: [
            {
              rule: 'r',
              severity: 'error',
              file: 'content/a/en.md',
              line: 7,
              column: 1,
              text: 'It is too long.',
              hint: '',
            },
            {
              rule: 'w',
              severity: 'warning',
              file: 'x',
              line: 1,
              column: 1,
              text: 'Only a warning.',
              hint: '',
            },
          ],
        }),
      ]),
    ).map(wordsOf)
    for (const word of [
      'Spanish',
      'large-print',
      '3',
      '4.3',
      'reviewed',
      'due 2028-01-01',
      'ca978112',
      'HTML',
    ])
      expect(row).toContain(word)
    expect(failed).toContain('content/a/en.md:7 It is too long.')
    expect(failed).not.toContain('Only a warning.')
  })

  it.each(badTexts)('keeps %s words', (text) => {
    const one = made({ title: text, topic: text, organization: text, files: { pdf: file('a.pdf', 'a') } })
    const tree = treeOf([
      one,
      record({
        title: text,
        status: 'failed',
        messages: [{ rule: text, severity: 'error', file: text, line: 1, column: 1, text, hint: text }],
      }),
    ])
    expect(rowsOf(tree)).toHaveLength(2)
    expect(selectAll('img, svg, iframe, object, embed, base, link, form', tree)).toEqual([])
    expect(selectAll('script', tree).map(wordsOf)).toEqual([
      wordsOf(fromHtml(`<script>${script()}</script>`)),
    ])
    expect(selectAll('style', tree)).toHaveLength(1)
    const handlers = selectAll('*', tree).flatMap(({ properties }) =>
      Object.keys(properties).filter((name) => /^on/i.test(name)),
    )
    expect(handlers).toEqual([])
  })

  it('lets only its own script run', () => {
    const hash = createHash('sha256').update(script()).digest('base64')
    const [policy] = selectAll('meta[http-equiv]', treeOf([]))
    expect(policy?.properties.content).toBe(
      `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    )
  })
})

describe('in a browser, from disk', () => {
  let browser: Browser
  let page: Page
  const problems: string[] = []

  beforeAll(async () => {
    const handouts = ['hands', 'feet'].flatMap((topic) =>
      ['easy', 'detailed'].flatMap((level) =>
        Array.from({ length: 100 }, (_, index) =>
          made({
            topic,
            level,
            title: `${topic} für ${index}`,
            organization: `clinic-${index}`,
            ...(index === 0 && topic === 'hands' ? { edition: 'bilingual', beside: 'es' } : {}),
          }),
        ),
      ),
    )
    const index = path.join(await temporaryFolder(), 'index.html')
    await writeFile(index, pageOf(handouts))
    browser = await launchBrowser()
    page = await browser.newPage()
    page.on('pageerror', (cause) => problems.push(String(cause)))
    page.on('console', (message) => problems.push(message.text()))
    await page.goto(pathToFileURL(index).href)
  })
  afterAll(() => browser.close())

  const count = () => page.$eval('#count', (element) => element.textContent)
  const shown = () => page.$$eval('tbody tr', (rows) => rows.filter((row) => !row.hidden).length)

  it('shows some, and more when asked', async () => {
    expect(await count()).toBe('400 handouts, the first 300 shown')
    expect(await shown()).toBe(300)
    await page.click('#more')
    expect(await shown()).toBe(400)
    expect(await page.$eval('#more', (element) => (element as HTMLElement).hidden)).toBe(true)
  })

  it('finds words without accents, chooses, and keeps both in the address', async () => {
    await page.type('#find', 'fur 7')
    await page.select('select[data-key="topic"]', 'feet')
    await page.select('select[data-key="level"]', 'easy')
    expect(await count()).toBe('19 of 400 handouts')
    expect(await shown()).toBe(19)
    expect(new URL(page.url()).hash).toBe('#topic=feet&level=easy&find=fur+7')
    await page.reload()
    expect(await count()).toBe('19 of 400 handouts')
    await page.click('#reset')
    expect(await count()).toBe('400 handouts, the first 300 shown')
    expect(new URL(page.url()).hash).toBe('')
  })

  it('has a bilingual handout under each of its languages', async () => {
    await page.select('select[data-key="language"]', 'es')
    expect(await count()).toBe('2 of 400 handouts')
    const [row] = await page.$$eval('tbody tr:not([hidden])', (rows) => rows.map((one) => one.textContent))
    expect(row).toContain('English + Spanish')
    await page.select('select[data-key="language"]', 'en')
    expect(await count()).toBe('400 handouts, the first 300 shown')
    await page.click('#reset')
  })

  it('sorts by a column, both ways, and says so', async () => {
    const first = () => page.$eval('tbody tr th', (cell) => cell.textContent)
    await page.click('thead th:first-child button')
    expect(await first()).toContain('feet für 0')
    await page.click('thead th:first-child button')
    expect(await first()).toContain('hands für 9')
    expect(await page.$eval('thead th', (head) => head.getAttribute('aria-sort'))).toBe('descending')
  })

  it('has a name for every field, and no fault', async () => {
    const nameless = await page.$$eval(
      'input, select, button',
      (fields) =>
        fields.filter((field) => !(field.closest('label')?.textContent || field.textContent)).length,
    )
    expect(nameless).toBe(0)
    expect(problems).toEqual([])
  })
})
