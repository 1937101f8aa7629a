// Colours in, contrasts and the nearest colours that pass out.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, nearestPassing, printedGrey } from '../../../src/template/brand/contrast.js'
import { type Rgb, rgbOf, seen } from '../../../src/template/brand/paint.js'

const of = (color: string): Rgb => {
  const found = rgbOf(color)
  if (!found) throw new Error(color)
  return found.rgb
}

const white = of('#fff')
const channel = fc.double({ min: 0, max: 1, noNaN: true })
const anyColor = fc.tuple(channel, channel, channel)

describe('contrast', () => {
  it.each([
    // From the examples of WCAG 2.2 and its techniques.
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#949494', '#ffffff', 3.03],
    ['red', '#fff', 4.0],
    ['rgb(0 0 255)', 'white', 8.59],
    ['hsl(120 100% 25%)', 'white', 5.14],
  ])('%s on %s is %d', (one, other, expected) => {
    expect(contrast(of(one), of(other))).toBeCloseTo(expected, 1)
    expect(contrast(of(other), of(one))).toBe(contrast(of(one), of(other)))
  })

  it('of any two colours lies between 1 and 21', () => {
    fc.assert(
      fc.property(anyColor, anyColor, (one, other) => {
        const ratio = contrast(one, other)
        expect(ratio).toBeGreaterThanOrEqual(1)
        expect(ratio).toBeLessThanOrEqual(21.001)
      }),
    )
  })

  it('of greys does not change when they are printed without colour', () => {
    fc.assert(
      fc.property(channel, channel, (one, other) => {
        const [a, b]: [Rgb, Rgb] = [
          [one, one, one],
          [other, other, other],
        ]
        expect(contrast(printedGrey(a), printedGrey(b))).toBeCloseTo(contrast(a, b), 6)
      }),
    )
  })
})

describe('the nearest colour that passes', () => {
  it('passes, and the steps between it and the colour do not', () => {
    fc.assert(
      fc.property(anyColor, fc.double({ min: 1.1, max: 15, noNaN: true }), (color, least) => {
        fc.pre(contrast(color, white) < least)
        const hex = nearestPassing(color, (candidate) => contrast(candidate, white) >= least)
        if (hex === undefined) throw new Error('black passes')
        expect(contrast(of(hex), white)).toBeGreaterThanOrEqual(least)
        expect(contrast(of(hex), white)).toBeLessThan(least * 1.06)
      }),
    )
  })

  it('is none where nothing passes', () => {
    expect(nearestPassing(white, () => false)).toBeUndefined()
  })
})

describe('a paint', () => {
  const source = (color: string) => ({
    id: color,
    rgb: of(color),
    place: { file: '', line: 1, column: 1 },
    chosen: true,
  })

  it('is what lies on top, seen through as far as it lets', () => {
    expect(seen([])).toEqual([1, 1, 1])
    expect(seen([{ source: source('#000'), share: 1, alpha: 0.5 }])).toEqual([0.5, 0.5, 0.5])
    expect(seen([{ source: source('#000'), share: 0.25, alpha: 1 }])).toEqual([0.75, 0.75, 0.75])
  })

  it('is read from any way CSS writes colours', () => {
    for (const color of [
      '#f00',
      '#ff0000',
      '#FF0000FF',
      'red',
      'rgb(255, 0, 0)',
      'hsl(0 100% 50%)',
      'rgb(100% 0% 0% / 1)',
    ])
      expect(rgbOf(color)).toEqual({ rgb: [1, 0, 0], alpha: 1 })
    expect(rgbOf('rgb(255 0 0 / 50%)')?.alpha).toBe(0.5)
    expect(rgbOf('no-such-colour')).toBeUndefined()
  })
})
