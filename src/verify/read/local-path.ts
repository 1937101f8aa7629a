// An opened PDF in, the first path of the maker's machine that it gives away out.

import { names } from '../../pdf-syntax/names.js'
import { nameOf, textOf } from '../../pdf-syntax/objects.js'
import type { PdfFile } from '../open/file.js'
import type { Scan } from '../open/parse.js'

/** What such paths hold; looked for first because it is fast, the more so as it begins with no slash. */
const needles = [
  'file:/',
  'home/',
  'Users/',
  'root/',
  'tmp/',
  'var/',
  'mnt/',
  'private/',
  'builds/',
  ':\\',
].map((needle) => Buffer.from(needle))

/** A path of a home, work or temporary folder. In a web address a host stands right before it, so that does not match. */
const path =
  /(?:^|[\s"'()<>=:,;[\]{}|])((?:file:\/|\/(?:home|Users|root|tmp|mnt|private|builds|var\/(?:lib|tmp|folders))\/|[A-Za-z]:\\+(?:Users|Temp|Windows|Program))[^\s"'()<>]{1,60})/

/** Bytes around a needle in which the path must be. */
const AROUND = 80

/** Places that are looked at in one stream; no page speaks of more paths. */
const MOST_LOOKS = 10_000

/** Packed objects, whose strings are looked at one by one. */
const wordless = new Set(['ObjStm', 'XRef'])

/** Searches all strings, all streams that hold text, and the bytes as they lie there. */
export function localPath(file: PdfFile, scan: Scan): string | undefined {
  for (const string of scan.strings) {
    const found = path.exec(textOf(file.context, string) ?? '')
    if (found) return found[1]
  }
  for (const stream of scan.streams) {
    const { dict } = stream
    const isPicture = nameOf(file.context, dict.get(names.Subtype)) === 'Image'
    const isFont = dict.has(names.Length1)
    if (isPicture || isFont || wordless.has(nameOf(file.context, dict.get(names.Type)) ?? '')) continue
    const bytes = file.unpacked(stream)
    const found = bytes && pathIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
    if (found !== undefined) return found
  }
  return pathIn(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length))
}

function pathIn(bytes: Buffer): string | undefined {
  let looks = 0
  for (const needle of needles) {
    for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + needle.length)) {
      if (++looks > MOST_LOOKS) return undefined
      const around = bytes.subarray(Math.max(0, at - AROUND), at + AROUND).toString('latin1')
      const found = path.exec(around)
      if (found) return found[1]
    }
  }
  return undefined
}
