// Texts in several languages in, the font files that are offered for them out.
import { describe, expect, it } from 'vitest'
import { fontsFor, hasTypeface, type Passage, typefaceNames } from '../../src/media/fonts.js'

const atkinson = 'Atkinson Hyperlegible Next'

function choose(...passages: Passage[]) {
  return fontsFor([atkinson, atkinson], passages, 'https://handout.invalid/fonts/')
}

const english = (text: string): Passage => ({ language: 'en', text })

/** Which typefaces are offered for which characters. */
function offered(css: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, family = '', ranges = ''] of css.matchAll(/font-family: '([^']+)'.*?unicode-range: ([^;]+)/g))
    found[family] = [...new Set((found[family] ?? '') + textOf(ranges))].join('')
  return found
}

function textOf(ranges: string): string {
  return ranges
    .split(',')
    .map((range) => {
      const [from = 0, to = from] = range
        .replace('U+', '')
        .split('-')
        .map((hex) => Number.parseInt(hex, 16))
      return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('')
    })
    .join('')
}

describe('fonts of a page', () => {
  it('are those it uses and no others', () => {
    const { css, files, names, missing } = choose(english('Plain words.'))
    expect([...files.keys()]).toEqual([
      'atkinson-hyperlegible-next-latin-400-normal.woff2',
      'atkinson-hyperlegible-next-latin-700-normal.woff2',
    ])
    expect(names).toEqual(['AtkinsonHyperlegibleNext-Regular', 'AtkinsonHyperlegibleNext-Bold'])
    expect(css.match(/@font-face/g)).toHaveLength(2)
    expect(css).not.toMatch(/local\(|format\('woff'\)/)
    expect(missing).toEqual([])
  })

  it('offer each character from one typeface, and numbers always', () => {
    const { css, order } = choose(english('Give ≥ 5 mg of Ωmega, 中文 and شاي.'))
    const by = offered(css)
    expect(by[atkinson]).toContain('0123456789')
    expect(by).toMatchObject({ 'Noto Sans': 'Ω', 'Noto Sans Math': '≥' })
    expect(by['Noto Sans SC']).toBe('中文')
    expect(by['Noto Sans Arabic']).toBe('اشي')
    expect(order(atkinson, 'en')[0]).toBe(atkinson)
    expect(order(atkinson, 'en').slice(1).sort()).toEqual([
      'Noto Sans',
      'Noto Sans Arabic',
      'Noto Sans Math',
      'Noto Sans SC',
    ])
  })

  it('set a word of Vietnamese from one typeface', () => {
    const { css, order } = choose({ language: 'vi', text: 'Điều quan trọng nhất' })
    expect(offered(css)).toEqual({ 'Noto Sans': expect.stringContaining('Đ') })
    expect(offered(css)['Noto Sans']).toContain('aghin')
    expect(order(atkinson, 'vi')).toEqual(['Noto Sans'])
  })

  it('leave an organization’s own typeface for Vietnamese when it has the letters', () => {
    const { order } = fontsFor(['Noto Sans'], [{ language: 'vi', text: 'ề' }], '')
    expect(order('Noto Sans', 'vi')).toEqual(['Noto Sans'])
  })

  it('give Arabic its spaces and brackets, and leave it Latin letters and numbers', () => {
    const by = offered(choose({ language: 'ar', text: 'دواء (Purell 70%)' }).css)
    expect(by['Noto Sans Arabic']).toMatch(/^[ ()\u0600-\u06ff]+$/)
    expect(by['Noto Sans Arabic']).toContain(' ()')
    expect(by[atkinson]).toContain('P')
  })

  it('take wide marks in Chinese from the Chinese typeface', () => {
    const chinese = offered(choose({ language: 'zh-Hans', text: '“是”，ketamine。' }).css)
    expect(chinese['Noto Sans SC']).toContain('“')
    expect(chinese[atkinson]).not.toContain('“')
    expect(offered(choose(english('“yes”')).css)[atkinson]).toContain('“')
  })

  it('hold a letter and its marks together', () => {
    const by = offered(choose(english('x\u0323')).css)
    expect(by['Noto Sans']).toBe('x\u0323')
  })
})

describe('a character that no font has', () => {
  it('is told once, with its language', () => {
    const { missing } = choose(english('one \u{16a0} two \u{16a0}'))
    expect(missing).toEqual([{ text: '\u{16a0}', language: 'en', install: undefined }])
  })

  it('is told with the package that has its script', () => {
    const [missing] = choose(english('ฉีดยา')).missing
    expect(missing?.install).toBe('@fontsource/noto-sans-thai')
  })

  it('of Japanese is not taken from a Chinese typeface, where it would look foreign', () => {
    const { missing } = choose({ language: 'ja', text: '薬' })
    expect(missing).toEqual([{ text: '薬', language: 'ja', install: '@fontsource/noto-sans-jp' }])
  })

  it('is none when it is not seen', () => {
    const { css, missing } = choose(
      english('soft\u00adhyphen\u200bjoiner\u200d thin\u202fspace\u2068x\u2069'),
    )
    expect(missing).toEqual([])
    expect(offered(css)[atkinson]).toContain('\u202f')
    expect(offered(css)[atkinson]).toContain('\u2068')
  })
})

it('typefaces that are named are installed', () => {
  expect(typefaceNames().filter((name) => !hasTypeface(name))).toEqual([])
})
