import { beforeAll, describe, expect, it } from 'vitest'
import { requirements } from '../../src/verify/conditions.js'
import { verify } from '../../src/verify/index.js'
import { type Good, goodHandout } from '../helpers/good-pdf.js'
import { annotationMutations } from './mutations/annotations.js'
import { contentMutations } from './mutations/content.js'
import { documentMutations } from './mutations/document.js'
import { fileMutations } from './mutations/file.js'
import { lookMutations } from './mutations/looks.js'
import { structureMutations } from './mutations/structure.js'

const mutations = [
  ...fileMutations,
  ...documentMutations,
  ...contentMutations,
  ...structureMutations,
  ...annotationMutations,
  ...lookMutations,
]

describe('a PDF that is broken in one way', () => {
  let good: Good
  beforeAll(async () => {
    good = await goodHandout()
  })

  it('is none as long as nothing is changed', () => {
    expect(verify(good.bytes, good.expectation).faults).toEqual([])
  })

  for (const mutation of mutations) {
    it(`${mutation.rule}: ${mutation.what}`, async () => {
      const broken = await mutation.apply(good.bytes)
      const { ok, faults } = verify(broken, mutation.expect(good.expectation))
      expect(ok).toBe(false)
      expect(faults.filter(({ rule }) => rule !== mutation.rule)).toEqual([])
      expect(faults.length).toBeGreaterThan(0)
    })
  }
})

it('every condition is broken by a mutation', () => {
  const broken = new Set(mutations.map(({ rule }) => rule))
  expect(requirements.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([])
})
