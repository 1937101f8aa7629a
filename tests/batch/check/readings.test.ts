// Topics read once in a check, and texts that name one another as their original.
import path from 'node:path'
import { expect, test } from 'vitest'
import { Readings } from '../../../src/batch/check/readings.js'
import { library } from '../../helpers/library.js'
import { bodyWith, topicText } from '../../helpers/topic.js'

const vocabulary = {
  levels: ['easy', 'everyday', 'detailed'],
  lengths: ['short', 'medium', 'long'],
  editions: ['standard', 'large-print', 'bilingual'],
  organizations: ['clinic'],
  topics: ['hands'],
  notices: [],
}
const text = topicText(bodyWith('Rest.'))
const spanish = text.replace('---\n', '---\ntranslation-of: {language: en}\n')

async function readings(files: Readonly<Record<string, string>>) {
  const { root } = await library(files)
  const file = (id: string, language: string) => ({
    id,
    language,
    file: path.join(root, 'content', id, `${language}.md`),
  })
  return { file, readings: new Readings(root, vocabulary) }
}

test('a text is read once, for itself and for its translation', async () => {
  const { file, readings: own } = await readings({
    'content/hands/en.md': text,
    'content/hands/es.md': spanish,
  })
  const { topic: translation } = await own.read(file('hands', 'es'))
  const original = translation && (await own.original(translation))
  expect(original).toBeDefined()
  expect((await own.read(file('hands', 'en'))).topic).toBe(original)
})

test('texts that translate each other are both read', async () => {
  const { file, readings: own } = await readings({
    'content/hands/en.md': text.replace('---\n', '---\ntranslation-of: {language: es}\n'),
    'content/hands/es.md': spanish,
  })
  const { topic } = await own.read(file('hands', 'es'))
  expect(topic && (await own.original(topic))).toMatchObject({ language: 'en' })
})

test('an original with faults is compared all the same, and one that is not there is missing', async () => {
  const { file, readings: own } = await readings({
    'content/hands/en.md': `${text}\n:::eazy\nWash.\n:::\n`,
    'content/hands/es.md': spanish,
    'content/feet/es.md': spanish,
  })
  const [hands, feet] = await Promise.all([own.read(file('hands', 'es')), own.read(file('feet', 'es'))])
  expect(hands.topic && (await own.original(hands.topic))).toMatchObject({ language: 'en' })
  expect(feet.topic && (await own.original(feet.topic))).toBe('missing')
})

test('what was wanted long ago is let go of', async () => {
  const ids = Array.from({ length: 14 }, (_, number) => `topic-${number}`)
  const { file, readings: own } = await readings(
    Object.fromEntries(ids.map((id) => [`content/${id}/en.md`, text])),
  )
  const first = await own.read(file('topic-0', 'en'))
  const second = await own.read(file('topic-1', 'en'))
  for (const id of ids.slice(2)) {
    await own.read(file(id, 'en'))
    expect(await own.read(file('topic-1', 'en'))).toBe(second)
  }
  expect(await own.read(file('topic-0', 'en'))).not.toBe(first)
})
