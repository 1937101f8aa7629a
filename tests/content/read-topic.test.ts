// Topic files in, topics or every fault at its place out.
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findTopics } from '../../src/content/find-topics.js'
import { readTopic } from '../../src/content/read-topic.js'
import { toRecord } from '../../src/model/message.js'
import { library, picture } from '../helpers/library.js'
import { vocabulary } from '../helpers/settings.js'
import { bodyWith, placeOf, requiredBlocks, topicText } from '../helpers/topic.js'

const file = 'content/hands/en.md'

async function read(source: string | Uint8Array, more: Record<string, string | Uint8Array> = {}) {
  const { root, path: at } = await library({ [file]: source, ...more })
  const reading = await readTopic({ id: 'hands', language: 'en', file: at(file) }, root, vocabulary)
  return { ...reading, faults: reading.messages.map(toRecord) }
}

describe('a topic', () => {
  it('is read with its front matter, its body and its pictures', async () => {
    const { topic, messages } = await read(topicText(bodyWith('![a](x.svg) ![](x.svg){decorative}')), {
      'content/hands/x.svg': picture,
    })
    expect(messages).toEqual([])
    expect(topic).toMatchObject({
      id: 'hands',
      language: 'en',
      path: file,
      meta: { title: 'Washing your hands', review: { everyMonths: 24, by: [] }, notices: [], codes: {} },
    })
    expect([...(topic?.pictures.keys() ?? [])]).toEqual(['x.svg'])
    expect(topic?.pictures.get('x.svg')).toMatchObject({ mediaType: 'image/svg+xml', width: 40, height: 20 })
  })

  it('tells the faults of front matter, what it refers to, body and pictures together, in the order of the text', async () => {
    const source = topicText(bodyWith('# Top\n\n:cite[whoo] :term[gem] ![](gone.svg)\n'), {
      title: '{easy: Hands, everday: Hands}',
      audience: 'everyone',
      notices: '[general, emergnecy]',
      related: '[feet, arms]',
    })
    const { topic, faults } = await read(source)
    expect(topic).toBeUndefined()
    expect(faults.map(({ rule, line, column }) => ({ rule, line, column }))).toEqual([
      { rule: 'level-missing', ...placeOf(source, 'title') },
      { rule: 'level-unknown', ...placeOf(source, 'everday') },
      { rule: 'front-matter-wrong-value', ...placeOf(source, 'everyone') },
      { rule: 'notice-unknown', ...placeOf(source, 'emergnecy') },
      { rule: 'related-unknown', ...placeOf(source, 'arms') },
      { rule: 'heading-one', ...placeOf(source, '# Top') },
      { rule: 'cite-unknown', ...placeOf(source, ':cite') },
      { rule: 'term-unknown', ...placeOf(source, ':term') },
      { rule: 'picture-alt', ...placeOf(source, '![]') },
      { rule: 'picture-missing', ...placeOf(source, '![]') },
    ])
  })

  it.each([
    ['a date that is none', { review: '{status: draft, on: 2026-02-30, every: 24 months}' }, '2026-02-30'],
    ['a period in words', { review: '{status: draft, on: 2026-02-03, every: two years}' }, 'two years'],
    ['a status there is not', { review: '{status: done, on: 2026-02-03, every: 2 years}' }, 'done'],
    ['a code that is a number', { codes: '{snomed-ct: [406506008]}' }, '406506008'],
    ['a source without https', { sources: '{who: {title: A, url: "ftp://a.example"}}' }, '"ftp'],
  ])('with %s is at fault there', async (_what, meta, at) => {
    const source = topicText(requiredBlocks, meta)
    const { faults } = await read(source)
    expect(faults).toMatchObject([{ rule: 'front-matter-wrong-value', ...placeOf(source, at) }])
  })

  it.each([
    ['nobody', '{status: reviewed, on: 2026-02-03, every: 2 years}', 'front-matter-missing-key'],
    ['none', '{status: reviewed, on: 2026-02-03, every: 2 years, by: []}', 'front-matter-wrong-value'],
  ])('that is reviewed by %s is at fault', async (_what, review, rule) => {
    const source = topicText(requiredBlocks, { review })
    const { faults } = await read(source)
    expect(faults).toMatchObject([{ rule, line: placeOf(source, 'review').line }])
    expect(faults[0]?.hint).toContain('who reviewed it')
  })

  it('reads periods in months and years', async () => {
    const everyMonths = async (every: string) =>
      (await read(topicText(requiredBlocks, { review: `{status: draft, on: 2026-02-03, every: ${every}}` })))
        .topic?.meta.review.everyMonths
    expect(await everyMonths('18 months')).toBe(18)
    expect(await everyMonths('1 year')).toBe(12)
    expect(await everyMonths('2 years')).toBe(24)
  })

  it.each([
    ['without front matter', requiredBlocks, 'front-matter-missing'],
    ['whose front matter is never closed', '---\ntitle: a\n', 'front-matter-missing'],
    ['that is empty', '', 'front-matter-missing'],
    ['that is not UTF-8', new Uint8Array([0x2d, 0xff, 0xfe]), 'file-not-text'],
    ['that is far too large', `---\ntitle: a\n---\n${'a '.repeat(600_000)}`, 'file-too-large'],
  ])('%s is at fault at its start', async (_what, source, rule) => {
    const { faults, topic } = await read(source)
    expect(topic).toBeUndefined()
    expect(faults[0]).toMatchObject({ rule, file, line: 1, column: 1 })
  })

  it.each(['My Topic', 'a_b', 'a#1', 'ñandú', 'a--b'])('in a folder named %s is at fault', async (id) => {
    const own = `content/${id}/en.md`
    const { root, path: at } = await library({ [own]: topicText() })
    const { messages } = await readTopic({ id, language: 'en', file: at(own) }, root, vocabulary)
    expect(messages.map(toRecord)).toMatchObject([{ rule: 'topic-id', file: own, line: 1, column: 1 }])
  })

  it('that begins with a byte order mark is read', async () => {
    expect((await read(`\ufeff${topicText()}`)).messages).toEqual([])
  })

  it('with Windows line ends is read, and its faults are in the same places', async () => {
    const source = topicText(bodyWith('# Top'))
    const { faults } = await read(source.replaceAll('\n', '\r\n'))
    expect(faults).toMatchObject([{ rule: 'heading-one', ...placeOf(source, '# Top') }])
  })
})

describe('a block', () => {
  it('that stands open inside another is told where it starts', async () => {
    const source = topicText(bodyWith(':::note\nOne.\n\n:::warning\nTwo.\n:::\n'))
    const { faults } = await read(source)
    expect(faults).toMatchObject([{ rule: 'fence-open', ...placeOf(source, ':::warning') }])
  })

  it('that is never closed is told where it starts', async () => {
    const source = topicText(bodyWith(':::note\nOne.\n\n## Next\n'))
    expect((await read(source)).faults).toMatchObject([{ rule: 'fence-open', ...placeOf(source, ':::note') }])
  })

  it('closed by the fence of an inner one is told where a fence is left over', async () => {
    const source = topicText(bodyWith(':::note\nOne.\n:::warning\nTwo.\n:::\n:::\n'))
    const { faults } = await read(source)
    expect(faults.map(({ rule }) => rule)).toContain('fence-stray')
  })

  it('inside one with more colons is not at fault', async () => {
    expect((await read(topicText(bodyWith('::::note\n:::easy\nTwo.\n:::\n::::\n')))).messages).toEqual([])
  })

  it('of headings or footnotes inside the main message is at fault', async () => {
    const source = topicText(
      requiredBlocks.replace('Clean hands keep you', '## Head\n\nHands[^1]. Clean hands keep you') +
        '\n[^1]: Note.\n',
    )
    const { faults } = await read(source)
    expect(faults.map(({ rule }) => rule)).toEqual(['main-message-heading', 'main-message-footnote'])
  })
})

describe('a footnote', () => {
  it.each([
    ['without words', 'Wash\nwell[^1] now.', ''],
    ['with words in a block further down', 'Wash\nwell[^1] now.', ':::detailed\n[^1]: Words.\n:::\n'],
  ])('%s is at fault where it is named', async (_what, words, more) => {
    const source = topicText(bodyWith(`${words}\n\n${more}`))
    const { faults } = await read(source)
    expect(faults).toMatchObject([{ rule: 'footnote-unknown', ...placeOf(source, '[^1]') }])
  })

  it('with words at the end, or an escaped bracket, is not', async () => {
    const source = topicText(bodyWith('Wash[^1] well\\[^2].\n\n[^1]: Words.\n'))
    expect((await read(source)).messages).toEqual([])
  })
})

describe('the content folder', () => {
  it('holds a topic for each language file, and nothing else is one', async () => {
    const { root } = await library({
      'content/hands/en.md': '',
      'content/hands/es.md': '',
      'content/hands/pt-BR.md': '',
      'content/hands/notes.txt': '',
      'content/hands/draft.en.md': '',
      'content/hands/README.md': '',
      'content/.hidden/en.md': '',
      'content/loose.md': '',
      'content/feet/en.md': '',
    })
    const found = await findTopics(path.join(root, 'content'))
    expect(found.map(({ id, language }) => `${id} ${language}`)).toEqual([
      'feet en',
      'hands en',
      'hands es',
      'hands pt-BR',
    ])
  })
})
