// Topics and variants in, what is printed out: main message, terms where they are first used, numbered sources.
import type { TextDirective } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/content/markdown.js'
import { toRecord } from '../../src/model/message.js'
import type { Topic } from '../../src/model/topic.js'
import type { Variant } from '../../src/model/variant.js'
import { selectTopic } from '../../src/select/select-topic.js'
import { defaultSettings } from '../helpers/settings.js'
import { bodyWith, requiredBlocks } from '../helpers/topic.js'

const settings = await defaultSettings()
const variant: Variant = {
  organization: 'clinic',
  language: 'en',
  topic: 'hands',
  level: 'easy',
  length: 'long',
  edition: 'standard',
}

function topicOf(body: string, meta: Partial<Topic['meta']> = {}): Topic {
  return {
    id: 'hands',
    language: 'en',
    path: 'content/hands/en.md',
    source: body,
    meta: {
      title: 'Washing your hands',
      summary: 'How.',
      audience: 'patient',
      codes: {},
      notices: [],
      review: { status: 'draft', on: '2026-11-22', everyMonths: 24, by: [] },
      terms: { germ: 'a tiny living thing', 'Soap bar': 'a piece of soap', zinc: 'a metal' },
      sources: {
        a: { title: 'A' },
        b: { title: 'B', publisher: 'P' },
        c: { title: 'C' },
        d: { title: 'D', language: 'es' },
      },
      related: [],
      ...meta,
    },
    body: parseMarkdown(body).body,
    pictures: new Map(),
  }
}

function select(body: string, over: Partial<Variant> = {}, meta: Partial<Topic['meta']> = {}) {
  return selectTopic(topicOf(body, meta), { ...variant, ...over }, settings, ['clinic'])
}

/** Every `:term` or `:cite` printed. */
function directivesOf(selected: ReturnType<typeof select>, name: string): TextDirective[] {
  const found: TextDirective[] = []
  const trees = [...(selected.mainMessage ? [selected.mainMessage] : []), selected.body]
  for (const tree of trees)
    visit(tree, 'textDirective', (node) => {
      if (node.name === name) found.push(node)
    })
  return found
}

describe('a topic', () => {
  it('prints its main message apart from its body', () => {
    const { mainMessage, body, messages } = select(requiredBlocks)
    expect(textOf(mainMessage)).toContain('Clean hands keep you')
    expect(textOf(body)).not.toContain('Clean hands keep you')
    expect(messages).toEqual([])
  })

  it('prints the title and readers of its level', () => {
    const meta = {
      title: { easy: 'Clean hands', everyday: 'Washing hands', detailed: 'Hand hygiene' },
      readers: { easy: 'all', everyday: 'all of us', detailed: 'everybody' },
    }
    expect(select(requiredBlocks, { level: 'detailed' }, meta)).toMatchObject({
      title: 'Hand hygiene',
      readers: 'everybody',
    })
    expect(select(requiredBlocks, {}, meta)).toMatchObject({ title: 'Clean hands', readers: 'all' })
  })

  it('is not changed by what a variant prints', () => {
    const topic = topicOf(bodyWith('A :term[germ] :cite[a].'))
    const before = structuredClone(topic.body)
    selectTopic(topic, variant, settings, ['clinic'])
    selectTopic(topic, { ...variant, length: 'short' }, settings, ['clinic'])
    expect(topic.body).toEqual(before)
  })
})

describe('a required block', () => {
  it.each(['main-message', 'actions', 'get-help'])('%s that is missing is a fault of the variant', (name) => {
    const without = requiredBlocks.replace(new RegExp(`:::${name}[\\s\\S]*?:::\\n`), '')
    const { messages } = select(without)
    expect(messages.map(toRecord)).toMatchObject([
      { rule: 'block-missing', text: `There is no \`:::${name}\` in the easy long handout.` },
    ])
  })

  it('for other variants is missing in this one', () => {
    const body = requiredBlocks.replace(':::actions[What you can do]', ':::actions[Do]{until=medium}')
    expect(select(body, { length: 'medium' }).messages).toEqual([])
    expect(select(body).messages.map(toRecord)).toMatchObject([{ rule: 'block-missing' }])
  })

  it('may be nested, as in a level', () => {
    const body = requiredBlocks.replace(/:::actions[\s\S]*?:::\n/, '::::easy\n$&::::\n')
    expect(select(body).messages).toEqual([])
  })

  it('of main messages there is exactly one', () => {
    const body = bodyWith(':::main-message\nB.\n:::\n')
    expect(select(body).messages.map(toRecord)).toMatchObject([
      { rule: 'main-message-twice', line: body.slice(0, body.indexOf('B.')).split('\n').length - 1 },
    ])
    const apart = `${requiredBlocks.replace(':::main-message', ':::main-message{level=easy}')}\n:::main-message{level=detailed}\nB.\n:::\n`
    expect(select(apart).messages).toEqual([])
    expect(select(apart, { level: 'detailed' }).messages).toEqual([])
  })
})

describe('a footnote', () => {
  it('whose words are for other variants is a fault where it is named', () => {
    const body = bodyWith(':::note\nA[^1].\n:::\n\n:::detailed\n[^1]: Words.\n:::\n')
    expect(select(body, { level: 'detailed' }).messages).toEqual([])
    expect(select(body).messages.map(toRecord)).toMatchObject([{ rule: 'footnote-missing' }])
  })
})

describe('a term', () => {
  it('gets its meaning at its first use, and only there', () => {
    const terms = directivesOf(select(bodyWith('A :term[germ], a :term[germ].\n\nThe :term[Germ].')), 'term')
    expect(terms.map((node) => node.data?.meaning)).toEqual(['a tiny living thing', undefined, undefined])
  })

  it('is explained anew in each variant, where its own first use is', () => {
    const body = bodyWith(':::for{from=long}\nA :term[germ].\n:::\n\nTwo :term[germ].\n')
    const meanings = (length: string) =>
      directivesOf(select(body, { length }), 'term').map((node) => node.data?.meaning)
    expect(meanings('long')).toEqual(['a tiny living thing', undefined])
    expect(meanings('medium')).toEqual(['a tiny living thing'])
  })

  it('is explained in the main message before the body', () => {
    const body = `A :term[germ].\n\n${requiredBlocks.replace('Clean hands', 'No :term[germ]: hands')}`
    const [first, second] = directivesOf(select(body), 'term')
    expect(first?.data?.meaning).toBe('a tiny living thing')
    expect(second?.data?.meaning).toBeUndefined()
  })

  it('in a heading is not explained there', () => {
    const terms = directivesOf(select(bodyWith('## A :term[germ]\n\nA :term[germ].')), 'term')
    expect(terms.map((node) => node.data?.meaning)).toEqual([undefined, 'a tiny living thing'])
  })

  it('may be written in another form, in any case', () => {
    const selected = select(bodyWith('Two :term[germs]{of=germ} and :term[SOAP BAR].'))
    expect(directivesOf(selected, 'term').map((node) => node.data?.meaning)).toEqual([
      'a tiny living thing',
      'a piece of soap',
    ])
    expect(selected.wordList).toMatchObject([
      { term: 'germ', meaning: 'a tiny living thing' },
      { term: 'Soap bar', meaning: 'a piece of soap' },
    ])
  })

  it('stands in the word list from medium on, in the order of the alphabet, and only when it is met', () => {
    const body = bodyWith('A :term[Soap bar], then a :term[germ].')
    expect(select(body).wordList.map(({ term }) => term)).toEqual(['germ', 'Soap bar'])
    expect(select(body, { length: 'medium' }).wordList).toHaveLength(2)
    expect(select(body, { length: 'short' }).wordList).toEqual([])
  })
})

describe('a source', () => {
  it('is numbered in order of first use, and keeps its number', () => {
    const selected = select(bodyWith('One:cite[b] two:cite[a, b] three:cite[a].'))
    expect(directivesOf(selected, 'cite').map((node) => node.data?.numbers)).toEqual([[1], [2, 1], [2]])
    expect(selected.sources).toEqual([
      { id: 'b', number: 1, title: 'B', publisher: 'P', language: 'en' },
      { id: 'a', number: 2, title: 'A', language: 'en' },
    ])
  })

  it('is in the language it names, else in that of the text a translation follows', () => {
    const body = bodyWith('One:cite[b] two:cite[d].')
    const translated = { translationOf: { language: 'fr' } }
    const languages = (meta: Partial<Topic['meta']>) =>
      select(body, {}, meta).sources.map(({ language }) => language)
    expect(languages({})).toEqual(['en', 'es'])
    expect(languages(translated)).toEqual(['fr', 'es'])
  })

  it('counts by variant: what is not printed takes no number', () => {
    const body = bodyWith(':::detailed\nOne :cite[a].\n:::\n\nTwo :cite[c].\n')
    expect(select(body).sources.map(({ id, number }) => `${number} ${id}`)).toEqual(['1 c'])
    expect(select(body, { level: 'detailed' }).sources.map(({ id }) => id)).toEqual(['a', 'c'])
  })

  it('is not printed where there is no list of sources, and leaves no gap', () => {
    const selected = select(bodyWith('One :cite[a] two :cite[b], three :cite[c].'), { length: 'short' })
    expect(selected.sources).toEqual([])
    expect(textOf(selected.body)).toContain('One two, three.')
  })
})
