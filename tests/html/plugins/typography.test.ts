// Running text in a language in, the same text with the marks and spaces of that language out.
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { typography } from '../../../src/html/plugins/typography.js'

function set(html: string, language: string): string {
  const tree = fromHtml(html, { fragment: true })
  typography(language)(tree)
  return toHtml(tree)
}

describe('quotation marks and spaces', () => {
  it.each([
    ['en', '<p>A "word", the \'20s, don\'t.</p>', '<p>A “word”, the ’20s, don’t.</p>'],
    ['es', '<p>Dijo "sí" <em>y "no"</em>.</p>', '<p>Dijo «sí» <em>y «no»</em>.</p>'],
    ['fr', '<p>Un "mot", 70 % ? Oui !</p>', '<p>Un «\u00a0mot\u00a0», 70\u00a0%\u00a0? Oui\u00a0!</p>'],
    ['fr-CA', '<p>« Mot » : voilà ; vu ?</p>', '<p>«\u00a0Mot\u00a0»\u00a0: voilà\u00a0; vu\u00a0?</p>'],
    ['fr', '<p><code>a ? "b"</code> https://x.fr</p>', '<p><code>a ? "b"</code> https://x.fr</p>'],
    ['vi', '<p>"Chữ" ?</p>', '<p>"Chữ" ?</p>'],
  ])('of %s', (language, before, after) => {
    expect(set(before, language)).toBe(after)
  })
})
