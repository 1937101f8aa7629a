// A composed handout -> one hash of everything that can change its files.
import { createHash } from 'node:crypto'
import { toolBuild, toolVersion } from '../model/version.js'
import type { Composed } from '../pipeline/compose.js'

const hashes = new WeakMap<Uint8Array, string>()

/** Hash of the bytes of a font or picture, reckoned once for bytes that stay. */
export function hashOfBytes(bytes: Uint8Array): string {
  const known = hashes.get(bytes)
  if (known !== undefined) return known
  const hash = createHash('sha256').update(bytes).digest('base64url')
  hashes.set(bytes, hash)
  return hash
}

/** Addresses of our own are hashed with their bytes once; a font has the same address in every page. */
const fonts = new Map<string, string>()

/** Hashes of the fonts and pictures that a page names, by address. */
export function assetHashes({ html, assets }: Composed['job']): [string, string][] {
  return [...assets].flatMap(([address, read]): [string, string][] => {
    if (!html.includes(address)) return []
    const isFont = address.includes('/fonts/')
    const known = isFont ? fonts.get(address) : undefined
    const hash = known ?? hashOfBytes(read().bytes)
    if (isFont) fonts.set(address, hash)
    return [[address, hash]]
  })
}

/**
 * The fingerprint of a composed handout: it changes with every word, style, label, font, picture and setting that reaches the
 * page, with the tool and with the browser; and with nothing else.
 *
 * @param browser identity of the browser
 */
export function fingerprint(composed: Composed, browser: string): string {
  const { job, info, variant } = composed
  const parts = [
    [toolVersion, toolBuild, browser],
    job.html,
    assetHashes(job),
    [job.area, job.type, job.maxPages, variant.edition],
    { ...info, date: info.date.toISOString() },
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
