// Name of a typeface -> its font files, from the npm package of that name; each file is read when it is asked about.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type FontProgram, readWoff2 } from './woff2.js'

const require = createRequire(import.meta.url)

/** Regular and bold; nothing else is used on a page. */
const wantedWeights = [400, 700]

/** One subset of a typeface, in the weights it has. */
export interface FontSubset {
  /** Which characters it has, and its name in a PDF; the same for every weight. */
  readonly program: () => FontProgram
  readonly faces: readonly FontFace[]
}

export interface FontFace {
  /** File name, such as `noto-sans-arabic-arabic-400-normal.woff2`. */
  readonly file: string
  /** For `font-weight`; a typeface without bold gives its one weight for both, so that none is invented. */
  readonly weight: string
  readonly read: () => Uint8Array
  readonly program: () => FontProgram
}

export interface FontFamily {
  readonly name: string
  /** Those in greatest demand first. */
  readonly subsets: readonly FontSubset[]
}

/** Name of the package that holds a typeface. */
export function fontPackage(name: string): string {
  return `@fontsource/${name.toLowerCase().replaceAll(' ', '-')}`
}

const families = new Map<string, FontFamily | undefined>()

/**
 * The files of a typeface. They are static: Chromium prints a variable font as Type 3 outlines.
 *
 * @returns undefined when its package is not installed
 */
export function fontFamily(name: string): FontFamily | undefined {
  if (!families.has(name)) families.set(name, findFamily(name))
  return families.get(name)
}

function findFamily(name: string): FontFamily | undefined {
  if (!/^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(name)) return undefined
  const from = fontPackage(name)
  let description: { id: string; family: string; subsets: readonly string[]; weights: readonly number[] }
  try {
    description = JSON.parse(readFileSync(require.resolve(`${from}/metadata.json`), 'utf8'))
  } catch {
    return undefined
  }
  const { id, family, weights } = description
  // Names are told apart by capitals, packages are not.
  if (family !== name) return undefined
  const own = wantedWeights.filter((weight) => weights.includes(weight))
  const [only = weights[0] ?? wantedWeights[0]] = own
  const faceOf = (subset: string, weight: number): FontFace => {
    const file = `${id}-${subset}-${weight}-normal.woff2`
    const read = once(() => readFileSync(require.resolve(`${from}/files/${file}`)))
    const all = `${wantedWeights[0]} ${wantedWeights.at(-1)}`
    return {
      file,
      weight: own.length < wantedWeights.length ? all : String(weight),
      read,
      program: once(() => readWoff2(read())),
    }
  }
  const subsets = [...description.subsets]
    .sort((a, b) => demand(a) - demand(b))
    .map((subset): FontSubset => {
      const faces = (own.length < wantedWeights.length ? [only] : own).map((weight) =>
        faceOf(subset, Number(weight)),
      )
      return { faces, program: () => (faces[0] as FontFace).program() }
    })
  return { name, subsets }
}

/** Extensions are large and hold what other subsets have too. */
function demand(subset: string): number {
  return subset === 'latin' ? 0 : subset.endsWith('-ext') ? 2 : 1
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
