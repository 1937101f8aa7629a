// HTML in, a PDF as a real browser prints it out, with the record of its text.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import puppeteer, { type Browser, type Page } from 'puppeteer'
import type { PageRecord } from '../../src/model/pdf.js'
import { pageRecordScript } from '../../src/pdf/page-record.js'

const SYSTEM_BROWSER = '/usr/bin/chromium-headless-shell'
const require = createRequire(import.meta.url)

/** Names of the browsers there are: `system`, found on this machine, and `embedded`, the one that is installed with the product. */
export type BrowserName = 'system' | 'embedded'

/** Browsers to run a suite with; one is enough where the other cannot run. */
export function browsers(): BrowserName[] {
  const found: BrowserName[] = systemBrowser() === undefined ? [] : ['system']
  if (process.platform === 'linux' && process.arch === 'x64') found.push('embedded')
  return found
}

/** Starts a browser: by default the first there is. */
export async function launchBrowser(name: BrowserName | undefined = browsers()[0]): Promise<Browser> {
  const system = systemBrowser()
  if (name === 'system' && system !== undefined) return launch(system, [])
  const { default: chromium } = await import('@sparticuz/chromium')
  return launch(await chromium.executablePath(), ['--single-process', '--no-zygote', '--disable-gpu'])
}

/** `HANDOUT_BROWSER`, else Debian's headless shell. */
function systemBrowser(): string | undefined {
  return process.env.HANDOUT_BROWSER ?? (existsSync(SYSTEM_BROWSER) ? SYSTEM_BROWSER : undefined)
}

function launch(executablePath: string, more: string[]): Promise<Browser> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return puppeteer.launch({
    executablePath,
    pipe: true,
    headless: 'shell',
    args: [...root, '--font-render-hinting=none', ...more],
  })
}

/** A page of `tests/fixtures/pdf`; `url("font:…")` becomes the font of that name, inlined from its package. */
export function fixture(name: string): string {
  const html = readFileSync(new URL(`../fixtures/pdf/${name}`, import.meta.url), 'utf8')
  return inlineFonts(html)
}

/** Inlines fonts: `font:noto-sans-arabic-arabic-400-normal` is a file of `@fontsource/noto-sans-arabic`. */
export function inlineFonts(html: string): string {
  return html.replace(/font:([a-z-]+?)-((?:latin|arabic)-\d+-normal)/g, (_, family: string, file: string) => {
    const path = require.resolve(`@fontsource/${family}/files/${family}-${file}.woff2`)
    return `data:font/woff2;base64,${readFileSync(path, 'base64')}`
  })
}

export interface Printed {
  readonly pdf: Uint8Array
  readonly record: PageRecord
}

/** Shows HTML in a page and prints it as the product does. */
export async function print(page: Page, html: string): Promise<Printed> {
  await page.setContent(html, { waitUntil: 'load' })
  const record = (await page.evaluate(pageRecordScript)) as PageRecord
  const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
  return { pdf, record }
}
