// Numbers and lists in, how the readers of a language write them out.
import { describe, expect, it } from 'vitest'
import { formatList, formatNumber, pluralOf } from '../../src/model/locale.js'

describe('a number', () => {
  it.each([
    ['en', '1,000'],
    ['es', '1,000'],
    ['fr', '1\u202f000'],
    ['vi', '1.000'],
    ['ar', '1,000'],
    ['zh-Hans', '1,000'],
  ])('in %s is %s, in common digits', (language, written) => {
    expect(formatNumber(1000, language)).toBe(written)
  })
})

describe('a list', () => {
  it.each([
    ['en', 'Ann, Bob and Cy'],
    ['es', 'Ann, Bob y Cy'],
    ['fr', 'Ann, Bob et Cy'],
    ['vi', 'Ann, Bob và Cy'],
    ['zh-Hans', 'Ann、Bob和Cy'],
  ])('in %s', (language, written) => {
    expect(formatList(['Ann', 'Bob', 'Cy'], language)).toBe(written)
  })
})

it('Arabic has six forms for numbers', () => {
  expect([0, 1, 2, 3, 11, 100].map((value) => pluralOf(value, 'ar'))).toEqual([
    'zero',
    'one',
    'two',
    'few',
    'many',
    'other',
  ])
})
