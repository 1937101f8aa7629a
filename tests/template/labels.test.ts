// Label files in, the fixed words of a language or what is missing in them out.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { labelTexts, minutesToRead, pluralTexts, withValues } from '../../src/model/labels.js'
import { pluralOf } from '../../src/model/locale.js'
import { toRecord } from '../../src/model/message.js'
import { readLabels } from '../../src/template/labels.js'
import { labelsOf } from '../helpers/html.js'
import { repository } from '../helpers/library.js'

const folder = path.join(repository, 'templates', 'labels')
const languages = readdirSync(folder).map((file) => path.basename(file, '.yaml'))
const english = readFileSync(path.join(folder, 'en.yaml'), 'utf8')
const common = { path: 'templates/labels/en.yaml', text: english }

const placeholders = (text: string) => [...text.matchAll(/\{[a-z]+\}/g)].map(([name]) => name).sort()

describe.each(languages)('the labels in %s', (language) => {
  const labels = labelsOf(language)
  const original = labelsOf('en')

  it('have every word the English ones have, and no other', () => {
    for (const key of ['blocks', 'levels', 'audiences'] as const)
      expect(Object.keys(labels[key]).sort()).toEqual(Object.keys(original[key]).sort())
    const plain = Object.keys(labels.texts).filter((key) => !(pluralTexts as readonly string[]).includes(key))
    expect(plain.sort()).toEqual([...labelTexts].sort())
  })

  it('have each form that minutes take in the language, and no other', () => {
    const wanted = new Set<string>()
    for (let minutes = 1; minutes <= 120; minutes++) wanted.add(`minutes-${pluralOf(minutes, language)}`)
    wanted.add('minutes-other')
    expect(
      Object.keys(labels.texts)
        .filter((key) => key.startsWith('minutes-'))
        .sort(),
    ).toEqual([...wanted].sort())
    expect(minutesToRead(labels, 12)).toContain('12')
  })

  it('keep the places for values', () => {
    for (const name of labelTexts)
      expect({ name, places: placeholders(labels.texts[name]) }).toEqual({
        name,
        places: placeholders(original.texts[name]),
      })
  })

  it('read in the direction of their script', () => {
    expect(labels.direction).toBe(language === 'ar' ? 'rtl' : 'ltr')
  })
})

describe('label files', () => {
  it('win over those behind them, word by word', () => {
    const own = {
      path: 'templates/organizations/clinic/labels/en.yaml',
      text: 'texts: {draft: Not final.}\n',
    }
    const { labels } = readLabels('en', [own, common])
    expect(labels?.texts.draft).toBe('Not final.')
    expect(labels?.texts.sources).toBe(labelsOf('en').texts.sources)
  })

  it.each([
    ['texts', 'page-of'],
    ['blocks', 'ask'],
    ['audiences', 'patient'],
  ])('without a word are at fault: %s.%s', (key, name) => {
    const text = english.replace(new RegExp(`^ {2}${name}: .*\n`, 'm'), '')
    const { labels, messages } = readLabels('en', [{ ...common, text }])
    expect(labels).toBeUndefined()
    expect(messages.map((one) => toRecord(one))).toMatchObject([
      { rule: 'labels-missing', file: common.path, line: 1, text: expect.stringContaining(`${key}.${name}`) },
    ])
  })

  it('with a word there is not are at fault at its place', () => {
    const { messages } = readLabels('en', [{ path: 'a.yaml', text: 'texts:\n  drafft: x\n' }, common])
    expect(messages.map((one) => toRecord(one))).toMatchObject([{ file: 'a.yaml', line: 2, column: 3 }])
    expect(messages[0]?.note).toContain('draft')
  })

  it('that are not there are a fault that says which file to add', () => {
    const { messages } = readLabels('xx', [])
    expect(messages.map((one) => toRecord(one))).toMatchObject([
      { rule: 'labels-missing', file: 'templates/labels/xx.yaml' },
    ])
  })
})

describe('values', () => {
  it('go into their places, and other braces stay', () => {
    expect(withValues('{a} of {b}, {constructor} {A}', { a: 1, b: 'x' })).toBe('1 of x, {constructor} {A}')
  })

  it('are not looked into for more places', () => {
    expect(withValues('{a}{b}', { a: '{b}', b: 'x' })).toBe('{b}x')
  })
})
