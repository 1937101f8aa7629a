// Dates in, words of a language and the days of reviews out.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reviewDue } from '../../src/model/review.js'
import { formatDate } from '../../src/template/dates.js'

describe('a date', () => {
  it.each([
    ['en', '22 November 2026'],
    ['en-US', 'November 22, 2026'],
    ['es', '22 de noviembre de 2026'],
    ['fr', '22 novembre 2026'],
    ['vi', '22 tháng 11, 2026'],
    ['zh-Hans', '2026年11月22日'],
  ])('in %s is written as its readers write it', (language, words) => {
    expect(formatDate('2026-11-22', language, 'day')).toBe(words)
  })

  it('without its day is a month', () => {
    expect(formatDate('2026-11-22', 'en', 'month')).toBe('November 2026')
    expect(formatDate('2026-11-22', 'es', 'month')).toBe('noviembre de 2026')
  })

  it.each([
    ['en', '22 Nov 2026'],
    ['es', '22 nov 2026'],
    ['fr', '22 nov. 2026'],
    ['vi', '22 thg 11, 2026'],
  ])('in %s can be short', (language, words) => {
    expect(formatDate('2026-11-22', language, 'short')).toBe(words)
  })

  it.each(['ar', 'ar-EG', 'ar-SA', 'fa', 'ur', 'th'])(
    'in %s has the digits and the year of the page',
    (language) => {
      expect(formatDate('2026-11-22', language, 'day')).toMatch(/^\P{Nd}*22\P{Nd}+2026$/u)
    },
  )

  it('is the same day wherever it is written', () => {
    const { TZ } = process.env
    try {
      for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
        process.env.TZ = zone
        expect(formatDate('2026-01-01', 'en', 'day')).toBe('1 January 2026')
      }
    } finally {
      if (TZ === undefined) delete process.env.TZ
      else process.env.TZ = TZ
    }
  })
})

describe('a review', () => {
  it.each([
    ['2026-11-22', 24, '2028-11-22'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-05-31', 1, '2026-06-30'],
  ])('of %s every %i months is due on %s', (on, everyMonths, due) => {
    expect(reviewDue({ on, everyMonths })).toBe(due)
  })

  it('is due so many months later, on the same day or the last of a shorter month', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 120 }), (date, everyMonths) => {
        const on = date.toISOString().slice(0, 10)
        const due = reviewDue({ on, everyMonths })
        const [fromYear = 0, fromMonth = 0, fromDay = 0] = on.split('-').map(Number)
        const [year = 0, month = 0, day = 0] = due.split('-').map(Number)
        expect(year * 12 + month - (fromYear * 12 + fromMonth)).toBe(everyMonths)
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
        expect(day).toBe(Math.min(fromDay, last))
      }),
    )
  })
})
