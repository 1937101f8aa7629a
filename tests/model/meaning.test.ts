// Meanings of terms as written in, their words and languages out.
import { describe, expect, it } from 'vitest'
import { meaningParts, plainMeaning } from '../../src/model/meaning.js'

describe('a meaning', () => {
  it.each([
    ['a drug', ['a drug']],
    ['', ['']],
    [':lang[off-label]{tag=en}', ['en|off-label']],
    ['a :lang[b]{tag=en} c :lang[d]{tag="zh-Hans"}', ['a ', 'en|b', ' c ', 'zh-Hans|d']],
    [':lang[a] b :lang[]{tag=en}', [':lang[a] b :lang[]{tag=en}']],
  ])('%j', (written, parts) => {
    const found = meaningParts(written)
    expect(
      found.map(({ text, language }) => (language === undefined ? text : `${language}|${text}`)),
    ).toEqual(parts)
    expect(plainMeaning(written)).toBe(found.map(({ text }) => text).join(''))
  })
})
