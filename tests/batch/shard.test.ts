// Variants in, parts of a batch out.
import { describe, expect, it } from 'vitest'
import { inShard, parseShard } from '../../src/batch/shard.js'
import { type Variant, variantId } from '../../src/model/variant.js'

const variants = Array.from(
  { length: 1200 },
  (_, index): Variant => ({
    organization: `clinic-${index % 3}`,
    language: index % 2 === 0 ? 'en' : 'es',
    topic: `topic-${index}`,
    level: 'easy',
    length: 'short',
    edition: 'standard',
  }),
)

describe('a part of a batch', () => {
  it('is written I/N', () => {
    expect(parseShard('1/1')).toEqual({ index: 1, count: 1 })
    expect(parseShard('3/12')).toEqual({ index: 3, count: 12 })
  })

  it.each(['', '0/2', '3/2', '1', '1/0', '-1/2', '1/2/3', 'a/b', '1/1001', '1.5/2', ' 1/2'])(
    'is not written %j',
    (text) => {
      expect(() => parseShard(text)).toThrowError(
        expect.objectContaining({ code: 'usage-wrong', kind: 'setup' }),
      )
    },
  )

  it.each([1, 2, 3, 4, 7, 16])('of %i: each variant is in exactly one, and none is much larger', (count) => {
    const parts = Array.from({ length: count }, (_, index) =>
      variants.filter((variant) => inShard(variant, { index: index + 1, count })),
    )
    expect(parts.flat().map(variantId).sort()).toEqual(variants.map(variantId).sort())
    const mean = variants.length / count
    for (const part of parts) expect(Math.abs(part.length - mean)).toBeLessThan(5 * Math.sqrt(mean))
  })

  it('does not depend on what else there is, nor on the machine', () => {
    const [first] = variants
    if (!first) throw new Error('There are no variants')
    expect(inShard(first, { index: 1, count: 4 })).toBe(inShard({ ...first }, { index: 1, count: 4 }))
    // Fixed for good: shards of other versions find their files in their caches again.
    expect([1, 2, 3, 4].filter((index) => inShard(first, { index, count: 4 }))).toEqual([1])
  })
})
