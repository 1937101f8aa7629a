// The handout of the fixtures in, printed and finished as the product does it, with what is known of it, out.
import type { Browser } from 'puppeteer'
import type { DocumentInfo, Expectation } from '../../src/model/pdf.js'
import { finish } from '../../src/pdf/finish/index.js'
import { fixture, launchBrowser, print } from './browser.js'

export interface Good {
  readonly bytes: Uint8Array
  readonly expectation: Expectation
}

export const handoutInfo: DocumentInfo = {
  title: 'Aspirin with metoprolol',
  author: 'Riverside Clinic',
  subject: 'Two medicines together',
  keywords: ['aspirin', 'metoprolol'],
  language: 'en',
  date: new Date('2026-03-01T00:00:00Z'),
  producer: 'Handout Press 1.0.0',
}

/** Prints and finishes the handout. */
export async function printHandout(browser: Browser): Promise<Good> {
  const page = await browser.newPage()
  const { pdf, record } = await print(page, fixture('handout.html'))
  const { bytes, pages } = await finish(pdf, handoutInfo, record)
  return { bytes, expectation: { page: record, info: handoutInfo, edition: 'standard', maxPages: pages } }
}

/** A finished handout without a fault. */
export async function goodHandout(): Promise<Good> {
  const browser = await launchBrowser()
  try {
    return await printHandout(browser)
  } finally {
    await browser.close()
  }
}
