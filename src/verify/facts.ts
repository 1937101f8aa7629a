// What was read from a PDF in, its measures out.
import type { PdfFacts } from '../model/pdf.js'
import { names } from '../pdf-syntax/names.js'
import { textOf } from '../pdf-syntax/objects.js'
import { measureType } from './read/measure.js'
import type { Reading } from './read/reading.js'
import { plain } from './read/text.js'
import { property } from './read/xmp.js'

/** Measures a PDF that could be read. */
export function factsOf(reading: Reading): PdfFacts {
  const { file, pages, xmp, content } = reading
  const { smallest, body } = measureType(content)
  return {
    pages: pages.length,
    title: (xmp && property(xmp, 'dc', 'title')?.values[0]) || (reading.info('Title') ?? ''),
    language: textOf(file.context, file.catalog.get(names.Lang)) ?? '',
    smallestType: smallest,
    bodyType: body,
    longestLine: reading.linesOf(body)[0]?.length ?? 0,
    text: plain(reading.tagged.text),
  }
}
