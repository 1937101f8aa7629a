// Bytes that are no handout: each gets a verdict with one clear fault, whatever they hold.
import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFWriter } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { openingRequirements } from '../../src/verify/checks/opening.js'
import { verify } from '../../src/verify/index.js'
import { type Good, goodHandout } from '../helpers/good-pdf.js'
import { mutate } from '../helpers/mutate-pdf.js'
import { randomFrom } from '../helpers/random.js'

const ROUNDS = 200
const unforeseen = /not foreseen/
const opening = openingRequirements.map(({ id }) => id as string)

let good: Good
let open: Uint8Array
beforeAll(async () => {
  good = await goodHandout()
  open = await unpacked(good.bytes)
})

/** The only fault of bytes that cannot be read. */
function onlyFault(bytes: Uint8Array) {
  const { ok, faults, facts } = verify(bytes)
  expect(ok).toBe(false)
  expect(facts).toBeUndefined()
  expect(faults).toHaveLength(1)
  const [fault] = faults
  expect(opening).toContain(fault?.rule)
  expect(fault?.text).not.toMatch(unforeseen)
  return fault
}

/** Bytes of a PDF with the given objects, a table of them, and a trailer. */
function written(objects: readonly string[], trailer = '/Root 1 0 R'): Buffer {
  let file = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`
  const end = `trailer\n<</Size ${objects.length + 1} ${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file + table + end, 'latin1')
}

const onePage = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[3 0 R]>>']

const emptyPage = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<<>>>>'

function pageWith(content: string): Buffer {
  const stream = `<</Length ${content.length}>>\nstream\n${content}\nendstream`
  return written([
    ...onePage,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<<>>/Contents 4 0 R>>',
    stream,
  ])
}

function pageWithPacked(packed: Buffer): Buffer {
  const stream = `<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n${packed.toString('latin1')}\nendstream`
  return written([
    ...onePage,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<<>>/Contents 4 0 R>>',
    stream,
  ])
}

async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  let written: Uint8Array = bytes
  await mutate(bytes, (pdf) => {
    for (const page of pdf.pages) pdf.append('% unpacked', page)
  }).then(async (changed) => {
    const context = (await PDFDocument.load(changed, { updateMetadata: false })).context
    written = await PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer()
  })
  expect(document.getPageCount()).toBeGreaterThan(0)
  return written
}

describe('bytes that are no PDF', () => {
  it.each([
    ['nothing', Buffer.alloc(0), /empty/],
    ['a JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex'), /JPEG/],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /PNG/],
    ['a web page', Buffer.from('<!doctype html><title>%PDF</title>'), /web page/],
    ['an office document', Buffer.from('504b030414000600', 'hex'), /office/],
    ['zeros', Buffer.alloc(100_000), /no PDF/],
    ['a header alone', Buffer.from('%PDF-1.7\n'), /cut off/],
    ['headers upon headers', Buffer.from('%PDF-1.7\n%%EOF\nstartxref\n'.repeat(5000)), /./],
  ])('%s', (_, bytes, words) => {
    expect(onlyFault(bytes)?.text).toMatch(words)
  })

  it('more bytes than any handout has', () => {
    expect(onlyFault(Buffer.alloc(33 * 1024 * 1024, '%PDF-1.7\n'))?.rule).toBe('pdf-too-large')
  })
})

describe('a PDF that is not whole', () => {
  it('is cut off anywhere', () => {
    for (let part = 1; part < 40; part++) onlyFault(good.bytes.subarray(0, (good.bytes.length * part) / 40))
  })

  it('is locked with a password', async () => {
    const document = await PDFDocument.create()
    document.addPage()
    document.encrypt({ userPassword: 'secret', ownerPassword: 'more secret' })
    expect(onlyFault(await document.save())?.rule).toBe('pdf-encrypted')
  })

  it('has a table that leads in a circle', () => {
    const bytes = written([...onePage, emptyPage], '/Root 1 0 R /Prev 0')
    const at = bytes.lastIndexOf('xref\n0 ')
    const looped = Buffer.from(bytes.toString('latin1').replace('/Prev 0', `/Prev ${at}`), 'latin1')
    expect(verify(looped).faults.map(({ rule }) => rule)).not.toContain('pdf-unreadable')
  })

  it.each([
    ['no pages', written(['<</Type/Catalog>>'])],
    ['no catalog', written(['<</Type/Font>>'])],
    ['no root', written(onePage, '')],
    ['an unknown word', written([...onePage, 'maybe'])],
    ['a string without end', written([...onePage, '(once upon a time'])],
    ['a dictionary without end', written([...onePage, '<</Type/Page'])],
    ['a stream without end', written([...onePage, '<</Length 9>>\nstream\nabc'])],
  ])('has %s', (_, bytes) => {
    expect(onlyFault(bytes)?.rule).toBe('pdf-unreadable')
  })
})

describe('a PDF that wants too much', () => {
  it.each([
    ['10,000 nested arrays', written([...onePage, '['.repeat(10_000) + ']'.repeat(10_000)])],
    ['10,000 nested dictionaries', written([...onePage, '<</A'.repeat(10_000) + '>>'.repeat(10_000)])],
    ['a page that unpacks without end', pageWithPacked(deflateSync(Buffer.alloc(40 * 1024 * 1024, ' ')))],
    ['a table of a million objects', Buffer.from('%PDF-1.7\nxref\n0 1000000\nstartxref\n9\n%%EOF\n')],
  ])('%s', (_, bytes) => {
    expect(onlyFault(bytes)?.rule).toBe('pdf-too-large')
  })

  it('an element in an element, a thousand times', () => {
    const elements = Array.from(
      { length: 1000 },
      (_, index) => `<</Type/StructElem/S/Div/P ${index + 3} 0 R/K ${index + 5} 0 R>>`,
    )
    const root = '<</Type/Catalog/Pages 2 0 R/StructTreeRoot<</K 4 0 R>>>>'
    const bytes = written([root, onePage[1] as string, emptyPage, ...elements])
    expect(onlyFault(bytes)?.rule).toBe('pdf-too-large')
  })

  it('a drawing that draws itself', () => {
    const form = '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Length 5>>'
    const page =
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</XObject<</F 4 0 R>>>>/Contents 4 0 R>>'
    expect(onlyFault(written([...onePage, page, `${form}\nstream\n/F Do\nendstream`]))?.rule).toBe(
      'pdf-too-large',
    )
  })
})

describe('a PDF that is only strange', () => {
  it.each([
    ['arrays in the content that do not end', pageWith('['.repeat(50_000))],
    ['marks that do not end', pageWith('/Artifact BMC '.repeat(20_000))],
    ['states that do not end', pageWith('q '.repeat(50_000))],
    [
      'a page tree that leads in a circle',
      written([onePage[0] as string, '<</Type/Pages/Count 1/Kids[2 0 R]>>']),
    ],
    [
      'destinations that lead in a circle',
      written([
        '<</Type/Catalog/Pages 2 0 R/Dests<</a 4 0 R>>/Outlines<</First 3 0 R>>>>',
        '<</Type/Pages/Count 1/Kids[5 0 R]>>',
        '<</Title(a)/Dest 4 0 R/Next 3 0 R/First 3 0 R>>',
        '<</D 4 0 R>>',
        emptyPage,
      ]),
    ],
    ['references that lead in a circle', written([...onePage, '4 0 R', '3 0 R'])],
  ])('has %s', (_, bytes) => {
    const { ok, faults } = verify(bytes)
    expect(ok).toBe(false)
    for (const { text } of faults) expect(text).not.toMatch(unforeseen)
  })
})

describe('a PDF with random bytes', () => {
  it.each([
    ['packed', () => good.bytes],
    ['unpacked', () => open],
  ])('gets a verdict, whatever they are: %s', (_, source) => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const random = randomFrom(seed)
      const bytes = Uint8Array.from(source())
      const changes = 1 + Math.floor(random() * 20)
      for (let count = 0; count < changes; count++) {
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
      }
      const { ok, faults, facts } = verify(bytes, good.expectation)
      expect(ok).toBe(faults.length === 0)
      for (const { text } of faults) expect(text, `seed ${seed}`).not.toMatch(unforeseen)
      if (!facts) expect(faults.map(({ rule }) => opening.includes(rule))).toEqual([true])
    }
  })

  it('gets a verdict, whatever is swapped, lost or doubled', () => {
    for (let seed = 0; seed < ROUNDS; seed++) {
      const random = randomFrom(seed)
      const from = Math.floor(random() * open.length)
      const to = Math.floor(random() * open.length)
      const length = Math.floor(random() * 200)
      const part = open.subarray(from, from + length)
      const bytes = Uint8Array.from(open)
      bytes.set(part.subarray(0, open.length - to), to)
      const { faults } = verify(bytes, good.expectation)
      for (const { text } of faults) expect(text, `seed ${seed}`).not.toMatch(unforeseen)
    }
  })
})
