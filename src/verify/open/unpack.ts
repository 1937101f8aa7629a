// A stream object in, its unpacked bytes out, within the budget; undefined for picture formats.
import { inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, type PDFRawStream } from '@cantoo/pdf-lib'
import { type Budget, MAX_SLOW_FILTER_BYTES, tooLarge, unreadable } from '../limits.js'

const FILTER = PDFName.of('Filter')
const DECODE_PARMS = PDFName.of('DecodeParms')
const PREDICTOR = PDFName.of('Predictor')
const COLUMNS = PDFName.of('Columns')

/** Predictors from here on are PNG's; each row carries its own kind. */
const FIRST_PNG_PREDICTOR = 10

const pictureFilters = new Set(['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode'])

/** Names of the filters of a stream, in the order in which they are undone. */
export function filtersOf(dict: PDFDict): string[] {
  const filter = dict.lookup(FILTER)
  if (filter instanceof PDFName) return [filter.decodeText()]
  if (!(filter instanceof PDFArray)) return []
  return filter.asArray().map((_, index) => {
    const name = filter.lookup(index)
    return name instanceof PDFName ? name.decodeText() : '?'
  })
}

/** Unpacks a stream; undefined when it is a picture, which needs no reading. */
export function unpack(stream: PDFRawStream, budget: Budget): Uint8Array | undefined {
  const filters = filtersOf(stream.dict)
  if (filters.length === 0) {
    budget.spendBytes(stream.contents.length)
    return stream.contents
  }
  if (filters.some((name) => pictureFilters.has(name))) return undefined
  const bytes = filters.length === 1 && filters[0] === 'FlateDecode' ? inflate(stream, budget) : other(stream)
  budget.spendBytes(bytes.length)
  return bytes
}

function inflate(stream: PDFRawStream, budget: Budget): Uint8Array {
  let bytes: Uint8Array
  try {
    bytes = inflateSync(stream.contents, { maxOutputLength: Math.max(1, budget.left) })
  } catch (error) {
    if (error instanceof RangeError) budget.spendBytes(budget.left + 1)
    throw unreadable('A compressed part of this PDF is damaged.')
  }
  const parms = stream.dict.lookup(DECODE_PARMS)
  return parms instanceof PDFDict ? unpredict(bytes, parms) : bytes
}

function other(stream: PDFRawStream): Uint8Array {
  if (stream.contents.length > MAX_SLOW_FILTER_BYTES) {
    throw tooLarge('is packed in a way that is only read for small parts')
  }
  try {
    return decodePDFRawStream(stream).decode()
  } catch {
    throw unreadable('A part of this PDF is packed with a filter that cannot be undone.')
  }
}

/** Undoes PNG prediction (ISO 32000-1, 7.4.4.4) for one byte a sample, which is what cross-reference streams use. */
function unpredict(bytes: Uint8Array, parms: PDFDict): Uint8Array {
  const predictor = parms.lookup(PREDICTOR)
  if (!(predictor instanceof PDFNumber) || predictor.asNumber() < 2) return bytes
  const columns = parms.lookup(COLUMNS)
  const width = columns instanceof PDFNumber ? columns.asNumber() : 1
  if (predictor.asNumber() < FIRST_PNG_PREDICTOR || width < 1 || width > bytes.length) {
    throw unreadable('A part of this PDF is packed with a prediction that cannot be undone.')
  }
  const rows = Math.floor(bytes.length / (width + 1))
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (width + 1)] as number
    for (let column = 0; column < width; column++) {
      const at = row * width + column
      const left = column > 0 ? (out[at - 1] as number) : 0
      const up = row > 0 ? (out[at - width] as number) : 0
      const corner = column > 0 && row > 0 ? (out[at - width - 1] as number) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0
      out[at] = ((bytes[row * (width + 1) + 1 + column] as number) + guess) & 0xff
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const sum = left + up - corner
  const byLeft = Math.abs(sum - left)
  const byUp = Math.abs(sum - up)
  const byCorner = Math.abs(sum - corner)
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
