// Ways to break the file as a whole.
import { PDFHexString, PDFNumber } from '@cantoo/pdf-lib'
import { name, text } from '../../helpers/mutate-pdf.js'
import { WrittenObject } from '../../helpers/pdf-objects.js'
import { change, changeBytes, type Mutation, replaceBytes } from './mutation.js'

/** `A`, packed with LZW: clear, 65, end, in nine bits each. */
const lzw = Uint8Array.of(0b10000000, 0b00010000, 0b01100000, 0b00100000)

const LONG_NAME = 'x'.repeat(128)
const NESTED_ARRAYS = 10_000

export const fileMutations: readonly Mutation[] = [
  changeBytes('pdf-unreadable', 'the file is cut off in the middle', (bytes) =>
    bytes.subarray(0, bytes.length >> 1),
  ),
  changeBytes('pdf-unreadable', 'the last bytes are missing', (bytes) => bytes.subarray(0, -40)),
  changeBytes('pdf-unreadable', 'an object is not where the table says', (bytes) =>
    replaceBytes(bytes, /\n\d+ 0 obj/, (found) =>
      found.replace(/\d(?= )/, (digit) => String((Number(digit) + 1) % 10)),
    ),
  ),
  changeBytes('pdf-unreadable', 'the start of the table is wrong', (bytes) =>
    replaceBytes(bytes, /startxref\n\d+/, (found) =>
      found.replace(/\d$/, (digit) => String((Number(digit) + 5) % 10)),
    ),
  ),
  change('pdf-encrypted', 'the trailer names an encryption', (pdf) => {
    pdf.context.trailerInfo.Encrypt = pdf.add({ Filter: 'Standard', V: 1, R: 2 })
  }),
  change('pdf-too-large', 'arrays are nested 10,000 deep', (pdf) => {
    pdf.catalog.set(
      name('PieceInfo'),
      new WrittenObject('['.repeat(NESTED_ARRAYS) + ']'.repeat(NESTED_ARRAYS)),
    )
  }),
  changeBytes('file-header', 'bytes stand before the header', (bytes) =>
    Buffer.concat([Buffer.from('\n\n'), bytes]),
  ),
  changeBytes('file-header', 'the version is unknown', (bytes) =>
    replaceBytes(bytes, '%PDF-1.7', () => '%PDF-1.9'),
  ),
  changeBytes('file-header', 'the binary mark is text', (bytes) =>
    replaceBytes(bytes, /\n%[\x80-\xff]{4}/, () => '\n%text'),
  ),
  changeBytes('file-end', 'bytes follow the end', (bytes) => Buffer.concat([bytes, Buffer.from('\nmore')])),
  change('file-id', 'there is no identifier', ({ context }) => {
    delete context.trailerInfo.ID
  }),
  change('file-id', 'the identifier is empty', ({ context }) => {
    context.trailerInfo.ID = context.obj([PDFHexString.of(''), PDFHexString.of('')])
  }),
  changeBytes('stream-length', 'a stream says it is shorter', (bytes) =>
    replaceBytes(bytes, /\/Length \d*[1-9]\b/, (found) =>
      found.replace(/\d$/, (digit) => String(Number(digit) - 1)),
    ),
  ),
  change('stream-external', 'a stream is in another file', (pdf) => {
    pdf.addStream('', { F: text('other.bin') })
  }),
  change('filter-forbidden', 'a stream is packed with LZW', (pdf) => {
    pdf.addStream(lzw, { Filter: 'LZWDecode' })
  }),
  change('filter-forbidden', 'a picture in the page is packed with LZW', (pdf) => {
    pdf.append('/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID x EI EMC')
  }),
  change('limit-exceeded', 'a name has 128 bytes', (pdf) => {
    pdf.catalog.set(name(LONG_NAME), PDFNumber.of(1))
  }),
  change('limit-exceeded', 'a string has 32768 bytes', (pdf) => {
    pdf.catalog.set(name('PieceInfo'), pdf.object({ Text: PDFHexString.of('41'.repeat(32_768)) }))
  }),
  change('limit-exceeded', 'a whole number has 32 bits', (pdf) => {
    pdf.catalog.set(name('PieceInfo'), pdf.object({ Number: 2_147_483_648 }))
  }),
  change('limit-exceeded', 'states are nested 29 deep', (pdf) => {
    pdf.append(`${'q '.repeat(29)}${'Q '.repeat(29)}`)
  }),
  change('limit-exceeded', 'a page is larger than 200 inches', (pdf) => {
    pdf.pages[0]?.set(name('MediaBox'), pdf.object([0, 0, 612, 14_401]))
  }),
  change('local-path', 'a string holds a path', (pdf) => {
    pdf.catalog.set(name('PieceInfo'), pdf.object({ Made: text('in /home/builder/handouts') }))
  }),
  change('local-path', 'a comment in the content holds a path', (pdf) => {
    pdf.append('% from C:\\Users\\builder\\page.html')
  }),
  changeBytes('local-path', 'a comment between objects holds a path', (bytes) => {
    const at = bytes.lastIndexOf('startxref')
    return Buffer.concat([bytes.subarray(0, at), Buffer.from('% /tmp/build/page.html\n'), bytes.subarray(at)])
  }),
  change('local-path', 'the metadata holds a path', (pdf) => {
    pdf.editXmp((xmp) =>
      xmp.replace('<dc:format>', '<dc:source>file:///tmp/page.html</dc:source><dc:format>'),
    )
  }),
]
