// The sections of two languages in, those without a partner out.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectionsAlone } from '../../src/pipeline/partners.js'

const kinds = ['section', 'actions', 'unknown', 'ask', 'get-help'] as const
const section = fc.record({
  kind: fc.constantFrom(...kinds),
  marks: fc.array(fc.constantFrom('who', 'nhs', 'note', 'list of 2', 'list of 3'), { maxLength: 4 }),
})
const sections = fc.array(section, { minLength: 1, maxLength: 12 })
/** Sections of which no two are alike. */
const distinct = fc
  .array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 12 })
  .map((all) => all.map((kind, index) => ({ kind, marks: [`source-${index}`] })))

describe('sections of two languages', () => {
  it('have partners where each stands at the place of one of its kind, whatever is in them', () => {
    fc.assert(
      fc.property(sections, (first) => {
        const second = first.map(({ kind }) => ({ kind, marks: [] }))
        expect(sectionsAlone(first, second)).toEqual([])
      }),
    )
  })

  it('are alone where the other language lacks one, and no other is', () => {
    fc.assert(
      fc.property(distinct, fc.nat(), fc.boolean(), (whole, number, fromFirst) => {
        const index = number % whole.length
        const less = whole.filter((_, at) => at !== index)
        const alone = fromFirst ? sectionsAlone(less, whole) : sectionsAlone(whole, less)
        expect(alone).toEqual([{ side: fromFirst ? 1 : 0, index, before: index }])
      }),
    )
  })

  it('are paired in order, each once, with one of their kind, whatever the two languages have', () => {
    fc.assert(
      fc.property(sections, sections, (first, second) => {
        const alone = sectionsAlone(first, second)
        const left = (side: 0 | 1) =>
          new Set(alone.filter((one) => one.side === side).map(({ index }) => index))
        const paired = [first, second].map((all, side) =>
          all.filter((_, index) => !left(side === 0 ? 0 : 1).has(index)).map(({ kind }) => kind),
        )
        expect(paired[0]).toEqual(paired[1])
        expect(new Set(alone.map(({ side, index }) => `${side} ${index}`)).size).toBe(alone.length)
      }),
    )
  })

  it('are told from their like by the sources and blocks in them', () => {
    const [risks, benefits, cost] = [['who', 'note'], ['nhs'], ['list of 3']].map((marks) => ({
      kind: 'section',
      marks,
    }))
    if (!risks || !benefits || !cost) throw new Error('no sections')
    expect(sectionsAlone([risks, benefits, cost], [risks, cost])).toEqual([{ side: 0, index: 1, before: 1 }])
    expect(sectionsAlone([benefits, cost], [risks, benefits, cost])).toEqual([
      { side: 1, index: 0, before: 0 },
    ])
  })
})
