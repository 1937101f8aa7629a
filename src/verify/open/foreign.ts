// The first bytes of a file that is no PDF in, a sentence that names what it seems to be out.

const kinds: readonly (readonly [string, string])[] = [
  ['ffd8ff', 'a JPEG picture'],
  ['89504e47', 'a PNG picture'],
  ['47494638', 'a GIF picture'],
  ['504b0304', 'a ZIP archive or an office document'],
  ['d0cf11e0', 'an old office document'],
  ['1f8b', 'a gzip archive'],
  ['7b5c727466', 'an RTF document'],
  ['25215053', 'a PostScript file'],
  ['3c', 'a web page or XML'],
]

/** Bytes that tell the kinds apart. */
const SIGNATURE_BYTES = 8

/** Says that bytes are no PDF and what they look like. */
export function foreignKind(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'This file is empty.'
  const start = Buffer.from(bytes.subarray(0, SIGNATURE_BYTES)).toString('hex')
  const kind = kinds.find(([signature]) => start.startsWith(signature))
  return kind ? `This is no PDF but ${kind[1]}.` : 'This is no PDF: it does not begin as one.'
}
