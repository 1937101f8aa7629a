// Conditions about the file as a whole: header, end, identifier, streams, bounds.
import { PDFArray, type PDFRawStream } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import { bytesOf, numberOf, numbersOf, resolve } from '../../pdf-syntax/objects.js'
import { inherited } from '../../pdf-syntax/trees.js'
import { type Condition, type Finding, HOUSE, pdfa } from '../condition.js'
import { filtersOf } from '../open/unpack.js'
import { localPath } from '../read/local-path.js'
import type { Reading } from '../read/reading.js'

/** `%PDF-1.n`, one line end, then a comment with four bytes over 127, so that the file is taken for binary. */
const header = /^%PDF-1\.[0-7](?:\r\n|\r|\n)%[\x80-\xff]{4}/

const HEADER_LENGTH = 16

/** Longest string (ISO 19005-2, 6.1.13). */
const LONGEST_STRING = 32_767
const DEEPEST_STATE = 28
const SMALLEST_PAGE = 3
const LARGEST_PAGE = 14_400

const allowedFilters = new Set([
  'ASCIIHexDecode',
  'ASCII85Decode',
  'FlateDecode',
  'RunLengthDecode',
  'CCITTFaxDecode',
  'JBIG2Decode',
  'DCTDecode',
  'JPXDecode',
])

const shortFilters = new Map([
  ['AHx', 'ASCIIHexDecode'],
  ['A85', 'ASCII85Decode'],
  ['Fl', 'FlateDecode'],
  ['RL', 'RunLengthDecode'],
  ['CCF', 'CCITTFaxDecode'],
  ['DCT', 'DCTDecode'],
])

export const fileConditions: readonly Condition[] = [
  {
    id: 'file-header',
    clause: pdfa('6.1.2'),
    says: 'The file begins with `%PDF-1.n` and a comment of bytes over 127.',
    how: 'The first bytes are compared.',
    hint: 'Write the file again; do not put anything before it.',
    *check({ file }) {
      const start = Buffer.from(file.bytes.subarray(0, HEADER_LENGTH)).toString('latin1')
      if (file.before > 0) yield { text: `There are ${file.before} bytes before the header of the PDF.` }
      else if (!header.test(start))
        yield { text: 'The header is not that of PDF 1.0 to 1.7 with its binary mark.' }
    },
  },
  {
    id: 'file-end',
    clause: pdfa('6.1.3'),
    says: 'Nothing follows the end-of-file mark but one line end.',
    how: 'The bytes after the last `%%EOF` are counted.',
    hint: 'Write the file again; do not append anything to it.',
    *check({ file }) {
      if (file.after > 0) yield { text: `There are ${file.after} bytes after the end of the PDF.` }
    },
  },
  {
    id: 'file-id',
    clause: pdfa('6.1.3'),
    says: 'The trailer has a file identifier of two parts.',
    how: 'The trailer’s `/ID` is an array of two strings that are not empty.',
    hint: 'Finish the PDF with this tool; the browser writes no identifier.',
    *check({ file }) {
      const { context, trailer } = file
      const id = resolve(context, trailer.get(names.ID))
      const parts =
        id instanceof PDFArray ? id.asArray().map((part) => bytesOf(context, part)?.length ?? 0) : []
      if (parts.length !== 2 || parts.includes(0)) yield { text: 'The PDF has no file identifier.' }
    },
  },
  {
    id: 'stream-length',
    clause: pdfa('6.1.7'),
    says: 'Each stream is as long as it says.',
    how: 'The bytes between `stream` and `endstream` are counted and compared with `/Length`.',
    hint: 'Write the file again; it was changed or damaged.',
    *check({ file, scan }) {
      for (const { dict, has } of scan.otherLengths) {
        const said = numberOf(file.context, dict.get(names.Length))
        if (said !== has) yield { text: `A stream says it has ${said ?? 'no'} bytes but has ${has}.` }
      }
    },
  },
  {
    id: 'stream-external',
    clause: pdfa('6.1.7'),
    says: 'No stream has its bytes in another file.',
    how: 'Stream dictionaries are searched for `/F`, `/FFilter` and `/FDecodeParms`.',
    hint: 'Embed the data in the PDF.',
    *check({ scan }) {
      for (const { dict } of scan.streams) {
        if (dict.has(names.F) || dict.has(names.FFilter) || dict.has(names.FDecodeParms)) {
          yield { text: 'A stream takes its bytes from another file.' }
        }
      }
    },
  },
  {
    id: 'filter-forbidden',
    clause: pdfa('6.1.7, 6.1.10'),
    says: 'Streams are packed with filters of the standard, but neither LZW nor Crypt.',
    how: 'The filters of all streams and of inline images are compared with the list.',
    hint: 'Pack with Flate.',
    *check(reading) {
      for (const stream of reading.scan.streams) {
        for (const name of forbiddenFilters(stream)) yield { text: `A stream is packed with ${name}.` }
      }
      for (const [name, page] of reading.content.inlineFilters) {
        if (allowedFilters.has(shortFilters.get(name) ?? name)) continue
        yield { text: `A picture in the page is packed with ${name}.`, page: page + 1 }
      }
    },
  },
  {
    id: 'limit-exceeded',
    clause: pdfa('6.1.13'),
    says: 'Names, strings, whole numbers, pages and saved states stay within the bounds every reader copes with.',
    how:
      'Names have at most 127 bytes, strings 32767, whole numbers 31 bits, pages 3 to 14400 units a side, ' +
      'and `q` is nested at most 28 deep.',
    hint: 'Shorten the text or flatten the drawing.',
    check: exceeded,
  },
  {
    id: 'local-path',
    clause: HOUSE,
    says: 'Nothing in the file tells a path of the machine that made it.',
    how: 'The raw bytes, all strings, the metadata and all unpacked content are searched for `file:` and paths of home and work folders.',
    hint: 'Embed pictures and fonts instead of linking them.',
    *check({ file, scan }) {
      const found = localPath(file, scan)
      if (found !== undefined) yield { text: `The PDF holds a path of the machine it was made on: ${found}` }
    },
  },
]

function forbiddenFilters(stream: PDFRawStream): string[] {
  return filtersOf(stream.dict).filter((name) => !allowedFilters.has(name))
}

function* exceeded({ file, scan, pages, content }: Reading): Iterable<Finding> {
  for (const value of scan.beyond) yield { text: `A name or number is too large: ${value.slice(0, 40)}` }
  for (const string of scan.strings) {
    if (string.sizeInBytes() > LONGEST_STRING && string.asBytes().length > LONGEST_STRING) {
      yield { text: 'A string has more than 32767 bytes.' }
    }
  }
  if (content.deepestState > DEEPEST_STATE)
    yield { text: `Saved states are nested ${content.deepestState} deep.` }
  for (const page of pages) {
    const [left, bottom, right, top] = numbersOf(file.context, inherited(page.dict, names.MediaBox)) ?? []
    const sides = [Math.abs((right ?? 0) - (left ?? 0)), Math.abs((top ?? 0) - (bottom ?? 0))]
    if (sides.some((side) => side < SMALLEST_PAGE || side > LARGEST_PAGE)) {
      yield { text: `The page measures ${sides.join(' by ')} units.`, page: page.index + 1 }
    }
  }
}
