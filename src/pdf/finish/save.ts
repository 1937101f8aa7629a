// The finished draft in; bytes out: only what is reachable, in object streams, with an identifier made of the content.
import { createHash } from 'node:crypto'
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFStreamWriter,
} from '@cantoo/pdf-lib'

/** Bytes of a file identifier (ISO 32000-1, 14.4). */
const ID_BYTES = 16

/** Objects in one stream: larger ones pack better, and a reader must unpack them all anyway. */
const OBJECTS_PER_STREAM = 1000

/** Writes the file. The identifier is a hash of all bytes, so the same content has the same one. */
export async function save(context: PDFContext): Promise<Uint8Array> {
  dropUnreachable(context)
  const place = '0'.repeat(ID_BYTES * 2)
  context.trailerInfo.ID = context.obj([PDFHexString.of(place), PDFHexString.of(place)])
  const writer = PDFStreamWriter.forContext(context, Number.POSITIVE_INFINITY, true, OBJECTS_PER_STREAM)
  const bytes = await writer.serializeToBuffer()
  const id = createHash('sha256')
    .update(bytes)
    .digest('hex')
    .slice(0, ID_BYTES * 2)
  fill(bytes, place, id)
  return bytes
}

/** Puts the identifier into its two places, which are in the last object of the file. */
function fill(bytes: Uint8Array, place: string, id: string): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let count = 0; count < 2; count++) {
    const at = file.lastIndexOf(`<${place}>`)
    if (at >= 0) file.write(id, at + 1, 'latin1')
  }
}

/** Deletes objects that nothing leads to any more: elements that were dissolved, the old parent tree, the old Info. */
function dropUnreachable(context: PDFContext): void {
  const reached = new Set<PDFRef>()
  const open: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Info]
  while (open.length > 0) {
    const object = open.pop()
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue
      reached.add(object)
      open.push(context.lookup(object))
    } else if (object instanceof PDFDict) open.push(...object.values())
    else if (object instanceof PDFArray) open.push(...object.asArray())
    else if (object instanceof PDFStream) open.push(...object.dict.values())
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
}
