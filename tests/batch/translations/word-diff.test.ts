// Two texts in, the words that differ out.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDiff } from '../../../src/batch/translations/word-diff.js'

describe('words that differ', () => {
  it.each([
    ['one word', 'a b c d e f', 'a b x d e f', 'a b [-c-] {+x+} d e f'],
    ['only those near it', '1 2 3 4 5 6 7 8 9 10', '1 2 3 4 5 6 7 8 x 10', '… 5 6 7 8 [-9-] {+x+} 10'],
    ['words that came', 'a b', 'a new one b', 'a {+new one+} b'],
    ['words that went', 'a old b', 'a b', 'a [-old-] b'],
    ['all', '', 'a b', '{+a b+}'],
    ['nothing', 'a  b\nc', 'a b c', '…'],
  ])('%s', (_name, before, after, diff) => {
    expect(wordDiff(before, after)).toBe(diff)
  })

  it('are cut short where there are many', () => {
    expect(wordDiff('', 'word '.repeat(100))).toMatch(/^\{\+(?:word ){40}… \(60 more\)\+\}$/)
  })

  it('are few in long texts, and found in time', () => {
    const long = Array.from({ length: 5000 }, (_, index) => `w${index}`)
    expect(wordDiff(long.join(' '), long.with(2500, 'x').join(' '))).toBe(
      '… w2496 w2497 w2498 w2499 [-w2500-] {+x+} w2501 w2502 w2503 w2504 …',
    )
  })

  it('give both texts back when nothing is cut', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 })
    fc.assert(
      fc.property(words, words, (before, after) => {
        // So near that everything is shown.
        const diff = wordDiff(before.join(' '), after.join(' '))
        if (diff.includes('…')) return
        const left = diff.replace(/\{\+.*?\+\} ?/g, '').replace(/\[-(.*?)-\]/g, '$1')
        const right = diff.replace(/\[-.*?-\] ?/g, '').replace(/\{\+(.*?)\+\}/g, '$1')
        expect(left.trim()).toBe(before.join(' '))
        expect(right.trim()).toBe(after.join(' '))
      }),
    )
  })
})
