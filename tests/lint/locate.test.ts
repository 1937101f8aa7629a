// Places of words: what Markdown hides between letters is in the source, and must be stepped over.
import { describe, expect, test } from 'vitest'
import { SourceText } from '../../src/lint/locate.js'
import { proseOf } from '../../src/lint/prose.js'
import { topicOf } from '../helpers/lint.js'

/** The piece of source under some words of the first block. */
function under(text: string, words: string): { source: string; line: number; column: number } {
  const source = new SourceText(text)
  const [block] = proseOf([topicOf(text).body])
  const from = block?.plain.indexOf(words) ?? -1
  if (!block || from < 0) throw new Error(`“${words}” is not in “${block?.plain}”`)
  const { start, end } = source.place(block.node, from, from + words.length)
  return { source: text.slice(start.offset, end.offset), line: start.line, column: start.column }
}

describe('words are found', () => {
  test.each([
    ['plain', 'Drink some water.', 'some', { source: 'some', line: 1, column: 7 }],
    ['behind marks', '**Drink** _some_ water.', 'some', { source: 'some', line: 1, column: 12 }],
    ['across marks', 'Drink **some** water.', 'some water', { source: 'some** water', line: 1, column: 9 }],
    ['behind an escape', 'Drink 2\\*3 cups now.', 'now', { source: 'now', line: 1, column: 17 }],
    ['behind an entity', 'Salt &amp; water &#x41; now.', 'now', { source: 'now', line: 1, column: 25 }],
    ['on the next line', 'Drink\nsome water.', 'some', { source: 'some', line: 2, column: 1 }],
    ['behind a line end of Windows', 'Drink\r\nsome water.', 'some', { source: 'some', line: 2, column: 1 }],
    ['in a quotation of two lines', '> Drink\n> some water.', 'some', { source: 'some', line: 2, column: 3 }],
    ['in an item that goes on', '- Drink\n  some water.', 'some', { source: 'some', line: 2, column: 3 }],
    ['behind many blanks', 'Drink    some water.', 'some', { source: 'some', line: 1, column: 10 }],
    ['inside a term', 'An :term[opioid] slows.', 'opioid', { source: 'opioid', line: 1, column: 10 }],
    ['behind a cite', 'Rest.:cite[who] Drink now.', 'now', { source: 'now', line: 1, column: 23 }],
    ['in code', 'Type `a  b` now.', 'now', { source: 'now', line: 1, column: 13 }],
    ['in a cell', '| A | B |\n|---|---|\n| c | some |', 'A', { source: 'A', line: 1, column: 3 }],
    ['behind an emoji', 'Drink 💧 some water.', 'some', { source: 'some', line: 1, column: 10 }],
  ])('%s', (_name, text, words, expected) => {
    expect(under(text, words)).toEqual(expected)
  })
})

test('an offset outside of the text is moved to its end', () => {
  const source = new SourceText('a\nbc')
  expect(source.point(-5)).toEqual({ line: 1, column: 1, offset: 0 })
  expect(source.point(99)).toEqual({ line: 2, column: 3, offset: 4 })
})
