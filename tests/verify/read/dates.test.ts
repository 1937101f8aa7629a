import { describe, expect, it } from 'vitest'
import { pdfInstant, xmpInstant } from '../../../src/verify/read/dates.js'

describe('the same instant', () => {
  const noon = Date.UTC(2026, 2, 1, 12)

  it.each([
    "D:20260301120000+00'00'",
    'D:20260301120000Z',
    "D:20260301120000Z00'00'",
    "D:20260301143000+02'30'",
    "D:20260301070000-05'00",
  ])('is read from PDF as %s', (text) => {
    expect(pdfInstant(text)).toBe(noon)
  })

  it.each([
    '2026-03-01T12:00:00Z',
    '2026-03-01T12:00:00+00:00',
    '2026-03-01T14:30:00.000+02:30',
    '2026-03-01T07:00-05:00',
  ])('is read from XMP as %s', (text) => {
    expect(xmpInstant(text)).toBe(noon)
  })
})

it.each(['', '2026', 'D:', 'D:202', 'yesterday', 'D:20260301120000+2'])('“%s” is no date of PDF', (text) => {
  expect(pdfInstant(text)).toBeUndefined()
})

it.each(['', 'D:20260301', '1.3.2026', '2026-03-01 12:00'])('“%s” is no date of XMP', (text) => {
  expect(xmpInstant(text)).toBeUndefined()
})
