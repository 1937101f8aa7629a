// Pages in, what a real browser prints of them out: the words, the size they fit in, and nothing fetched or run.
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BlockedRequest, type PrintJob } from '../../src/model/print.js'
import { Printer } from '../../src/pdf/printer.js'
import { picture } from '../helpers/library.js'
import { pageMaker } from '../helpers/page.js'
import { extractText } from '../helpers/poppler.js'
import { startBrowser } from '../helpers/real-browser.js'
import { bodyWith } from '../helpers/topic.js'

/** Points of a line and of the room on a page. */
const line = 12 * 1.4
const area = { width: 540, height: 720 }

function job(body: string, over: Partial<PrintJob> = {}, style = ''): PrintJob {
  return {
    html: `<!doctype html><html lang="en"><head><title>T</title><style>@page { size: 612pt 792pt; margin: 36pt }
html { font: var(--type, 12pt)/1.4 sans-serif } body, p { margin: 0 } ${style}</style></head><body><main>${body}</main></body></html>`,
    assets: new Map(),
    area,
    type: { least: 12, most: 14 },
    maxPages: 1,
    ...over,
  }
}

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `<p>Line ${index + 1}</p>`).join('')

let browser: Browser
let printer: Printer
beforeAll(async () => {
  browser = await startBrowser()
  printer = await Printer.open(browser)
})
afterAll(async () => {
  await browser.close()
})

/** The words of a printed page, white space as one space. */
async function printedText(one: PrintJob, on: Printer = printer): Promise<string> {
  const { bytes } = await on.print(one)
  return extractText(bytes).replace(/\s+/g, ' ').trim()
}

describe('a page', () => {
  it('is printed with its words, and is gone when the next is printed', async () => {
    expect(await printedText(job('<p>First page</p>'))).toBe('First page')
    expect(await printedText(job('<h1>Second</h1><p>page</p>'))).toBe('Second page')
  })

  it('is recorded as its reader gets it', async () => {
    const { page } = await printer.print(
      job('<h1>Head</h1><p>words<br>more</p><p aria-hidden="true">not these</p><h2>Part</h2>'),
    )
    expect(page.headings).toMatchObject([
      { level: 1, text: 'Head' },
      { level: 2, text: 'Part' },
    ])
    expect(page.text).toContain('words')
    expect(page.text).not.toContain('not these')
  })

  it('is printed beside another in the same browser, each with its own words', async () => {
    const other = await Printer.open(browser)
    const texts = await Promise.all([
      printedText(job('<p>One</p>')),
      printedText(job('<p>Two</p>'), other),
      // Kept in turn, as the pool does.
    ])
    expect(texts).toEqual(['One', 'Two'])
    await other.close()
  })
})

describe('a script', () => {
  it.each([
    ['an element', '<p>Words</p><script>document.body.textContent = "ran"</script>'],
    ['a handler', '<p>Words</p><svg onload="document.body.textContent = \'ran\'"></svg>'],
    [
      'a handler of a picture',
      '<p>Words</p><img src="data:," alt="" onerror="document.body.textContent = \'ran\'">',
    ],
    [
      'an element that focuses',
      '<p>Words</p><input autofocus onfocus="document.body.textContent = \'ran\'">',
    ],
  ])('in %s does not run', async (_what, body) => {
    const text = await printedText(job(body)).catch((cause: unknown) => {
      if (cause instanceof BlockedRequest) return 'Words'
      throw cause
    })
    expect(text).toBe('Words')
  })
})

describe('a request', () => {
  const own = 'https://handout.invalid/'

  /** The addresses a page was refused. */
  async function refused(one: PrintJob): Promise<readonly string[]> {
    const outcome = await printer.print(one).catch((cause: unknown) => cause)
    expect(outcome).toBeInstanceOf(BlockedRequest)
    return (outcome as BlockedRequest).addresses
  }

  it.each([
    ['a picture', '<img src="https://example.org/a.png" alt="">', '', 'https://example.org/a.png'],
    ['a picture by its bare name', '<img src="b.png" alt="">', '', `${own}b.png`],
    [
      'a background',
      '<p>Words</p>',
      'p { background: url(https://example.org/c.png) }',
      'https://example.org/c.png',
    ],
    ['a background that an import brings', '<p>Words</p>', '', 'https://example.org/d.css'],
    [
      'a font',
      '<p style="font-family: F">Words</p>',
      '@font-face { font-family: F; src: url(https://example.org/e.woff2) }',
      'https://example.org/e.woff2',
    ],
    ['a frame', '<iframe src="https://example.org/f"></iframe>', '', 'https://example.org'],
    [
      'a picture in a drawing',
      '<svg><image href="https://example.org/g.png"/></svg>',
      '',
      'https://example.org/g.png',
    ],
    ['a file of this machine', '<img src="file:///etc/hosts" alt="">', '', 'file:///etc/hosts'],
    ['data', '<p>Words</p>', 'p { background: url(data:image/png;base64,AAAA) }', 'data:'],
  ])('for %s fails the page and is named', async (what, body, style, address) => {
    const sheet = what.includes('import') ? '<style>@import "https://example.org/d.css";</style>' : ''
    const one = job(body, {}, style)
    const whole = { ...one, html: one.html.replace('<head>', `<head>${sheet}`) }
    expect(await refused(whole)).toContain(address)
    // A page is used for many handouts; each of them has to be told.
    expect(await refused(whole)).toContain(address)
  })

  it('that was refused once does not fail the next page', async () => {
    await refused(job('<img src="https://example.org/a.png" alt="">'))
    expect(await printedText(job('<p>Fine</p>'))).toBe('Fine')
  })

  it('for what is at hand is answered from memory', async () => {
    const assets = new Map([
      [`${own}pictures/1`, () => ({ bytes: Buffer.from(picture), mediaType: 'image/svg+xml' })],
    ])
    const { bytes } = await printer.print(job(`<img src="${own}pictures/1" alt="A">`, { assets }))
    expect(bytes.length).toBeGreaterThan(1000)
  })

  it('for a picture at hand that cannot be drawn fails the page', async () => {
    const assets = new Map([
      [`${own}pictures/2`, () => ({ bytes: Buffer.from('x'), mediaType: 'image/png' })],
    ])
    expect(await refused(job(`<img src="${own}pictures/2" alt="A">`, { assets }))).toContain(
      `${own}pictures/2`,
    )
  })
})

describe('the type', () => {
  it('is as large as it may be where there is room', async () => {
    const { fit } = await printer.print(job(lines(10)))
    expect(fit).toMatchObject({ type: 14, pages: 1, linesOver: 0 })
  })

  it('is fitted between its bounds to the pages there are', async () => {
    const count = Math.floor(area.height / line) - 2
    const { fit } = await printer.print(job(lines(count)))
    expect(fit).toMatchObject({ pages: 1, linesOver: 0 })
    expect(fit.type).toBeGreaterThanOrEqual(12)
    expect(fit.type).toBeLessThan(14)
    expect(fit.type * 1.4 * count).toBeLessThanOrEqual(area.height)
  })

  it('grows with fewer words, and never leaves its bounds', async () => {
    const types: number[] = []
    for (const count of [30, 36, 38, 40, 42]) types.push((await printer.print(job(lines(count)))).fit.type)
    expect(types).toEqual([...types].sort((a, b) => b - a))
    expect(Math.min(...types)).toBeGreaterThanOrEqual(12)
    expect(Math.max(...types)).toBeLessThanOrEqual(14)
  })

  it.each([50, 60, 100])('of %i lines on one page is over by the lines that are too many', async (count) => {
    const { fit } = await printer.print(job(lines(count)))
    expect(fit.type).toBe(12)
    expect(fit.pages).toBe(Math.ceil((count * line) / area.height))
    const over = Math.ceil((count * line - area.height) / line)
    expect(Math.abs(fit.linesOver - over)).toBeLessThanOrEqual(1)
  })

  it('over its pages names the longest sections', async () => {
    const section = (name: string, count: number) =>
      `<section class="section"><h2>${name}</h2><div class="section-body">${lines(count)}</div></section>`
    const { fit } = await printer.print(
      job(section('Short', 3) + section('Long', 60) + section('Middle', 20)),
    )
    expect(fit.linesOver).toBeGreaterThan(0)
    expect(fit.longest.map(({ heading }) => heading)).toEqual(['Long', 'Middle', 'Short'])
    expect(fit.longest[0]?.lines).toBeGreaterThanOrEqual(60)
  })
})

describe('a handout', async () => {
  const maker = await pageMaker()

  it('has its words in the order they are read', async () => {
    const { bytes, fit } = await printer.print(maker.compose(bodyWith('## Last\n\nThe last words.\n')).job)
    expect(fit.linesOver).toBe(0)
    const text = extractText(bytes).replace(/\s+/g, ' ')
    const order = [
      'Testing Clinic',
      'Washing your hands',
      'The main point',
      'Clean hands keep you',
      'Why it helps',
      'What you can do',
      'Wet your hands',
      'Call us if',
      'Last',
      'The last words.',
      'Draft: not yet reviewed',
      'Page 1 of 1',
    ]
    const places = order.map((words) => text.indexOf(words))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('breaks no phone number, where other words of its length are broken', async () => {
    const count = 40
    const paragraphs = (number: string) =>
      Array.from(
        { length: count },
        (_, index) => `${'To '.repeat(12)}${'x'.repeat(index)} ${number} now.\n`,
      ).join('\n')
    const whole = async (number: string) => {
      const { bytes } = await printer.print(maker.compose(bodyWith(`## Call\n\n${paragraphs(number)}`)).job)
      return extractText(bytes, '-layout').split(number).length - 1
    }
    expect(await whole('515-555-0142')).toBe(count)
    expect(await whole('515-555-014a')).toBeLessThan(count)
  })
})
