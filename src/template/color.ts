// A colour -> its tint on white.

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
