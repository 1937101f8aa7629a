// A translation and the parts of its source in, the translation with their hashes out.
import { describe, expect, it } from 'vitest'
import { withTranslated } from '../../src/content/bind-translation.js'
import { topicOf } from '../helpers/lint.js'

const sections = [
  { id: 'title', hash: '12345678' },
  { id: 'risks/warning', hash: '1e345678' },
  { id: 'ما-هو', hash: 'abcdef01' },
  { id: 'null', hash: 'abcdef02' },
  { id: '24-hours', hash: 'abcdef03' },
]
const written = Object.fromEntries(sections.map(({ id, hash }) => [id, hash]))

describe('hashes are written', () => {
  it.each([
    ['for the first time', '---\ntitle: Manos # hands\ntranslation-of: {language: en}\n---\n\nDescanse.\n'],
    [
      'over earlier ones',
      '---\ntitle: Manos # hands\ntranslation-of:\n  language: en\n  sections:\n    title: "0"\n    old: "1"\n---\n\nDescanse.\n',
    ],
    [
      'with the line ends of Windows',
      '---\r\ntitle: Manos # hands\r\ntranslation-of: {language: en}\r\n---\r\n\r\nDescanse.\r\n',
    ],
  ])('%s', (_name, before) => {
    const after = withTranslated(before, 'en', sections)
    expect(topicOf(after, 'es').meta.translationOf).toEqual({ language: 'en', sections: written })
    const start = before.indexOf('translation-of')
    expect(after.slice(0, start)).toBe(before.slice(0, start))
    expect(after.slice(after.lastIndexOf('---'))).toBe(before.slice(before.lastIndexOf('---')))
    expect(/(?<!\r)\n/.test(after)).toBe(/(?<!\r)\n/.test(before))
    expect(withTranslated(after, 'en', sections)).toBe(after)
  })

  it('nowhere when the text says of no other that it translates it', () => {
    expect(() => withTranslated('---\ntitle: Manos\n---\n\nDescanse.\n', 'en', sections)).toThrow(
      'without `translation-of`',
    )
  })
})
