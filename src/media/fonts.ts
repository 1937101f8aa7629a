// Name of a typeface -> its font faces from npm packages: CSS with addresses under our own origin, and the bytes.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Static fonts only: Chromium prints a variable font as Type 3 outlines. */
const packages: Readonly<Record<string, string>> = {
  'Atkinson Hyperlegible Next': '@fontsource/atkinson-hyperlegible-next',
}

/** Regular and bold; nothing else is used on a page. */
const weights = [400, 700]

export interface Typeface {
  /** `@font-face` rules. */
  readonly css: string
  /** Font files by the path their address ends with. */
  readonly files: ReadonlyMap<string, () => Uint8Array>
}

/** Names of the typefaces that can be used. */
export function typefaceNames(): string[] {
  return Object.keys(packages)
}

const cache = new Map<string, Typeface>()

/**
 * The faces of a typeface.
 *
 * @param base address the files are answered under, e.g. `https://handout.invalid/fonts/`
 * @returns undefined when the typeface is not known
 */
export function typeface(name: string, base: string): Typeface | undefined {
  const packageName = packages[name]
  if (packageName === undefined) return undefined
  const key = `${name} ${base}`
  const known = cache.get(key)
  if (known) return known
  const files = new Map<string, () => Uint8Array>()
  const css = weights.map((weight) => {
    const sheet = readFileSync(require.resolve(`${packageName}/${weight}.css`), 'utf8')
    return sheet
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/font-display:\s*swap/g, 'font-display: block')
      .replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '')
      .replace(/url\(\.\/files\/([\w.-]+\.woff2)\)/g, (_whole, file: string) => {
        files.set(file, () => readFileSync(require.resolve(`${packageName}/files/${file}`)))
        return `url(${base}${file})`
      })
  })
  const face = { css: css.join('\n').replace(/\s*\n\s*/g, ' '), files }
  cache.set(key, face)
  return face
}
