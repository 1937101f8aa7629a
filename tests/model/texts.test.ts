// Small facts about texts, places and messages.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findInText } from '../../src/model/find-in-text.js'
import { fault, isError, severityOf, toRecord } from '../../src/model/message.js'
import { didYouMean, nearest } from '../../src/model/suggest.js'
import { forLevel } from '../../src/model/topic.js'

describe('the nearest word', () => {
  it.each([
    ['eazy', ['easy', 'everyday'], 'easy'],
    ['EASY', ['easy'], 'easy'],
    ['warnnig', ['warning', 'write', 'note'], 'warning'],
    ['zebra', ['easy', 'note'], undefined],
    ['x', [], undefined],
  ])('to %s among %j is %s', (word, valid, expected) => {
    expect(nearest(word, valid)).toBe(expected)
  })

  it('is itself for a word that is valid', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z-]{1,12}$/), { minLength: 1 }), (valid) => {
        for (const word of valid) expect(nearest(word, valid)).toBe(word)
      }),
    )
  })

  it('is offered, or all are named', () => {
    expect(didYouMean('eazy', ['easy'])).toBe('Did you mean `easy`?')
    expect(didYouMean('zebra', ['easy', 'note'])).toBe('Known: `easy`, `note`.')
    expect(didYouMean('zebra', [])).toBe('There are none.')
  })
})

describe('an address', () => {
  const texts = [
    { path: 'a.css', text: 'x\n  url(pictures/wave.png)\n' },
    { path: 'b.hbs', text: '<img src="https://example.org/a.png">' },
  ]

  it.each([
    ['https://example.org/a.png', 'b.hbs', 1, 11],
    ['https://handout.invalid/pictures/wave.png', 'a.css', 2, 7],
    ['https://handout.invalid/styles/wave.png', 'a.css', 2, 16],
  ])('%s is found where it is written, whole or in part', (address, path, line, column) => {
    expect(findInText(address, texts)).toEqual({ path, place: { line, column } })
  })

  it('that is written nowhere is not found', () => {
    expect(findInText('https://example.org/other.png', texts)).toBeUndefined()
  })
})

describe('a message', () => {
  it('keeps rule, words, hint, file, place and severity', () => {
    const message = fault({
      rule: 'a-b',
      reason: 'Words.',
      hint: 'Do.',
      file: 'a.md',
      place: { line: 3, column: 7 },
      severity: 'warning',
    })
    expect(toRecord(message)).toEqual({
      rule: 'a-b',
      severity: 'warning',
      file: 'a.md',
      line: 3,
      column: 7,
      text: 'Words.',
      hint: 'Do.',
    })
    expect(isError(message)).toBe(false)
  })

  it('is an error where nothing else is said, and about no line where no place is', () => {
    const message = fault({ rule: 'a-b', reason: 'Words.' })
    expect(isError(message)).toBe(true)
    expect(toRecord(message)).toMatchObject({ severity: 'error', file: '', line: 0, column: 0, hint: '' })
  })

  it('takes its place from a node, or has none where the node has none', () => {
    const point = { line: 2, column: 3 }
    const node = { position: { start: point, end: point } }
    expect(toRecord(fault({ rule: 'a', reason: 'b', place: node }))).toMatchObject(point)
    expect(toRecord(fault({ rule: 'a', reason: 'b', place: {} }))).toMatchObject({ line: 0 })
  })

  it.each(['error', 'warning', 'info'] as const)('of severity %s has it', (severity) => {
    expect(severityOf(fault({ rule: 'a', reason: 'b', severity }))).toBe(severity)
  })
})

describe('a text for each level', () => {
  it('is that of the level, or the one for all', () => {
    expect(forLevel('one', 'easy')).toBe('one')
    expect(forLevel({ easy: 'a', detailed: 'b' }, 'detailed')).toBe('b')
    expect(forLevel({ easy: 'a' }, 'detailed')).toBe('a')
  })
})
