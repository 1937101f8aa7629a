// Bytes of pictures in, their type and size or why they cannot be printed out; and the drawings that come with us.
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { icon } from '../../src/media/icons.js'
import { readPicture } from '../../src/media/picture.js'
import { picture } from '../helpers/library.js'

/** A PNG with a header of any size and next to no data. */
function png(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(4))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const svg = (inside: string) => Buffer.from(picture.replace('<path', `${inside}<path`))

describe('a picture', () => {
  it.each([
    ['PNG', png(40, 20), { mediaType: 'image/png', width: 40, height: 20 }],
    ['SVG', Buffer.from(picture), { mediaType: 'image/svg+xml', width: 40, height: 20 }],
    [
      'SVG with a gradient of its own',
      svg('<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/>'),
      { width: 40 },
    ],
    [
      'SVG with a picture inside',
      svg(`<image href="data:image/png;base64,${png(4, 4).toString('base64')}"/>`),
      { width: 40 },
    ],
  ])('%s is read from its header', (_what, bytes, expected) => {
    expect(readPicture(bytes)).toMatchObject(expected)
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['words', Buffer.from('words')],
    ['half a header', png(4, 4).subarray(0, 12)],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00', 'latin1')],
    ['a picture of no size', png(0, 10)],
    ['one that unpacks to gigabytes', png(60_000, 60_000)],
    ['a script', svg('<script>1</script>')],
    ['a script in capitals', svg('<SCRIPT>1</SCRIPT>')],
    ['a handler', svg('<g onload="alert(1)"/>')],
    ['a handler in quotes of another kind', svg("<g\nonclick='alert(1)'/>")],
    ['a page inside', svg('<foreignObject/>')],
    ['a link to a script', svg('<a href="javascript:alert(1)"/>')],
    ['an outside picture', svg('<image xlink:href="https://example.org/a.png"/>')],
    ['an outside style', svg('<style>@import "https://example.org/a.css";</style>')],
    ['an outside fill', svg('<rect fill="url(https://example.org/a.svg#g)"/>')],
    ['an SVG inside an SVG', svg('<image href="data:image/svg+xml,<svg/>"/>')],
  ])('that is %s is refused with words and a hint', (_what, bytes) => {
    expect(readPicture(bytes)).toEqual({
      problem: expect.stringMatching(/\w/),
      hint: expect.stringMatching(/\w/),
    })
  })

  it('is printed without entities, however it was written', () => {
    const reading = readPicture(Buffer.from(picture.replace('<svg', '<!DOCTYPE svg [<!ENTITY a "b">]><svg')))
    const printed = 'bytes' in reading ? Buffer.from(reading.bytes).toString() : ''
    expect(printed).not.toMatch(/<!/)
  })

  it('of any bytes is read or refused, and never throws', () => {
    const start = fc.constantFrom('', '\x89PNG\r\n\x1a\n', '\xff\xd8\xff', '<svg', 'GIF89a', 'BM', 'RIFF')
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
        const reading = readPicture(Buffer.concat([Buffer.from(head, 'latin1'), rest]))
        expect('problem' in reading || reading.width > 0).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('an icon', () => {
  it('is a drawing that readers do not hear', () => {
    expect(icon('phone')).toMatch(/^<svg class="icon" aria-hidden="true" [^>]*>.*<\/svg>$/)
    expect(icon('phone')).toBe(icon('phone'))
  })

  it.each(['../../package', 'a/b', 'A', '', 'a b'])('is not read from %j', (name) => {
    expect(() => icon(name)).toThrow(RangeError)
  })
})
