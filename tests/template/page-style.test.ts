// Names and titles in, styles that they cannot leave out.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tint } from '../../src/template/color.js'
import { cssString } from '../../src/template/page-style.js'
import { pageMaker } from '../helpers/page.js'
import { badTexts } from '../helpers/payloads.js'
import { requiredBlocks } from '../helpers/topic.js'

/** Reads a CSS string token as a browser does (CSS Syntax 4.3.5); throws where it ends too early or is broken. */
function readCssString(css: string): string {
  if (!css.startsWith('"')) throw new Error('not a string')
  let value = ''
  let at = 1
  for (;;) {
    const char = css[at]
    if (char === undefined) throw new Error('never closed')
    if (char === '"') break
    if (/[\n\r\f]/.test(char)) throw new Error('broken by a line end')
    if (char !== '\\') {
      value += char
      at += 1
      continue
    }
    const hex = /^[0-9a-f]{1,6}/i.exec(css.slice(at + 1))?.[0]
    if (hex === undefined) throw new Error('an escape without digits')
    const code = Number.parseInt(hex, 16)
    const valid = code !== 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    value += valid ? String.fromCodePoint(code) : '\ufffd'
    at += 1 + hex.length
    if (/\s/.test(css[at] ?? '')) at += 1
  }
  if (at !== css.length - 1) throw new Error(`ends before ${css.slice(at + 1)}`)
  return value
}

/** What CSS makes of characters it does not take. */
const asCss = (text: string) => text.replace(/\0|\p{Surrogate}/gu, '\ufffd')

describe('a CSS string', () => {
  it('is read back as the text it was made of, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readCssString(cssString(text))).toBe(asCss(text))
      }),
      { numRuns: 500 },
    )
  })

  it.each(badTexts)('holds %s', (text) => {
    expect(readCssString(cssString(text))).toBe(asCss(text))
    expect(cssString(text)).not.toMatch(/[<>{}@]/)
  })

  it('keeps ordinary words as they are', () => {
    expect(cssString('Río 3, ¿qué? 中文')).toBe('"Río 3, \\bf qué? 中文"')
  })
})

describe('a page', async () => {
  const maker = await pageMaker()
  const styleOf = (html: string) => /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''

  it('has the size of its paper and the name of its organization at the foot', () => {
    const letter = maker.compose()
    expect(styleOf(letter.job.html)).toContain('@page { size: 612pt 792pt')
    expect(styleOf(letter.job.html)).toContain('Testing Clinic')
    const a4 = maker.composeFor({ paper: 'a4' })
    expect(styleOf(a4.job.html)).toContain('@page { size: 595.28pt 841.89pt')
    expect(a4.job.area.height).toBeGreaterThan(letter.job.area.height)
  })

  it('has its number of pages in the words of its language', () => {
    expect(styleOf(maker.compose().job.html)).toContain('"Page " counter(page) " of " counter(pages)')
  })

  it('gives large print nothing small', () => {
    const { job } = maker.compose(requiredBlocks, {}, { edition: 'large-print' })
    expect(styleOf(job.html)).toContain('font: 400 18pt')
    expect(job.type.least).toBeGreaterThanOrEqual(18)
  })

  it('takes its colours from the organization', () => {
    const html = maker.composeFor({ colors: { primary: '#0b4f6c', accent: '#b5341c', text: '#1b1b1b' } }).job
      .html
    expect(styleOf(html)).toContain('--primary: #0b4f6c')
    expect(styleOf(html)).toContain(`--primary-tint: ${tint('#0b4f6c', 0.08)}`)
  })
})

describe('a tint', () => {
  it('lies between white and the colour', () => {
    expect(tint('#000000', 0)).toBe('#ffffff')
    expect(tint('#0b4f6c', 1)).toBe('#0b4f6c')
    expect(tint('#000000', 0.5)).toBe('#808080')
  })
})
