// Files written by hand: sound ones are read by our parser, as pdf-lib reads them; others are left to pdf-lib.
import { PDFContext, PDFDocument, PDFParser, StandardFonts } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PdfSyntaxError } from '../../src/pdf-syntax/lexer.js'
import { ObjectParser } from '../../src/pdf-syntax/object-parser.js'
import { readObjects } from '../../src/pdf-syntax/objects.js'

const file = (objects: string, trailer = '<</Size 9/Root 1 0 R/Info 2 0 R>>') =>
  Buffer.from(
    `%PDF-1.4\n%\xd3\xeb\xe9\xe1\n${objects}\nxref\n0 1\n0000000000 65535 f \ntrailer\n${trailer}\nstartxref\n9\n%%EOF\n`,
    'latin1',
  )

const objects = `1 0 obj
<</Type/Catalog /A [1 -2.5 .5 (a(b)\\)) <48 49> null true false 3 0 R 4 0 5 0 R] /B<</C/D#20E>>>>
endobj
2 0 obj <</Title (x) % a note
/N 7>> endobj
3 0 obj
<</Length 9>>
stream
(endobj) 
endstream
endobj
5 0 obj 42 endobj`

const shown = (context: PDFContext): string[] =>
  context.enumerateIndirectObjects().map(([ref, object]) => `${ref} ${object}`)

function parse(bytes: Uint8Array): PDFContext {
  const context = PDFContext.create()
  new ObjectParser(bytes, context).readAll()
  return context
}

describe('ObjectParser', () => {
  it('reads every kind of object as pdf-lib does', async () => {
    const bytes = file(objects)
    const other = await PDFParser.forBytesWithOptions(bytes).parseDocument()
    expect(shown(parse(bytes))).toEqual(shown(other))
    expect(shown(parse(bytes))).toHaveLength(4)
  })

  it('reads classic files of pdf-lib', async () => {
    const made = await PDFDocument.create()
    const font = await made.embedFont(StandardFonts.Helvetica)
    made.addPage([300, 400]).drawText('one', { font })
    const bytes = await made.save({ useObjectStreams: false })
    const other = await PDFParser.forBytesWithOptions(bytes).parseDocument()
    expect(shown(parse(bytes))).toEqual(shown(other))
  })

  it.each([
    ['an end that is missing', Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj')],
    ['an object without an end', file('1 0 obj <</A 1>>\n2 0 obj 1 endobj')],
    ['a dictionary without an end', file('1 0 obj <</A 1 endobj')],
    ['an array without an end', file('1 0 obj [1 2')],
    ['a length that is wrong', file('1 0 obj <</Length 3>>\nstream\nabcdef\nendstream\nendobj')],
    ['a length that is an object', file('1 0 obj <</Length 2 0 R>>\nstream\nabc\nendstream\nendobj')],
    ['an update', file(objects, '<</Root 1 0 R/Prev 100>>')],
    ['a word that is none', file('1 0 obj nothing endobj')],
    ['arrays without end', file(`1 0 obj ${'['.repeat(10_000)}`)],
  ])('refuses %s', (_, bytes) => {
    expect(() => parse(bytes)).toThrow(PdfSyntaxError)
  })

  it('reads any bytes or refuses them', () => {
    const sound = file(objects)
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.uint8Array({ minLength: 1, maxLength: 4 }), (at, patch) => {
        const bytes = Buffer.from(sound)
        bytes.set(patch.subarray(0, bytes.length - at), at)
        try {
          parse(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(PdfSyntaxError)
        }
      }),
    )
  })
})

describe('readObjects', () => {
  it('knows the trailer of either kind of file', async () => {
    const made = await PDFDocument.create()
    made.addPage()
    for (const useObjectStreams of [true, false]) {
      const { trailerInfo } = await readObjects(await made.save({ useObjectStreams }))
      expect([trailerInfo.Root, trailerInfo.Info].every(Boolean)).toBe(true)
    }
  })

  it('leaves what is not sound to pdf-lib, which guesses', async () => {
    const context = await readObjects(
      file('1 0 obj <</Type/Catalog /Length 2>>\nstream\nabcdef\nendstream\nendobj'),
    )
    expect(shown(context)).toHaveLength(1)
  })
})
