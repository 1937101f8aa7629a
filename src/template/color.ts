// A colour -> its tint on white, or the grey that is as light.

/**
 * Mixes a colour with white.
 *
 * @param hex six hexadecimal digits with `#`
 * @param share of the colour, 0 to 1
 */
export function tint(hex: string, share: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const mixed = channels.map((channel) => Math.round(255 - (255 - channel) * share))
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/**
 * The grey of the same luminance (WCAG 2.2), which is what a printer without colour makes of it; contrasts stay as they are.
 *
 * @param hex six hexadecimal digits with `#`
 */
export function grey(hex: string): string {
  const linear = [1, 3, 5].map((at) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  const luminance = 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0)
  const level = Math.round(fromLinear(luminance) * 255)
    .toString(16)
    .padStart(2, '0')
  return `#${level.repeat(3)}`
}

export interface PaletteEntry {
  readonly property: string
  readonly from: 'primary' | 'accent' | 'text'
  /** Share of the colour mixed with white. */
  readonly share: number
}

/** Custom properties that styles have for the colours of an organization: each is one of them, or its tint. */
export const palette: readonly PaletteEntry[] = [
  { property: '--primary', from: 'primary', share: 1 },
  { property: '--primary-tint', from: 'primary', share: 0.08 },
  { property: '--primary-rule', from: 'primary', share: 0.45 },
  { property: '--accent', from: 'accent', share: 1 },
  { property: '--accent-tint', from: 'accent', share: 0.08 },
  { property: '--text', from: 'text', share: 1 },
]

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

function fromLinear(channel: number): number {
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055
}
