// Logos in, what would make them print badly out.
import { describe, expect, it } from 'vitest'
import { toRecord } from '../../../src/model/message.js'
import type { Organization } from '../../../src/model/organization.js'
import { judgeLogo } from '../../../src/template/brand/judge-logo.js'

function judged(picture: Partial<NonNullable<Organization['logo']>['picture']>, alt = 'Clinic logo') {
  const logo = {
    alt,
    picture: {
      path: 'logo.png',
      bytes: new Uint8Array(1000),
      mediaType: 'image/png',
      width: 400,
      height: 200,
      ...picture,
    },
  }
  const placeOf = ([, key]: readonly PropertyKey[]) => ({
    file: 'organization.yaml',
    place: { line: key === 'alt' ? 3 : 2, column: 9 },
    written: true,
  })
  return judgeLogo({ logo }, placeOf).map((one) => toRecord(one))
}

describe('a logo', () => {
  it('that prints well says nothing', () => {
    expect(judged({})).toEqual([])
    expect(
      judgeLogo({ logo: undefined }, () => ({ file: '', place: { line: 1, column: 1 }, written: false })),
    ).toEqual([])
  })

  it.each([
    [
      'of few pixels',
      { width: 40, height: 40 },
      'logo-small',
      'The logo is 40 × 40 pixels: 75 dots an inch on paper, and edges look soft below 150.',
      'Use one of at least 80 pixels in height, or an SVG.',
    ],
    [
      'of many bytes',
      { bytes: new Uint8Array(600 * 1024) },
      'logo-heavy',
      'The logo is 600 KB, and every handout carries it.',
      'Scale it down to less than 500 KB; 159 pixels in height are enough.',
    ],
    [
      'very wide',
      { width: 3000, height: 200 },
      'logo-shape',
      'The logo is so wide that it prints very small.',
      'Use a form of it that is between a third and eight times as wide as it is high.',
    ],
    [
      'very narrow',
      { width: 100, height: 500 },
      'logo-shape',
      'The logo is so narrow that it prints very small.',
      'Use a form of it that is between a third and eight times as wide as it is high.',
    ],
    [
      'with words in a font',
      { mediaType: 'image/svg+xml', bytes: Buffer.from('<svg><text x="1">Clinic</text></svg>') },
      'logo-text',
      'The logo has words set in a font, which look different on every machine.',
      'Turn them into paths in the drawing program.',
    ],
  ])('%s is told', (_what, picture, rule, text, hint) => {
    expect(judged(picture)).toEqual([
      { rule, severity: 'warning', file: 'organization.yaml', line: 2, column: 9, text, hint },
    ])
  })

  it('as a drawing may be small', () => {
    expect(judged({ mediaType: 'image/svg+xml', width: 20, height: 20 })).toEqual([])
  })

  it.each(['logo.svg', 'Logo', 'image'])('described as %s is told', (alt) => {
    expect(judged({}, alt)).toMatchObject([{ rule: 'logo-alt', line: 3, column: 9 }])
  })
})
