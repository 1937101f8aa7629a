// A name in, the logo drawn from its initials out.
import { describe, expect, it } from 'vitest'
import { readPicture } from '../../src/media/picture.js'
import { initialsLogo } from '../../src/scaffold/initials-logo.js'

describe('a logo from initials', () => {
  it.each([
    ['Hill Clinic', 2],
    ['Clínica Ñandú de la Sierra', 2],
    ['Zuckerberg', 1],
    ['24 Hours', 1],
    ['医院', 0],
  ])('of %s has %d letters', (name, letters) => {
    const svg = initialsLogo(name, '#23405c')
    expect(svg.split('<path').length - 1).toBe(letters)
    expect(svg.includes('<circle')).toBe(letters === 0)
  })

  it('is a picture that can be printed, whatever the letters', () => {
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
      const svg = initialsLogo(`${letter} x`, '#23405c')
      expect(svg).toMatch(/<path d="M[-\d. LM]+"\/>/)
      expect(readPicture(Buffer.from(svg))).toMatchObject({ width: 64, height: 64 })
    }
  })
})
