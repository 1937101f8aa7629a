// Every rule: the texts it must catch, at the exact place, and the near-misses it must leave alone.
import { describe, expect, test } from 'vitest'
import { ruleIds } from '../../src/lint/rules/ids.js'
import { rules } from '../../src/lint/rules/index.js'
import { placesOf } from '../helpers/lint.js'

/** Found when a handout is printed; `tests/pipeline` has its examples. */
const needsPrinting = new Set(['page-budget'])

describe.each(rules.filter(({ id }) => !needsPrinting.has(id)))('$id', (rule) => {
  test('has at least two texts to catch and two near-misses', () => {
    expect(rule.examples.filter(({ at }) => at.length > 0).length).toBeGreaterThanOrEqual(2)
    expect(rule.examples.filter(({ at }) => at.length === 0).length).toBeGreaterThanOrEqual(2)
  })

  test.each(rule.examples)('$text', ({ text, at, as, language, original }) => {
    const places = placesOf(rule.id, text, {
      ...(as ? { as } : {}),
      ...(language ? { language } : {}),
      ...(original === undefined ? {} : { original }),
    })
    expect(places).toEqual(at)
  })
})

test('ids are kebab-case and stand once', () => {
  const ids = rules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
})

test('ids that can be set are those of the rules that are no fixed errors', () => {
  expect(ruleIds).toEqual(rules.filter(({ always }) => !always).map(({ id }) => id))
})
