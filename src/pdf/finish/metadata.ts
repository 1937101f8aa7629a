// What the document says about itself in; Info dictionary and XMP packet out, which say the same.
import { type PDFObject, PDFString } from '@cantoo/pdf-lib'
import type { DocumentInfo } from '../../model/pdf.js'
import { names } from '../../pdf-syntax/names.js'
import type { Draft } from './draft.js'
import { textString } from './strings.js'
import { xmpPacket } from './xmp.js'

/** Writes Info anew, so that nothing of the browser or of the clock is left in it, and the metadata stream. */
export function metadata(draft: Draft): void {
  const { context, catalog, info } = draft
  context.trailerInfo.Info = context.register(context.obj(infoEntries(info)))
  const packet = new TextEncoder().encode(xmpPacket(info))
  const before = catalog.get(names.Metadata)
  const stream = context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })
  const ref = before && context.getRef(before)
  if (ref) context.assign(ref, stream)
  else catalog.set(names.Metadata, context.register(stream))
}

function infoEntries(info: DocumentInfo): Record<string, PDFObject> {
  const date = PDFString.of(pdfDate(info.date))
  const entries: Record<string, PDFObject> = {}
  const texts = {
    Title: info.title,
    Author: info.author,
    Subject: info.subject,
    Keywords: info.keywords.join(', '),
    Creator: info.producer,
    Producer: info.producer,
  }
  for (const [key, text] of Object.entries(texts)) if (text !== '') entries[key] = textString(text)
  return { ...entries, CreationDate: date, ModDate: date }
}

/** `D:20260102030405+00'00'`: whole seconds, in UTC (ISO 32000-1, 7.9.4). */
function pdfDate(date: Date): string {
  const [seconds = ''] = date.toISOString().split('.')
  return `D:${seconds.replace(/[-:T]/g, '')}+00'00'`
}
