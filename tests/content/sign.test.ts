// Signing: the hash goes into the front matter, and every other letter stays.
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../src/content/markdown.js'
import { withSignature } from '../../src/content/sign.js'
import { textHash } from '../../src/model/text-hash.js'
import { topicOf } from '../helpers/lint.js'

describe('the hash is written', () => {
  test.each([
    [
      'into a block, behind its last key',
      '---\ntitle: T\nreview:\n  status: reviewed\n  by: [a nurse]\nterms: {}\n---\n\nRest.\n',
      '---\ntitle: T\nreview:\n  status: reviewed\n  by: [a nurse]\n  signed: "abc"\nterms: {}\n---\n\nRest.\n',
    ],
    [
      'behind a list of several lines and a remark',
      '---\nreview:\n  by:\n    - a nurse\n    - a doctor # the second\ntitle: T\n---\nRest.\n',
      '---\nreview:\n  by:\n    - a nurse\n    - a doctor # the second\n  signed: "abc"\ntitle: T\n---\nRest.\n',
    ],
    [
      'into one line',
      '---\ntitle: T\nreview: {status: reviewed, by: [a]}\n---\nRest.\n',
      '---\ntitle: T\nreview: {status: reviewed, by: [a], signed: "abc"}\n---\nRest.\n',
    ],
    [
      'over an earlier one',
      '---\nreview:\n  signed: "old" # by hand\n  by: [a]\n---\nRest.\n',
      '---\nreview:\n  signed: "abc" # by hand\n  by: [a]\n---\nRest.\n',
    ],
    [
      'with the line ends of Windows',
      '---\r\nreview:\r\n  status: reviewed\r\ntitle: T\r\n---\r\nRest.\r\n',
      '---\r\nreview:\r\n  status: reviewed\r\n  signed: "abc"\r\ntitle: T\r\n---\r\nRest.\r\n',
    ],
    [
      'at the end of the front matter',
      '---\ntitle: T\nreview:\n  status: reviewed\n---\n\nRest.\n',
      '---\ntitle: T\nreview:\n  status: reviewed\n  signed: "abc"\n---\n\nRest.\n',
    ],
  ])('%s', (_name, before, after) => {
    expect(withSignature(before, 'abc')).toBe(after)
    expect(parseMarkdown(after).frontMatter?.yaml).toContain('signed: "abc"')
  })
})

describe('the hash of a text', () => {
  const text = '---\ntitle: T\nterms: {a: b}\n---\n\nRest well.\n\n- Drink\n'
  const hash = textHash(topicOf(text))

  test.each([
    ['blanks at the end of a line', text.replace('well.', 'well.  ')],
    ['another line end', text.replaceAll('\n', '\r\n')],
    ['an empty line more', text.replace('\n\n-', '\n\n\n\n-')],
    ['a rule that is silenced', text.replace('Rest', '::ignore[link-text]{reason="x"}\n\nRest')],
    [
      'the review itself',
      text.replace(
        'title',
        'review: {status: reviewed, on: 2026-11-30, every: 2 years, by: [x], signed: "1"}\ntitle',
      ),
    ],
    ['codes for look-up', text.replace('title', 'codes: {icd-10-cm: [F90]}\ntitle')],
  ])('does not change with %s', (_name, other) => {
    expect(textHash(topicOf(other))).toBe(hash)
  })

  test.each([
    ['a word', text.replace('well', 'ill')],
    ['a condition', text.replace('Rest well.', ':easy[Rest well.]')],
    ['the title', text.replace('title: T', 'title: U')],
    ['the meaning of a term', text.replace('a: b', 'a: c')],
  ])('changes with %s', (_name, other) => {
    expect(textHash(topicOf(other))).not.toBe(hash)
  })

  test('changes with a picture', () => {
    const topic = topicOf(text)
    const withPicture = (byte: number) =>
      textHash({
        ...topic,
        pictures: new Map([
          [
            'a.svg',
            { path: 'a.svg', bytes: new Uint8Array([byte]), mediaType: 'image/svg+xml', width: 1, height: 1 },
          ],
        ]),
      })
    expect(withPicture(1)).not.toBe(withPicture(2))
  })
})
