// Words and the texts they may come from -> the file, line and column where they stand.
import type { Place } from './message.js'

/** Addresses are looked for whole, then by their path, then by their last part: a page resolves relative ones. */
export function findInText(
  address: string,
  texts: readonly { readonly path: string; readonly text: string }[],
): { path: string; place: Place } | undefined {
  const withoutOrigin = address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*\//i, '')
  const last = withoutOrigin.slice(withoutOrigin.lastIndexOf('/') + 1)
  for (const wanted of [address, withoutOrigin, last]) {
    if (wanted === '') continue
    for (const { path, text } of texts) {
      const offset = text.indexOf(wanted)
      if (offset < 0) continue
      const before = text.slice(0, offset).split('\n')
      return { path, place: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 } }
    }
  }
  return undefined
}
