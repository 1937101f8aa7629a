// An sRGB colour profile out, built from the numbers of IEC 61966-2-1: 480 bytes, ICC version 4 (ISO 15076-1).

const HEADER = 128
const TAG_ENTRY = 12

/** The white of all ICC profiles, D50. */
const white = [0.9642, 1, 0.82491]

/** From the white of sRGB, D65, to D50 by Bradford. */
const adaptation = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168]

/** sRGB's primaries, adapted to D50. */
const red = [0.43607, 0.22249, 0.01392]
const green = [0.38515, 0.71687, 0.09708]
const blue = [0.14307, 0.06061, 0.7141]

/** sRGB's curve: ((x + 0.055) / 1.055)^2.4 above 0.04045, x / 12.92 below. */
const curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]

/** Number of the parametric curve with these five numbers (ISO 15076-1, 10.18). */
const CURVE_TYPE = 3

/** Makes the profile. The same bytes at each call. */
export function sRgbProfile(): Uint8Array {
  const toneCurve = tag('para', [u16(CURVE_TYPE), u16(0), ...curve.map(fixed)])
  const tags: [string, Uint8Array][] = [
    ['desc', text('sRGB')],
    ['cprt', text('CC0')],
    ['wtpt', tag('XYZ ', white.map(fixed))],
    ['chad', tag('sf32', adaptation.map(fixed))],
    ['rXYZ', tag('XYZ ', red.map(fixed))],
    ['gXYZ', tag('XYZ ', green.map(fixed))],
    ['bXYZ', tag('XYZ ', blue.map(fixed))],
    ['rTRC', toneCurve],
    ['gTRC', toneCurve],
    ['bTRC', toneCurve],
  ]
  const places = new Map<Uint8Array, number>()
  let size = HEADER + 4 + tags.length * TAG_ENTRY
  for (const [, bytes] of tags) {
    if (places.has(bytes)) continue
    places.set(bytes, size)
    size += bytes.length
  }
  const table = tags.flatMap(([name, bytes]) => [ascii(name), u32(places.get(bytes) ?? 0), u32(bytes.length)])
  return join([header(size), u32(tags.length), ...table, ...places.keys()])
}

function header(size: number): Uint8Array {
  return join([
    u32(size),
    u32(0),
    u32(0x04200000), // version 4.2
    ascii('mntrRGB XYZ '),
    ...[2026, 1, 1, 0, 0, 0].map(u16),
    ascii('acsp'),
    new Uint8Array(28), // platform, flags, maker, model, attributes, intent: nothing to say
    ...white.map(fixed),
    new Uint8Array(HEADER - 80), // creator, identifier, reserved
  ])
}

/** A tag, filled up to a multiple of four bytes. */
function tag(type: string, parts: readonly Uint8Array[]): Uint8Array {
  const bytes = join([ascii(type), u32(0), ...parts])
  return join([bytes, new Uint8Array((4 - (bytes.length % 4)) % 4)])
}

/** A text in one language (ISO 15076-1, 10.15). */
function text(value: string): Uint8Array {
  const RECORD = 12
  const START = 28
  const units = Array.from(value, (char) => u16(char.charCodeAt(0)))
  return tag('mluc', [u32(1), u32(RECORD), ascii('enUS'), u32(units.length * 2), u32(START), ...units])
}

function ascii(value: string): Uint8Array {
  return Uint8Array.from(value, (char) => char.charCodeAt(0))
}

function u16(value: number): Uint8Array {
  return Uint8Array.of(value >> 8, value & 0xff)
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff)
}

/** A number with 16 bits behind the point. */
function fixed(value: number): Uint8Array {
  return u32(Math.round(value * 0x10000))
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
