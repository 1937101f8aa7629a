// A text, a translation and what was translated in, what does not follow out; and how parts of two languages find each other.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { alignSections } from '../../src/model/align-sections.js'
import { textSections } from '../../src/model/text-sections.js'
import { translationChanges } from '../../src/model/translation-changes.js'
import { repository } from '../helpers/library.js'
import { topicOf } from '../helpers/lint.js'

const english = [
  '## What is it?\n\nA pill.:cite[a]',
  '## :for[Who takes it?]{from=long}\n\n12 in 100 people.',
  '## Risks\n\nBleeding.\n\n:::warning\nNever with alcohol.\n:::',
  ':::actions\n1. Rest.\n:::',
  ':::get-help{emergency}\nFainting.\n:::',
]
const spanish = [
  '## ¿Qué es?\n\nUna pastilla.:cite[a]',
  '## :for[¿Quién la toma?]{from=long}\n\n12 de cada 100.',
  '## Riesgos\n\nSangrado.\n\n:::warning\nNunca con alcohol.\n:::',
  ':::actions\n1. Descanse.\n:::',
  ':::get-help{emergency}\nDesmayo.\n:::',
]
const text = (parts: readonly string[]) => topicOf(parts.join('\n\n'))
const without = (parts: readonly string[], index: number) => parts.filter((_, at) => at !== index)
const bound = Object.fromEntries(textSections(text(english)).map(({ id, hash }) => [id, hash]))

function changes(source: readonly string[], translation: readonly string[], translated = bound): string[] {
  return translationChanges(text(source), text(translation), translated).map(
    ({ kind, id, safety }) => `${kind} ${id}${safety ? '!' : ''}`,
  )
}

describe('a translation', () => {
  it('that follows has nothing to do', () => {
    expect(changes(english, spanish)).toEqual([])
  })

  it('is behind where words changed, and a warning is told apart', () => {
    expect(changes(english.with(0, '## What is it?\n\nA tablet.:cite[a]'), spanish)).toEqual([
      'changed what-is-it',
    ])
    const warned = english.with(2, '## Risks\n\nBleeding.\n\n:::warning\nNever with opioids.\n:::')
    expect(changes(warned, spanish)).toEqual(['changed risks/warning!'])
    const signs = english.with(4, ':::get-help{emergency}\nFainting or chest pain.\n:::')
    expect(changes(signs, spanish)).toEqual(['changed emergency!'])
  })

  it.each([
    [0, 'what-is-it'],
    [1, 'who-takes-it'],
    [3, 'actions'],
    [4, 'emergency!'],
  ])('lacks part %i', (index, id) => {
    expect(changes(english, without(spanish, index))).toEqual([`missing ${id}`])
  })

  it('lacks a warning inside a section', () => {
    expect(changes(english, spanish.with(2, '## Riesgos\n\nSangrado.'))).toEqual(['missing risks/warning!'])
  })

  it('has a part that the source no longer has', () => {
    expect(changes(without(english, 1), spanish)).toEqual(['extra quién-la-toma', 'gone who-takes-it'])
    expect(changes(without(english, 4), without(spanish, 4))).toEqual(['gone emergency!'])
  })

  it('has a part that nobody marked as translated', () => {
    const more = [...english, '## Sleep\n\nSleep well.']
    expect(changes(more, [...spanish, '## Dormir\n\nDuerma bien.'])).toEqual(['added sleep'])
  })

  it('knows a section by its words when it has a new heading', () => {
    const renamed = english.with(2, (english[2] ?? '').replace('Risks', 'What can go wrong?'))
    const [found, ...more] = translationChanges(text(renamed), text(spanish), bound)
    expect(more).toEqual([])
    expect(found).toMatchObject({ kind: 'changed', id: 'what-can-go-wrong', translated: bound.risks })
  })

  it('lacks a source where the front matter has none', () => {
    const sourced = topicOf(`---\nsources: {s: {title: U}}\n---\n\n${english.join('\n\n')}`)
    expect(translationChanges(sourced, text(spanish), bound).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'missing sources',
    ])
  })
})

describe('parts of the translations that are shipped', () => {
  it.each([
    'ketamine-and-adhd/es',
    'ketamine-and-adhd/ar',
    'aspirin-with-metoprolol/es',
    'stellate-ganglion-block/es',
  ])('%s', (name) => {
    const [topic = '', language = ''] = name.split('/')
    const read = (of: string) =>
      textSections(topicOf(readFileSync(`${repository}content/${topic}/${of}.md`, 'utf8'), of))
    const pairs = alignSections(read('en'), read(language))
    expect(pairs.length).toBeGreaterThan(15)
    expect(pairs.filter(({ source, translation }) => source?.kind !== translation?.kind)).toEqual([])
    expect(pairs.filter(({ source, translation }) => source?.conditions !== translation?.conditions)).toEqual(
      [],
    )
  })
})
