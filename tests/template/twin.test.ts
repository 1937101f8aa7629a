// The HTML twins of the sample library in, what a browser, a narrow screen and an accessibility checker make of them out.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLibrary } from '../../src/batch/library.js'
import { loadSettings, readSurroundings } from '../../src/config/load.js'
import { compose } from '../../src/pipeline/compose.js'
import { launchBrowser } from '../helpers/browser.js'
import { repository } from '../helpers/library.js'

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** WCAG 2.2, 1.4.12: what a reader may set without losing words. */
const textSpacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const prints = [
  ['short', 'standard'],
  ['long', 'standard'],
  ['long', 'large-print'],
] as const

async function twins(): Promise<Map<string, string>> {
  const settings = await loadSettings({ root: repository }, readSurroundings())
  const library = await openLibrary(settings)
  const readings = await library.readTopics(() => true)
  const found = new Map<string, string>()
  for (const { topic } of readings) {
    const organization = library.usable.find(
      (one) =>
        one.languages.includes(topic?.language ?? '') &&
        one.topics.exclude.length + one.topics.include.length > 0 &&
        one.id !== 'lakeside-health',
    )
    if (!topic || !organization) continue
    const { theme } = await library.theme(organization, topic.language)
    if (!theme) throw new Error(`${organization.id} has no theme in ${topic.language}`)
    for (const [length, edition] of prints) {
      // One topic is there in every language; the others would say the same of large print again.
      if (edition === 'large-print' && topic.id !== 'ketamine-and-adhd') continue
      const variant = {
        organization: organization.id,
        language: topic.language,
        topic: topic.id,
        level: 'detailed',
        length,
        edition,
      } as const
      const { composed } = compose(topic, variant, theme, settings, 'test')
      if (composed) found.set(`${topic.id} ${topic.language} ${length} ${edition}`, composed.twin())
    }
  }
  return found
}

/** English beside a language from left to right, and beside one from right to left. */
async function bilingualTwins(): Promise<Map<string, string>> {
  const settings = await loadSettings({ root: repository }, readSurroundings())
  const library = await openLibrary(settings)
  const readings = await library.readTopics(({ id }) => id === 'ketamine-and-adhd')
  const organization = library.usable.find(({ id }) => id === 'plain')
  if (!organization) throw new Error('There is no plain organization')
  const half = async (language: string) => {
    const topic = readings.find((one) => one.language === language)?.topic
    const { theme } = await library.theme(organization, language)
    if (!topic || !theme) throw new Error(`There is nothing in ${language}`)
    return { topic, theme }
  }
  const { topic, theme } = await half('en')
  const found = new Map<string, string>()
  for (const beside of ['es', 'ar']) {
    const variant = {
      organization: organization.id,
      language: 'en',
      beside,
      topic: topic.id,
      level: 'easy',
      length: 'medium',
      edition: 'bilingual',
    } as const
    const { composed } = compose(topic, variant, theme, settings, 'test', await half(beside))
    if (composed) found.set(`en beside ${beside}`, composed.twin())
  }
  return found
}

async function violations(page: Page): Promise<unknown> {
  await page.evaluate(script)
  return page.evaluate(async (runOnly) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly })
    return violations.map(({ id, nodes }) => [id, nodes[0]?.html])
  }, standards)
}

async function open(html: string, width: number): Promise<Page> {
  const page = await browser.newPage()
  await page.setBypassCSP(true)
  await page.setViewport({ width, height: 900 })
  const requests: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && request.url() !== 'about:blank') requests.push(request.url())
  })
  await page.setContent(html)
  expect(requests).toEqual([])
  return page
}

describe('the HTML twin', async () => {
  const all = await twins()
  it('is there for every topic and language', () => {
    expect(all.size).toBeGreaterThanOrEqual(8)
    const heads = [...all].map(([name, html]) => [
      name.split(' ')[1],
      /<html lang="(.*?)" dir="(.*?)"/.exec(html)?.slice(1).join(' '),
    ])
    expect(Object.fromEntries(heads)).toEqual({ en: 'en ltr', es: 'es ltr', ar: 'ar rtl' })
  })
  for (const [name, html] of all)
    it(`${name}: loads nothing, has no violation of WCAG 2.2 AA, reflows at 320 pixels and with wide text`, async () => {
      expect(html).not.toContain('handout.invalid')
      expect(html).not.toMatch(/<script|\son[a-z]+=/i)
      const page = await open(html, 320)
      expect(await violations(page)).toEqual([])
      const widest = () => page.evaluate(() => document.documentElement.scrollWidth)
      expect(await widest()).toBeLessThanOrEqual(320)
      await page.addStyleTag({ content: textSpacing })
      expect(await widest()).toBeLessThanOrEqual(320)
      await page.close()
    })
})

describe('the HTML twin in two languages', async () => {
  const all = await bilingualTwins()
  it('is there', () => {
    expect([...all.keys()]).toEqual(['en beside es', 'en beside ar'])
  })
  for (const [name, html] of all)
    it(`${name}: stands side by side where there is room and one under the other at 320 pixels, without a violation`, async () => {
      for (const [width, besideOne] of [
        [1200, true],
        [320, false],
      ] as const) {
        const page = await open(html, width)
        expect(await violations(page)).toEqual([])
        const apart = await page.$$eval('.pair', (rows) =>
          rows.map((row) => {
            const [first, second] = [...row.children].map((side) => side.getBoundingClientRect().top)
            return (second ?? 0) - (first ?? 0)
          }),
        )
        expect(apart.length).toBeGreaterThan(8)
        expect(apart.every((distance) => (distance === 0) === besideOne)).toBe(true)
        await page.addStyleTag({ content: textSpacing })
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        await page.close()
      }
    })
})
