// Content streams written by hand: operators, operands and places; broken ones are named.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ContentReader } from '../../src/pdf-syntax/content.js'
import { PdfSyntaxError, Token } from '../../src/pdf-syntax/lexer.js'

const bytesOf = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const textOf = (bytes: Uint8Array | undefined) => bytes && String.fromCharCode(...bytes)

function operators(text: string): string[] {
  const reader = new ContentReader(bytesOf(text))
  const found: string[] = []
  while (reader.next()) found.push(reader.operator)
  return found
}

describe('ContentReader', () => {
  it('gives operators with the place of their operands', () => {
    const source = '  1 0 0 -1.5 .25 +7 cm % note ) >\nq\n/F4 16 Tf'
    const reader = new ContentReader(bytesOf(source))
    expect(reader.next()).toBe(true)
    expect(reader.operator).toBe('cm')
    expect([0, 1, 2, 3, 4, 5, 6].map((index) => reader.number(index))).toEqual([1, 0, 0, -1.5, 0.25, 7, 0])
    expect(source.slice(reader.start, reader.end)).toBe('1 0 0 -1.5 .25 +7 cm')
    reader.next()
    expect(source.slice(reader.start, reader.end)).toBe('q')
    reader.next()
    expect([reader.operator, reader.name(0), reader.number(1)]).toEqual(['Tf', 'F4', 16])
    expect(reader.next()).toBe(false)
  })

  it('reads strings with escapes, nesting and odd digits', () => {
    const reader = new ContentReader(
      bytesOf('(a(b)\\)\\101\\n\\\nc\r\nd) Tj <41 4 2 5> Tj [(x) -20 <59>] TJ'),
    )
    reader.next()
    expect(textOf(reader.string(0))).toBe('a(b))A\nc\nd')
    reader.next()
    expect(textOf(reader.string(0))).toBe('ABP')
    reader.next()
    expect([0, 1, 2, 3, 4].map((index) => reader.kind(index))).toEqual([
      Token.arrayOpen,
      Token.literal,
      Token.number,
      Token.hex,
      Token.arrayClose,
    ])
  })

  it('finds keys of property lists at the first level only', () => {
    const reader = new ContentReader(
      bytesOf('/Span <</A <</MCID 9>> /Lang (MCID) /B [/MCID 8] /MCID 7>> BDC'),
    )
    reader.next()
    expect(reader.name(0)).toBe('Span')
    expect(reader.number(reader.valueOf('MCID'))).toBe(7)
    expect(textOf(reader.string(reader.valueOf('Lang')))).toBe('MCID')
    expect(reader.valueOf('ActualText')).toBe(-1)
  })

  it('takes an inline image as one operator, whatever its data hold', () => {
    const source = 'q BI /W 1 /H 1 /BPC 8 ID xEI(<EIx\x00) EI Q'
    const reader = new ContentReader(bytesOf(source))
    reader.next()
    reader.next()
    expect(source.slice(reader.start, reader.end)).toBe('BI /W 1 /H 1 /BPC 8 ID xEI(<EIx\x00) EI')
    expect(reader.name(0)).toBe('W')
    reader.next()
    expect(reader.operator).toBe('Q')
  })

  it('keeps apart what has no space between', () => {
    expect(operators('q/G3 gs<</MCID 0>>BDC[(a)]TJ(b)Tj<63>Tj true m')).toEqual([
      'q',
      'gs',
      'BDC',
      'TJ',
      'Tj',
      'Tj',
      'm',
    ])
  })

  it.each(['(never closed', '<4142', 'BI /W 1 ID xxxx', 'q ) Q', 'q > Q'])(
    'names what is broken in %s',
    (source) => {
      expect(() => operators(source)).toThrow(PdfSyntaxError)
    },
  )

  it('ends or names the place for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const reader = new ContentReader(bytes)
        let last = 0
        try {
          while (reader.next()) {
            expect(reader.end).toBeGreaterThan(last)
            last = reader.end
            for (let index = 0; index < reader.count; index++) {
              reader.string(index)
              reader.name(index)
              reader.number(index)
            }
          }
        } catch (error) {
          expect(error).toBeInstanceOf(PdfSyntaxError)
        }
      }),
    )
  })
})
