// Topics, organizations and filters in, the variants that are wanted out.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exists, type Filters, matchesAny, plan, wants } from '../../src/batch/plan.js'
import { type Variant, variantId } from '../../src/model/variant.js'
import { outputPath } from '../../src/output/name.js'
import { defaultSettings } from '../helpers/settings.js'

const settings = await defaultSettings()
const none: Filters = { topics: [], organizations: [], languages: [], levels: [], lengths: [], editions: [] }
const topics = [
  { id: 'hands', language: 'en' },
  { id: 'hands', language: 'es' },
  { id: 'feet', language: 'en' },
  { id: 'cow-hoof', language: 'en' },
]
const organizations = [
  {
    id: 'clinic',
    languages: ['en', 'es'],
    paper: 'letter' as const,
    topics: { include: ['*'], exclude: ['cow-*'] },
  },
  { id: 'vets', languages: ['en'], paper: 'a4' as const, topics: { include: ['cow-hoof'], exclude: [] } },
]

function ids(filters: Partial<Filters> = {}, faulty: string[] = []): string[] {
  return plan(topics, organizations, settings, { ...none, ...filters }, faulty).map(variantId)
}

describe('a plan', () => {
  it('is every topic an organization takes, in its languages, at every level and length', () => {
    const all = ids()
    expect(all).toHaveLength((3 + 1) * 9)
    expect(new Set(all.map((id) => id.split('/').slice(0, 3).join('/')))).toEqual(
      new Set(['clinic/en/feet', 'clinic/en/hands', 'clinic/es/hands', 'vets/en/cow-hoof']),
    )
    expect(all.every((id) => id.endsWith('/standard'))).toBe(true)
  })

  it('has an order that does not depend on that of the folders', () => {
    const turned = plan([...topics].reverse(), [...organizations].reverse(), settings, none).map(variantId)
    expect(turned).toEqual(ids())
    expect(ids()).toEqual([...ids()].sort())
  })

  it.each<[Partial<Filters>, number]>([
    [{ topics: ['hands'] }, 18],
    [{ topics: ['h*'] }, 18],
    [{ topics: ['*'] }, 36],
    [{ topics: ['feet', 'cow-*'] }, 18],
    [{ organizations: ['vets'] }, 9],
    [{ organizations: ['v*', 'clinic'] }, 36],
    [{ languages: ['es'] }, 9],
    [{ levels: ['easy'], lengths: ['short', 'long'] }, 8],
    [{ editions: ['large-print'] }, 36],
    [{ editions: ['standard', 'large-print'], topics: ['feet'] }, 18],
    [{ editions: ['large*'], topics: ['feet'] }, 9],
    [{ topics: ['hands'], organizations: ['vets'] }, 0],
  ])('narrowed by %j has %i', (filters, count) => {
    const found = ids(filters)
    expect(found).toHaveLength(count)
    expect(found.every((id) => /\/(?:standard|large-print)$/.test(id))).toBe(true)
  })

  it.each<[Partial<Filters>, string]>([
    [{ topics: ['hand'] }, 'topic `hand`'],
    [{ topics: ['x*'] }, 'topic `x*`'],
    [{ organizations: ['clinik'] }, 'organization `clinik`'],
    [{ languages: ['fr'] }, 'language `fr`'],
    [{ levels: ['hard'] }, 'level `hard`'],
    [{ lengths: ['tiny'] }, 'length `tiny`'],
    [{ editions: ['braille'] }, 'edition `braille`'],
    [{ organizations: ['vets', 'clinik'] }, 'organization `clinik`'],
  ])('of names there are not, %j, is refused', (filters, words) => {
    expect(() => ids(filters)).toThrow(
      expect.objectContaining({ code: 'name-unknown', message: `There is no ${words}.` }),
    )
  })

  it('may name an organization at fault, which has no variants', () => {
    expect(ids({ organizations: ['broken'] }, ['broken'])).toEqual([])
    expect(ids({ organizations: ['broken', 'vets'] }, ['broken'])).toHaveLength(9)
  })
})

describe('a bilingual edition', () => {
  const both = [{ ...organizations[0], id: 'both', bilingual: ['en', 'es'] as [string, string] }].map(
    (one) => ({
      languages: ['en', 'es'],
      topics: { include: ['*'], exclude: ['cow-*'] },
      ...one,
    }),
  )
  const bilingual = (filters: Partial<Filters> = {}) =>
    plan(topics, both, settings, { ...none, ...filters }).filter(({ edition }) => edition === 'bilingual')

  it('is planned for topics in both languages, for all lengths but the longest', () => {
    expect(bilingual().map(variantId)).toEqual(
      ['detailed', 'easy', 'everyday'].flatMap((level) =>
        ['medium', 'short'].map((length) => `both/en/hands/${level}/${length}/bilingual`),
      ),
    )
    expect(new Set(bilingual().map(({ beside }) => beside))).toEqual(new Set(['es']))
  })

  it.each<[Partial<Filters>, number]>([
    [{ editions: ['bilingual'] }, 6],
    [{ editions: ['standard'] }, 0],
    [{ languages: ['es'] }, 6],
    [{ languages: ['en'], levels: ['easy'] }, 2],
    [{ lengths: ['long'] }, 0],
    [{ topics: ['feet'] }, 0],
  ])('narrowed by %j has %i', (filters, count) => {
    expect(bilingual(filters)).toHaveLength(count)
  })

  it('is there as long as both texts are, and its organization wants these two languages', () => {
    const [one] = bilingual()
    if (!one) throw new Error('none is planned')
    const isThere = (variant: Variant, of = both, among = topics) => exists(variant, among, of, settings, [])
    expect(isThere(one)).toBe(true)
    expect(isThere({ ...one, length: 'long' })).toBe(false)
    expect(isThere({ ...one, beside: 'ar' })).toBe(false)
    expect(isThere(one, both.map(({ bilingual: _, ...rest }) => rest) as typeof both)).toBe(false)
    expect(
      isThere(
        one,
        both,
        topics.filter(({ language }) => language === 'en'),
      ),
    ).toBe(false)
  })
})

describe('a glob', () => {
  it('is letters and stars, and nothing else has a meaning', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (id, other) => {
        expect(matchesAny(id, [id.replaceAll('*', 'x')])).toBe(!id.includes('*'))
        expect(matchesAny(id + other, [`${id.replaceAll('*', '')}*`])).toBe(
          (id + other).startsWith(id.replaceAll('*', '')),
        )
      }),
    )
    expect(matchesAny('a.b', ['a?b'])).toBe(false)
    expect(matchesAny('aXb', ['a.b'])).toBe(false)
    expect(matchesAny('anything', [])).toBe(true)
  })
})

describe('filters', () => {
  it('let through what a plan has, and nothing else', () => {
    const filters: Filters = { ...none, topics: ['h*'], levels: ['easy'] }
    const all = plan(topics, organizations, settings, none)
    const some = plan(topics, organizations, settings, filters)
    expect(all.filter((one) => wants(filters, one))).toEqual(some)
  })
})

describe('the file of a variant', () => {
  it('is where the contract says', () => {
    const variant: Variant = {
      organization: 'clinic',
      language: 'es',
      topic: 'hands',
      level: 'easy',
      length: 'short',
      edition: 'standard',
    }
    expect(outputPath(variant, 'pdf')).toBe('clinic/es/hands/hands.easy.short.pdf')
    expect(outputPath({ ...variant, edition: 'large-print' }, 'html')).toBe(
      'clinic/es/hands/hands.easy.short.large-print.html',
    )
    expect(variantId(variant)).toBe('clinic/es/hands/easy/short/standard')
  })

  it('is another for every other variant', () => {
    const all = plan(topics, organizations, settings, { ...none, editions: ['standard', 'large-print'] })
    expect(new Set(all.map((one) => outputPath(one, 'pdf'))).size).toBe(all.length)
  })
})
