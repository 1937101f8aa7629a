// Text in, a PDF string out that means the same and holds nothing else, whatever characters the text has.
import { PDFHexString, PDFString } from '@cantoo/pdf-lib'

/** Characters that all encodings of PDF share. */
const plain = /^[\x20-\x7e]*$/

/** Short for plain characters, brackets escaped; UTF-16 for all others (ISO 32000-1, 7.9.2.2). */
export function textString(text: string): PDFString | PDFHexString {
  return plain.test(text) ? PDFString.of(text.replace(/[\\()]/g, '\\$&')) : PDFHexString.fromText(text)
}
