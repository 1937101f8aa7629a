// Font files of packages in, what they say of themselves out.
import { describe, expect, it } from 'vitest'
import { fontFamily, fontPackage } from '../../src/media/font-packages.js'
import { readWoff2 } from '../../src/media/woff2.js'

describe('a font file', () => {
  it('tells its characters from segments and from groups', () => {
    const latin = fontFamily('Atkinson Hyperlegible Next')?.subsets[0]?.program()
    expect(latin?.postScriptName).toBe('AtkinsonHyperlegibleNext-Regular')
    expect([...'Aé“ñ°'].every((char) => latin?.characters.has(char.codePointAt(0) ?? 0))).toBe(true)
    expect([...'≥ạش中'].some((char) => latin?.characters.has(char.codePointAt(0) ?? 0))).toBe(false)
    const arabic = fontFamily('Noto Sans Arabic')?.subsets.find((one) => one.program().characters.has(0x634))
    expect(arabic?.program().postScriptName).toBe('NotoSansArabic-Regular')
    expect(arabic?.program().characters.has(0x10efd)).toBe(true)
  })

  it('that is none is refused', () => {
    expect(() => readWoff2(new TextEncoder().encode('wOFF, an older form'))).toThrow('no WOFF2')
  })
})

describe('a typeface', () => {
  it('has regular and bold, each subset with its own files', () => {
    const faces = fontFamily('Noto Sans')?.subsets.flatMap((subset) => subset.faces)
    expect(new Set(faces?.map(({ weight }) => weight))).toEqual(new Set(['400', '700']))
    expect(faces?.map(({ file }) => file)).toContain('noto-sans-vietnamese-700-normal.woff2')
  })

  it('without bold gives its one weight for both', () => {
    const faces = fontFamily('Noto Sans Math')?.subsets.flatMap((subset) => subset.faces)
    expect(faces?.map(({ weight }) => weight)).toEqual(['400 700'])
  })

  it('is found by its exact name, in a package of that name alone', () => {
    expect(fontPackage('Noto Sans Thai')).toBe('@fontsource/noto-sans-thai')
    expect(fontFamily('noto sans')).toBeUndefined()
    expect(fontFamily('Comic Sans')).toBeUndefined()
    expect(fontFamily('../../etc')).toBeUndefined()
  })
})
