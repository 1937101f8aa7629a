// YAML and a key in, the same YAML with that key set and nothing else changed out.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { withSignature } from '../../src/content/sign.js'
import { withKey } from '../../src/yaml/with-key.js'
import { topicText } from '../helpers/topic.js'

describe('a key', () => {
  it.each([
    [
      'in a block',
      'title: a\nreview:\n  status: draft # so far\n  on: 2026-11-22\nterms: {}\n',
      '  on: 2026-11-22\n  signed: x\nterms',
    ],
    ['in braces', 'review: {status: draft, on: 2026-11-22}\n', 'on: 2026-11-22, signed: x}'],
    [
      'in place of another value',
      'review:\n  signed: old # when?\n  on: b\n',
      '  signed: x # when?\n  on: b',
    ],
    ['at the end of a text without a line end', 'review:\n  on: b', '  on: b\n  signed: x'],
    ['among Windows line ends', 'review:\r\n  on: b\r\nterms: {}\r\n', '  on: b\r\n  signed: x\r\nterms'],
  ])('is set %s', (_what, yaml, expected) => {
    const changed = withKey(yaml, 'review', 'signed', 'x')
    expect(changed).toContain(expected)
    expect(parse(changed ?? '')).toEqual({
      ...(parse(yaml) as object),
      review: { ...(parse(yaml) as { review: object }).review, signed: 'x' },
    })
  })

  it.each(['', 'title: a\n', 'review: none\n', 'review: []\n'])('has no place in %j', (yaml) => {
    expect(withKey(yaml, 'review', 'signed', 'x')).toBeUndefined()
  })

  it('is set and nothing else is changed, whatever stands around it', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/).filter((one) => one !== 'signed')
    const pairs = fc.dictionary(word, word, { minKeys: 1, maxKeys: 4, noNullPrototype: true })
    fc.assert(
      fc.property(pairs, pairs, fc.boolean(), (before, inner, flow) => {
        const lines = (values: Record<string, string>, indent: string) =>
          Object.entries(values).map(([key, value]) => `${indent}${key}: "${value}"\n`)
        const map = flow
          ? `review: {${lines(inner, '').join(', ').replaceAll('\n', '')}}\n`
          : `review:\n${lines(inner, '  ').join('')}`
        const rest = { ...before }
        delete rest.review
        const yaml = lines(rest, '').join('') + map
        expect(parse(withKey(yaml, 'review', 'signed', 'x') ?? '')).toEqual({
          ...rest,
          review: { ...inner, signed: 'x' },
        })
      }),
    )
  })
})

describe('a topic', () => {
  it('is signed in its front matter, and its body stays', () => {
    const source = topicText()
    const signed = withSignature(source, 'abc')
    expect(signed).toContain('signed: "abc"')
    expect(withSignature(signed, 'abc')).toBe(signed)
    expect(signed.slice(signed.indexOf('\n---'))).toBe(source.slice(source.indexOf('\n---')))
  })

  it('without a review cannot be signed', () => {
    expect(() => withSignature('---\ntitle: a\n---\n', 'abc')).toThrow(
      expect.objectContaining({ code: 'internal' }),
    )
  })
})
