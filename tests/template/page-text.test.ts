// HTML and CSS in, the text that is set in type out.
import { describe, expect, it } from 'vitest'
import { generatedText, passagesOf } from '../../src/template/page-text.js'

const told = (html: string) =>
  passagesOf(html, 'en').map(({ language, text }) => `${language}: ${text.trim()}`)

describe('the text of a page', () => {
  it('is split where the language changes', () => {
    expect(told('<p>one <span lang="ar">اثنان</span> three</p>')).toEqual([
      'en: one',
      'ar: اثنان',
      'en: three',
    ])
  })

  it('keeps the language through elements of the same name', () => {
    expect(told('<div lang="es"><div>uno</div> dos <br> tres</div> four')).toEqual([
      'es: uno',
      'es: dos',
      'es: tres',
      'en: four',
    ])
  })

  it('nests languages', () => {
    expect(told("<div lang=es>a<p lang='fr'>b</p>c</div>d")).toEqual(['es: a', 'fr: b', 'es: c', 'en: d'])
  })

  it('is also a space that holds an empty cell open', () => {
    expect(passagesOf('<td>a</td> <td>\u00a0</td>', 'en').map(({ text }) => text)).toEqual(['a', '\u00a0'])
  })

  it('is not what stands in attributes and comments', () => {
    expect(told('<img alt="ሰላም > x" src="x"><!-- ሰላም --><p title=\'ሰ>ላም\'>words</p>')).toEqual(['en: words'])
  })
})

describe('text that styles put on the page', () => {
  it('is what stands in content, escapes decoded', () => {
    expect(
      generatedText('a::before { content: "\\2192  →" ; color: red } b{content:\'x\\27y\'}').split(' '),
    ).toEqual(['→', '→', "x'y"])
  })

  it('is nothing else', () => {
    expect(
      generatedText('/* content: "no" */ a { font-family: "Noto"; content: none; align-content: "no" }'),
    ).toBe('')
  })
})
