import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareLanguages } from '../../../src/verify/read/compare-languages.js'
import { compareText } from '../../../src/verify/read/compare-text.js'
import { BLOCK_END, LINE_END } from '../../../src/verify/read/text.js'

describe('texts are equal', () => {
  it.each([
    ['when white space is of another kind', 'a  b\n\tc', 'a b\u00a0c'],
    ['when blocks stand without space', 'onetwo', `one${BLOCK_END}two`],
    ['when a line ends where there was no space', 'and/or', `and/${LINE_END}or`],
    [
      'when a line of the page ends with a space',
      'Main Street\nSpringfield',
      `Main Street ${LINE_END}Springfield`,
    ],
    ['when a line of the page ends without one', 'Streettown', `Street ${LINE_END}town`],
    ['when soft hyphens and joiners are dropped', 'extra\u00adordinary\u200b, a\u200db', 'extraordinary, ab'],
    ['when letters are written in another form', 'ﬁne cafe\u0301 ½', 'fine café 1⁄2'],
    ['when the style changes the case', 'Upper Case', 'UPPER CASE'],
  ])('%s', (_, page, tagged) => {
    expect(compareText(page, tagged)).toEqual({ difference: undefined, spaces: [] })
  })

  it('whatever they are, when they are the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const clean = text.replaceAll(BLOCK_END, '').replaceAll(LINE_END, '')
        expect(compareText(clean, clean)).toEqual({ difference: undefined, spaces: [] })
      }),
    )
  })
})

describe('a difference is told with its words', () => {
  it('when letters differ', () => {
    const { difference } = compareText('Take one tablet a day.', 'Take two tablets a day.')
    expect(difference?.text).toBe(
      'The page says “Take one tablet a day.”, the PDF says “Take two tablets a day.”.',
    )
    expect(difference?.near).toBe('Take one tablet a day.')
  })

  it('when the end is missing', () => {
    expect(compareText('Take one. Call us.', 'Take one.').difference?.text).toMatch(
      /ends before the page does/,
    )
  })

  it('when there is more', () => {
    expect(compareText('Take one.', 'Take one. Call us.').difference?.text).toMatch(
      /goes on after the page ends/,
    )
  })

  it('when a space is lost at the end of a line', () => {
    expect(compareText('your own clinic', `your${LINE_END}own clinic`).spaces).toEqual([
      { lost: true, words: 'your own clinic' },
    ])
  })

  it('when a word is torn', () => {
    expect(compareText('together', 'to gether').spaces).toEqual([{ lost: false, words: 'to gether' }])
  })
})

describe('languages', () => {
  const page = {
    text: 'In Spanish: hola. Yes.',
    languages: [
      { start: 12, language: 'es' },
      { start: 17, language: 'en' },
    ],
  }

  it('are equal when each letter has its own, wherever spaces are', () => {
    const tagged = {
      text: `In Spanish: ${BLOCK_END}hola.Yes.`,
      languages: [
        { start: 13, language: 'ES' },
        { start: 18, language: '' },
      ],
    }
    expect(compareLanguages(page, tagged, 'en')).toBeUndefined()
  })

  it.each([
    ['are not marked', [], 'hola.', 'es', 'en'],
    ['are marked too long', [{ start: 12, language: 'es' }], ' Yes.', 'en', 'es'],
    [
      'are marked as another',
      [
        { start: 12, language: 'fr' },
        { start: 17, language: 'en' },
      ],
      'hola.',
      'es',
      'fr',
    ],
  ])('differ when words %s', (_, languages, words, want, have) => {
    expect(compareLanguages(page, { text: page.text, languages }, 'en')).toEqual({ words, want, have })
  })
})
