// Two colours -> their contrast (WCAG 2.2), also as a printer without colour mixes them; and the nearest colour that passes.
import { clampChroma, converter, formatHex } from 'culori'
import type { Rgb } from './paint.js'

/** Least contrast of text, and of large text and graphics (WCAG 2.2, 1.4.3 and 1.4.11). */
export const leastContrast = { text: 4.5, large: 3, graphic: 3 } as const

/** Contrast as WCAG 2.2 defines it, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The grey that printers without colour make of a colour (Rec. 601, on the coded values). */
export function printedGrey([red, green, blue]: Rgb): Rgb {
  const grey = 0.299 * red + 0.587 * green + 0.114 * blue
  return [grey, grey, grey]
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue)
}

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

const toOklch = converter('oklch')
const toRgb = converter('rgb')
/** Steps of lightness small enough that no eye sees one. */
const step = 0.005

/** The colour of the same hue whose lightness is nearest and that passes; undefined when none does. */
export function nearestPassing(rgb: Rgb, passes: (candidate: Rgb) => boolean): string | undefined {
  const [r, g, b] = rgb
  const start = toOklch({ mode: 'rgb', r, g, b })
  for (let distance = step; distance <= 1; distance += step)
    for (const direction of [-1, 1]) {
      const l = start.l + direction * distance
      if (l < 0 || l > 1) continue
      const hex = formatHex(clampChroma({ ...start, l }, 'oklch'))
      const candidate = toRgb(hex)
      if (candidate && passes([candidate.r, candidate.g, candidate.b])) return hex
    }
  return undefined
}
