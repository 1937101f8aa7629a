// Drawings in, clean ones out; what runs or leads outside is refused with its line.
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPicture } from '../../src/media/picture.js'
import { cleanSvg } from '../../src/media/svg.js'

const head =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">'
const svg = (inner: string) => `${head}\n${inner}</svg>`

const problemOf = (text: string) => {
  const reading = cleanSvg(text)
  return 'problem' in reading ? reading.problem : undefined
}
const textOf = (text: string) => {
  const reading = cleanSvg(text)
  if ('problem' in reading) throw new Error(reading.problem)
  return reading.text
}

/** A PNG of one colour whose header says how large it is. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer) => {
    const size = Buffer.alloc(4)
    size.writeUInt32BE(data.length)
    return Buffer.concat([size, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
  }
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(8))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

describe('a drawing', () => {
  it('stays as it is', () => {
    const text = textOf(
      svg('<g fill="url(#a)"><path d="M0 0h1"/></g><use href="#b"/><text x="1">A &amp; B</text>'),
    )
    expect(text).toBe(
      `${head}\n<g fill="url(#a)"><path d="M0 0h1"/></g><use href="#b"/><text x="1">A &amp; B</text></svg>`.replace(
        'xmlns:xlink="http://www.w3.org/1999/xlink" viewBox',
        'xmlns:xlink="http://www.w3.org/1999/xlink" viewBox',
      ),
    )
  })

  it('loses comments, declarations and the notes of editors', () => {
    const text = textOf(
      `<?xml version="1.0"?><!-- me --><svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1" viewBox="0 0 1 1"><metadata>who</metadata><inkscape:grid href="https://example.org"/><!-- x --><path inkscape:label="x" d="M0 0"/><animate attributeName="href" to="https://example.org"/></svg>`,
    )
    expect(text).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1"><path d="M0 0"/></svg>',
    )
  })

  it('is understood with a prefix, and without a namespace', () => {
    const text = textOf(
      '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><s:path d="M0 0"/><path/></s:svg>',
    )
    expect(text).toContain('viewBox="0 0 1 1"><path d="M0 0"/></svg>')
    expect(textOf('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>')).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/,
    )
  })

  it('may hold a small picture of its own', () => {
    const data = `data:image/png;base64,${png(10, 10).toString('base64')}`
    expect(textOf(svg(`<image href="${data}"/>`))).toContain(data)
  })

  it('written anew is written the same', () => {
    const once = textOf(svg('<style>path > g { fill: "&lt;"; }</style><path d="M0&#x20;0"/>'))
    expect(textOf(once)).toBe(once)
  })
})

describe('what is refused', () => {
  it.each([
    ['<script>alert(1)</script>', 'a script'],
    ['<SCRIPT/>', 'a script'],
    ['<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>', 'a script'],
    ['<path onload="x()"/>', 'a script in `onload`'],
    ['<path ONCLICK="x()"/>', 'a script in `ONCLICK`'],
    ['<foreignObject><p/></foreignObject>', 'an embedded page'],
    ['<g><iframe/></g>', 'an embedded page'],
    ['<a href="#x"><path/></a>', 'a link'],
    ['<use href="other.svg#a"/>', 'an outside reference'],
    ['<use xlink:href="https://example.org/a.svg"/>', 'an outside reference'],
    ['<image href="https://example.org/x.png"/>', 'an outside reference'],
    ['<image href="//example.org/x.png"/>', 'an outside reference'],
    ['<image href=" java\nscript:alert(1)"/>', 'an outside reference'],
    ['<image href="data:image/svg+xml,%3Csvg/%3E"/>', 'an outside reference'],
    ['<image href="data:text/html;base64,AAAA"/>', 'an outside reference'],
    ['<image href="data:image/png;base64,d29yZHM="/>', 'a picture that cannot be read'],
    [
      `<image href="data:image/png;base64,${png(9000, 9000).toString('base64')}"/>`,
      'a picture of over 25 megapixels',
    ],
    ['<path fill="url(https://example.org/#a)"/>', 'an outside reference'],
    ['<path style="fill: url( \'x.svg#a\')"/>', 'an outside reference'],
    ['<path style="fill: u\\72l(x)"/>', 'an outside reference'],
    ['<style>@import "x.css";</style>', 'an outside reference'],
    ['<style><![CDATA[@import url(//example.org);]]></style>', 'an outside reference'],
    ['<style>@\\69mport "x.css";</style>', 'an outside reference'],
    ['<style>@font-face { src: local(x) }</style>', 'an outside reference'],
    ['<style>a { background: image-set("x" 1x) }</style>', 'an outside reference'],
    ['<g xml:base="https://example.org/"/>', 'an outside reference'],
  ])('%s', (inner, what) => {
    expect(problemOf(svg(inner))).toBe(`is an SVG with ${what} (line 2)`)
  })

  it.each([
    ['<!DOCTYPE svg [<!ENTITY a "x">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', /cannot be read/],
    ['<svg', /cannot be read/],
    ['<html xmlns="http://www.w3.org/1999/xhtml"/>', /is no SVG/],
    ['<svg xmlns="http://www.w3.org/1999/xhtml"><script/></svg>', /is no SVG/],
    [`${head}${'<g>'.repeat(300)}${'</g>'.repeat(300)}</svg>`, /too many parts/],
    [`${head}${'<g>'.repeat(100_000)}${'</g>'.repeat(100_000)}</svg>`, /cannot be read|too many parts/],
    [`${head}${'<g/>'.repeat(60_000)}</svg>`, /too many parts/],
    [
      svg(
        Array.from(
          { length: 30 },
          (_, at) => `<g id="a${at}"><use href="#a${at + 1}"/><use href="#a${at + 1}"/></g>`,
        ).join(''),
      ),
      /copy one another/,
    ],
    [svg('<g id="a"><use href="#a"/></g>'), /copy one another/],
  ])('%#: a text that is no drawing, or endless', (text, problem) => {
    expect(problemOf(text)).toMatch(problem)
  })

  it('leaves nothing that runs in what it lets through', () => {
    const name = fc.constantFrom(
      'g',
      'path',
      'script',
      'x:script',
      'foreignObject',
      'a',
      'use',
      'style',
      'set',
      'p',
    )
    const value = fc.constantFrom(
      '#a',
      'javascript:x',
      'https://example.org',
      'url(#a)',
      'url(x)',
      '1',
      'data:,x',
      '"<',
      '\\75rl(x)',
    )
    const attribute = fc.constantFrom(
      'href',
      'xlink:href',
      'onload',
      'fill',
      'style',
      'x:onload',
      'id',
      'src',
    )
    const element = fc.tuple(name, attribute, value).map(([tag, key, text]) => {
      const escaped = text.replace(/</g, '&lt;').replace(/"/g, '&quot;')
      return `<${tag} ${key}="${escaped}">${tag === 'style' ? escaped : ''}</${tag}>`
    })
    fc.assert(
      fc.property(fc.array(element, { maxLength: 5 }), (inner) => {
        const reading = cleanSvg(
          `<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="urn:x" xmlns:xlink="http://www.w3.org/1999/xlink">${inner.join('')}</svg>`,
        )
        if ('problem' in reading) return
        expect(reading.text).not.toMatch(/<\/?script|onload|foreignObject|url\(x|\\75|(?:href|src)="(?!#)/i)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a picture of pixels', () => {
  it('over 25 megapixels is refused by its header', () => {
    expect(readPicture(png(5001, 5000))).toEqual({
      problem: 'is 5001 × 5000 pixels, over 25 megapixels',
      hint: 'Scale it down; 300 pixels an inch are enough for print.',
    })
    expect(readPicture(png(5000, 5000))).toMatchObject({ mediaType: 'image/png', width: 5000, height: 5000 })
  })
})
