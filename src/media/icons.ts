// Name of a Lucide icon -> its drawing as SVG elements, for use beside words.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const cache = new Map<string, string>()

/**
 * The icon as an SVG string, hidden from the tag tree: it always stands beside words.
 *
 * @param name a name of the Lucide set, e.g. `phone-call`
 */
export function icon(name: string): string {
  const known = cache.get(name)
  if (known !== undefined) return known
  if (!/^[a-z0-9-]+$/.test(name)) throw new RangeError(`Not an icon name: ${name}`)
  const source = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8')
  const inner = source.slice(source.indexOf('>', source.indexOf('<svg')) + 1, source.lastIndexOf('</svg>'))
  const svg =
    '<svg class="icon" aria-hidden="true" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" ' +
    `stroke-linecap="round" stroke-linejoin="round">${inner.replace(/\s*\n\s*/g, '')}</svg>`
  cache.set(name, svg)
  return svg
}
