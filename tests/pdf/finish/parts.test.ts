// The parts that need no browser: text of pages, strings, the file writer, the XMP packet, the colour profile.
import { PDFContext, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { shorten } from '../../../src/pdf/finish/faults.js'
import { sRgbProfile } from '../../../src/pdf/finish/icc.js'
import { collapse, lettersOf, PageText } from '../../../src/pdf/finish/page-text.js'
import { save } from '../../../src/pdf/finish/save.js'
import { textString } from '../../../src/pdf/finish/strings.js'
import { xmpPacket } from '../../../src/pdf/finish/xmp.js'
import { ContentReader } from '../../../src/pdf-syntax/content.js'
import { readObjects } from '../../../src/pdf-syntax/objects.js'
import { decodeText } from '../../../src/pdf-syntax/values.js'

describe('PageText', () => {
  const page = new PageText('  Rest\u00ad ful\n  sleep.\u200bZZ Straße İx ')

  it('drops what fonts may not show and folds case, one letter for one', () => {
    expect(page.letters).toBe('restfulsleep.zzstraßeİx')
    expect(lettersOf('  RE\u00adst ')).toBe('rest')
    expect(lettersOf('A\ufe0fB\0')).toBe('ab')
  })

  it('knows where white space stands', () => {
    const spaces = [...page.letters].map((_, index) => page.spaceBefore(index))
    expect(spaces.flatMap((space, index) => (space ? [page.letters[index]] : []))).toEqual([
      'r',
      'f',
      's',
      's',
      'İ',
    ])
  })

  it('gives back text with its spaces', () => {
    expect(page.slice(0, 12)).toBe('Rest\u00ad ful sleep')
    expect(page.slice(0, 4)).toBe('Rest ')
    expect(collapse('  a \n b ')).toBe('a b')
  })
})

describe('shorten', () => {
  it('cuts between words, or anywhere when there is only one', () => {
    expect(shorten(' a  b ')).toBe('a b')
    const words = shorten('word '.repeat(40))
    expect(words).toBe('word '.repeat(16).trim())
    expect(shorten('x'.repeat(200))).toHaveLength(80)
  })
})

describe('textString', () => {
  it.each(['plain', 'a (b) \\ c)', 'Grüße', '漢字 😀', 'two\nlines', ') /JS (', ''])(
    'means what it was made of: %j',
    (text) => {
      const written = textString(text).toString()
      const reader = new ContentReader(Buffer.from(`${written} Tj`))
      expect(reader.next()).toBe(true)
      expect([reader.operator, reader.count]).toEqual(['Tj', 1])
      expect(decodeText(reader.string(0) ?? new Uint8Array())).toBe(text)
    },
  )
})

describe('save', () => {
  it('writes what is reached, once, in the order in which it is reached', async () => {
    const context = PDFContext.create()
    context.register(context.obj({ Lost: true }))
    const shared = context.register(context.obj([1.5, null, true, PDFString.of('(x)')]))
    const stream = context.register(context.stream('data', { Kind: 'Test' }))
    context.trailerInfo.Info = context.register(context.obj({ Shared: shared }))
    context.trailerInfo.Root = context.register(
      context.obj({ Type: 'Catalog', Stream: stream, Shared: shared }),
    )
    const bytes = save(context)
    const again = await readObjects(bytes)
    const kinds = again
      .enumerateIndirectObjects()
      .map(([ref, object]) => `${ref} ${object}`.replace(/\s+/g, ' '))
    expect(kinds.slice(0, 4)).toEqual([
      '1 0 R << /Type /Catalog /Stream 3 0 R /Shared 4 0 R >>',
      '2 0 R << /Shared 4 0 R >>',
      '3 0 R << /Kind /Test /Length 4 >> stream data endstream',
      '4 0 R [ 1.5 null true ((x)) ]',
    ])
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('Lost')
    expect(Buffer.from(save(again)).equals(bytes)).toBe(true)
  })
})

describe('xmpPacket', () => {
  const info = {
    title: 'A < B & "C" \u0001',
    author: 'Clinic',
    subject: '',
    keywords: [],
    language: 'es',
    date: new Date('2026-03-04T05:06:07.890Z'),
    producer: 'Press',
  }

  it('escapes text, drops what XML forbids and leaves out what is empty', () => {
    const packet = xmpPacket(info)
    expect(packet).toContain('<rdf:li xml:lang="x-default">A &lt; B &amp; "C" </rdf:li>')
    expect(packet).not.toMatch(/dc:subject|dc:description|pdf:Keywords/)
    expect(packet).toContain('<dc:language><rdf:Bag><rdf:li>es</rdf:li></rdf:Bag></dc:language>')
    expect(packet).toContain('<xmp:ModifyDate>2026-03-04T05:06:07+00:00</xmp:ModifyDate>')
  })

  it('closes every element it opens', () => {
    const open: string[] = []
    for (const [, end, name, single] of xmpPacket({ ...info, subject: 's', keywords: ['k'] }).matchAll(
      /<(\/?)([a-zA-Z:]+)[^<>]*?(\/?)>/g,
    )) {
      if (end) expect(open.pop()).toBe(name)
      else if (!single) open.push(name ?? '')
    }
    expect(open).toEqual([])
  })
})

describe('sRgbProfile', () => {
  const bytes = Buffer.from(sRgbProfile())

  it('is a small display profile of version 4 that says its own size', () => {
    expect(bytes.readUInt32BE(0)).toBe(bytes.length)
    expect(bytes.length).toBeLessThan(600)
    expect(bytes.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ')
    expect(bytes.toString('latin1', 36, 40)).toBe('acsp')
    expect(bytes[8]).toBe(4)
    expect([68, 72, 76].map((at) => bytes.readInt32BE(at))).toEqual([0xf6d6, 0x10000, 0xd32d])
  })

  it('has all tags that a display profile needs, within its bounds and on multiples of four', () => {
    const count = bytes.readUInt32BE(128)
    const tags = Array.from({ length: count }, (_, index) => {
      const at = 132 + index * 12
      return {
        name: bytes.toString('latin1', at, at + 4),
        start: bytes.readUInt32BE(at + 4),
        size: bytes.readUInt32BE(at + 8),
      }
    })
    expect(tags.map(({ name }) => name)).toEqual(
      'desc cprt wtpt chad rXYZ gXYZ bXYZ rTRC gTRC bTRC'.split(' '),
    )
    expect(tags.filter(({ start, size }) => start % 4 !== 0 || start + size > bytes.length)).toEqual([])
  })

  it('maps white to white: the primaries add up to D50', () => {
    const sums = [0, 4, 8].map((offset) => {
      const primaries = [4, 5, 6].map((index) => bytes.readUInt32BE(132 + index * 12 + 4) + 8 + offset)
      return primaries.reduce((sum, at) => sum + bytes.readInt32BE(at) / 0x10000, 0)
    })
    expect(sums[0]).toBeCloseTo(0.9642, 3)
    expect(sums[1]).toBeCloseTo(1, 3)
    expect(sums[2]).toBeCloseTo(0.8249, 3)
  })
})
