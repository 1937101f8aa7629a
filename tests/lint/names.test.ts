// Names of some of the variants of a topic.
import { expect, test } from 'vitest'
import { nameOf } from '../../src/lint/names.js'
import type { Print } from '../../src/lint/rule.js'

const print = (level: string, length: string, more?: string): Print =>
  ({ level, length, edition: 'standard', ids: [], ...(more ? { more } : {}) }) as unknown as Print
const all = ['easy', 'everyday', 'detailed'].flatMap((level) =>
  ['short', 'medium', 'long'].map((length) => print(level, length)),
)
const some = (...names: string[]) => all.filter(({ level, length }) => names.includes(`${level} ${length}`))

test.each([
  [some('easy short'), 'easy short'],
  [some('easy short', 'easy medium', 'easy long'), 'easy'],
  [some('easy long', 'everyday long', 'detailed long'), 'long'],
  [some('everyday long', 'detailed long'), 'everyday/detailed long'],
  [some('easy short', 'everyday long'), 'easy short, everyday long'],
  [all, ''],
])('%#: %s', (prints, name) => {
  expect(nameOf(prints, all)).toBe(name)
})

test('organizations are named where they make the difference', () => {
  const prints = [
    print('easy', 'short'),
    print('easy', 'short', 'riverside'),
    print('easy', 'long'),
    print('everyday', 'short'),
  ]
  expect(nameOf(prints.slice(1, 2), prints)).toBe('easy short (riverside)')
  expect(nameOf(prints.slice(0, 2), prints)).toBe('easy short')
})
