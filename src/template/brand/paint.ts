// A colour as it is written -> a paint: what it is, and the colour it comes from, so that another can be tried in its place.
import { converter, parse } from 'culori'
import type { Place } from './style-rules.js'

/** Red, green and blue from 0 to 1. */
export type Rgb = readonly [number, number, number]

/** A colour that somebody chose: a key of organization.yaml, or a literal in a style. */
export interface Source {
  /** `primary` and its like, or the place of the literal. */
  readonly id: string
  readonly rgb: Rgb
  readonly place: Place
  /** Whether the organization, or one it inherits from, chose it. */
  readonly chosen: boolean
}

/** One coat of colour, made of a source. */
export interface Coat {
  readonly source: Source
  /** Share of the source mixed with white; 1 for the source itself. */
  readonly share: number
  readonly alpha: number
}

/** Coats from the paper up; the lowest covers everything. */
export type Paint = readonly Coat[]

const toRgb = converter('rgb')
const white: Rgb = [1, 1, 1]

export function rgbOf(color: string): { readonly rgb: Rgb; readonly alpha: number } | undefined {
  const parsed = toRgb(parse(color))
  if (!parsed) return undefined
  const clamp = (channel: number) => Math.min(1, Math.max(0, channel))
  return { rgb: [clamp(parsed.r), clamp(parsed.g), clamp(parsed.b)], alpha: parsed.alpha ?? 1 }
}

/** What one sees, with other colours in place of some sources. */
export function seen(paint: Paint, instead: ReadonlyMap<string, Rgb> = new Map()): Rgb {
  return paint.reduce<Rgb>((below, { source, share, alpha }) => {
    const chosen = mix(instead.get(source.id) ?? source.rgb, white, share)
    return mix(chosen, below, alpha)
  }, white)
}

function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const at = (index: 0 | 1 | 2) => one[index] * share + other[index] * (1 - share)
  return [at(0), at(1), at(2)]
}
