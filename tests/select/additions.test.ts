// A topic and what organizations add to it in, the words in printed order out; or the faults, in the organization's own file.
import { toString as textOf } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../src/batch/library.js'
import { toRecord } from '../../src/model/message.js'
import type { Variant } from '../../src/model/variant.js'
import { selectTopic } from '../../src/select/select-topic.js'
import { type Files, library, picture } from '../helpers/library.js'
import { defaultSettings } from '../helpers/settings.js'
import { placeOf, topicText } from '../helpers/topic.js'

const body = `:::main-message
Main.
:::

## Why it :easy[helps]:for[works]{level="everyday detailed"}

Why.

## :for[Later]{from=long}

:::for{from=long}
Later words.
:::

:::actions[What you can do]
1. First.
2. Second.
:::

:::get-help[Call us if]
- sore.
:::

:::get-help[Call soon if]
- red.
:::
`

const clinicFile = 'templates/organizations/clinic/topics/hands/en.md'
const systemFile = 'templates/organizations/system/topics/hands/en.md'

async function read(clinic: string, more: Files = {}) {
  const { root } = await library({
    'content/hands/en.md': topicText(body),
    'templates/organizations/system/organization.yaml': 'name: System\ntopics: {include: []}\n',
    'templates/organizations/clinic/organization.yaml':
      'name: Clinic\nextends: system\ntopics: {include: ["*"]}\n',
    [clinicFile]: clinic,
    ...more,
  })
  const settings = await defaultSettings(root)
  const opened = await openLibrary(settings)
  const organization = opened.usable.find(({ id }) => id === 'clinic')
  const [reading] = await opened.readTopics(() => true)
  if (!organization || !reading?.topic)
    throw new Error(JSON.stringify([opened.organizations, reading?.messages]))
  const { topic, messages } = await opened.topicFor(reading.topic, organization)
  const select = (over: Partial<Variant> = {}) => {
    if (!topic) throw new Error(messages.join('\n'))
    const variant = {
      organization: 'clinic',
      language: 'en',
      topic: 'hands',
      level: 'easy',
      length: 'short',
      edition: 'standard' as const,
      ...over,
    }
    return selectTopic(topic, variant, settings, organization.chain)
  }
  return {
    topic,
    records: messages.map((one) => toRecord(one)),
    select,
    /** Words of the blocks at the top level. */
    words: (over: Partial<Variant> = {}) => {
      const { mainMessage, body: printed } = select(over)
      return [...(mainMessage ? [mainMessage] : []), ...printed.children].map((node) => textOf(node))
    },
  }
}

const plain = [
  'Main.',
  'Why it helps',
  'Why.',
  'What you can doFirst.Second.',
  'Call us ifsore.',
  'Call soon ifred.',
]

describe('a section', () => {
  it('goes before a heading', async () => {
    const { words } = await read('::::before[Why it helps]\n## New\n\nNew words.\n::::\n')
    expect(words()).toEqual(['Main.', 'New', 'New words.', ...plain.slice(1)])
  })

  it('goes after a heading and what stands below it', async () => {
    const { words } = await read('::::after[Why it helps]\n## New\n\nNew words.\n::::\n')
    expect(words()).toEqual([...plain.slice(0, 3), 'New', 'New words.', ...plain.slice(3)])
  })

  it('goes in place of a heading and what stands below it', async () => {
    const { words } = await read('::::instead[Why it helps]\n## New\n\nNew words.\n::::\n')
    expect(words()).toEqual(['Main.', 'New', 'New words.', ...plain.slice(3)])
  })

  it('is named by the kind of its block: before the first, after the last', async () => {
    const { words } = await read(
      '::::before[get-help]\n## A\n\nA.\n::::\n\n::::after[get-help]\n## B\n\nB.\n::::\n',
    )
    expect(words()).toEqual([...plain.slice(0, 4), 'A', 'A.', ...plain.slice(4), 'B', 'B.'])
  })

  it('is named by the label of its block', async () => {
    const { words } = await read('::::after[Call us if]\n:::ask\n- Why?\n:::\n::::\n')
    expect(words()).toEqual([...plain.slice(0, 5), 'Why?', ...plain.slice(5)])
  })

  it('stands in for all blocks of a kind', async () => {
    const { words } = await read('::::instead[get-help]\n:::get-help[Call]\n- bad.\n:::\n::::\n')
    expect(words()).toEqual([...plain.slice(0, 4), 'Callbad.'])
  })

  it('is named without regard to capitals, spaces and curly marks', async () => {
    const { words } = await read('::::after[  why IT  helps ]\n## New\n\nNew.\n::::\n')
    expect(words()).toContain('New')
  })

  it('is named by any form of its heading', async () => {
    const { words } = await read('::::after[Why it works]\n## New\n\nNew.\n::::\n')
    expect(words({ level: 'easy' }).indexOf('New')).toBe(3)
    expect(words({ level: 'detailed' }).indexOf('New')).toBe(3)
  })

  it('that a variant does not print takes what belongs to it with it', async () => {
    const { words } = await read('::::after[Later]\n## New\n\nNew.\n::::\n')
    expect(words({ length: 'short' })).toEqual(plain)
    expect(words({ length: 'long' })).toContain('New')
  })
})

describe('words without a heading', () => {
  it.each([
    ['before', ['Main.', 'Why it helps', 'Mine.', 'Why.']],
    ['after', ['Main.', 'Why it helps', 'Why.', 'Mine.']],
    ['instead', ['Main.', 'Why it helps', 'Mine.']],
  ])('%s belong to the section', async (where, expected) => {
    const { words } = await read(`::::${where}[Why it helps]\nMine.\n::::\n`)
    expect(words().slice(0, expected.length)).toEqual(expected)
  })

  it('go into a block', async () => {
    const { words } = await read(
      '::::after[get-help]\nOr call 555-0100.\n::::\n\n::::before[actions]\nStart now.\n::::\n',
    )
    expect(words()).toEqual([
      ...plain.slice(0, 3),
      'What you can doStart now.First.Second.',
      'Call us ifsore.',
      'Call soon ifred.Or call 555-0100.',
    ])
  })

  it('as a list go on with the list that is there', async () => {
    const { select } = await read('::::after[actions]\n1. Third.\n::::\n')
    const actions = select().body.children.find((node) => 'name' in node && node.name === 'actions')
    const lists =
      actions && 'children' in actions ? actions.children.filter(({ type }) => type === 'list') : []
    expect(lists).toHaveLength(1)
    expect(lists.map((list) => ('children' in list ? list.children.length : 0))).toEqual([3])
  })

  it('go into the main message', async () => {
    const { words } = await read('::::after[main-message]\nAnd dry them.\n::::\n')
    expect(words()[0]).toBe('Main.And dry them.')
  })
})

describe('what is added', () => {
  it('takes conditions, outside and inside', async () => {
    const { words } = await read(
      '::::after[Why it helps]{from=medium level=easy}\nA.\n\n:::for{from=long}\nB.\n:::\n::::\n',
    )
    expect(words({ length: 'short' })).toEqual(plain)
    expect(words({ length: 'medium' })).toContain('A.')
    expect(words({ length: 'medium' })).not.toContain('B.')
    expect(words({ length: 'long' })).toContain('B.')
    expect(words({ length: 'long', level: 'detailed' })).not.toContain('A.')
  })

  it('leaves a section alone where its conditions leave nothing, and takes it away where nothing is written', async () => {
    const { words } = await read('::::instead[Why it helps]{from=long}\n::::\n')
    expect(words({ length: 'short' })).toEqual(plain)
    expect(words({ length: 'long' })).not.toContain('Why it helps')
    const other = await read('::::instead[Why it helps]\n:::for{level=detailed}\nMine.\n:::\n::::\n')
    expect(other.words()).toEqual(plain)
  })

  it('comes from those it inherits from first, and may name their sections', async () => {
    const { words } = await read('::::after[Of the system]\n## Of the clinic\n\nC.\n::::\n', {
      [systemFile]: '::::after[Why it helps]\n## Of the system\n\nS.\n::::\n',
    })
    expect(words().slice(3, 7)).toEqual(['Of the system', 'S.', 'Of the clinic', 'C.'])
  })

  it('may use the terms and sources of the topic and have its own', async () => {
    const text =
      '---\nterms: {lather: soap bubbles}\nsources: {own: {title: Our own study}}\n---\n\n::::after[Why it helps]\nA :term[germ] in :term[lather].:cite[own, who]\n::::\n'
    const { select, records } = await read(text)
    expect(records).toEqual([])
    const { wordList, sources } = select({ length: 'long' })
    expect(wordList.map(({ term }) => term)).toEqual(['germ', 'lather'])
    expect(sources.map(({ id }) => id)).toEqual(['own', 'who'])
  })

  it('has its own pictures and footnotes', async () => {
    const { topic, select, records } = await read(
      '::::after[Why it helps]\nSee.[^1]\n\n![A map](map.svg)\n::::\n\n[^1]: Mine.\n',
      {
        'templates/organizations/clinic/topics/hands/map.svg': picture,
        'content/hands/en.md': topicText(`${body}\nMore.[^1]\n\n[^1]: Of the topic.\n`),
      },
    )
    expect(records).toEqual([])
    expect([...(topic?.pictures.keys() ?? [])]).toEqual([
      'templates/organizations/clinic/topics/hands/map.svg',
    ])
    const { body: printed, messages } = select()
    expect(messages).toEqual([])
    const notes = printed.children.flatMap((node) =>
      node.type === 'footnoteDefinition' ? [node.identifier] : [],
    )
    expect(notes).toEqual(['1', 'clinic-1'])
  })

  it('leaves the topic as it is for others', async () => {
    const { root } = await library({
      'content/hands/en.md': topicText(body),
      'templates/organizations/other/organization.yaml': 'name: Other\n',
      [clinicFile]: '::::after[actions]\nMine.\n::::\n',
    })
    const opened = await openLibrary(await defaultSettings(root))
    const [reading] = await opened.readTopics(() => true)
    const other = opened.usable.find(({ id }) => id === 'other')
    if (!reading?.topic || !other) throw new Error('unreachable')
    expect((await opened.topicFor(reading.topic, other)).topic).toBe(reading.topic)
  })
})

describe('a fault in what is added', () => {
  it.each([
    ['::::after[Why it halps]\nA.\n::::\n', '::::after', 'section-unknown', 'Did you mean `Why it helps`?'],
    ['::::before\nA.\n::::\n', '::::before', 'directive-label', 'Write `:::before[…]`.'],
    ['Loose.\n', 'Loose', 'addition-place', undefined],
    ['## Loose\n', '## Loose', 'addition-place', undefined],
    ['::::befour[actions]\nA.\n::::\n', '::::befour', 'directive-unknown', 'Did you mean `:::before`?'],
    ['::::after[actions]{lvel=easy}\nA.\n::::\n', '::::after', 'attribute-unknown', 'Did you mean `level`?'],
    ['::::after[actions]\nA <b>.\n::::\n', '<b>', 'raw-html', undefined],
    [
      '::::after[actions]\nA :cite[whoo].\n::::\n',
      ':cite',
      'cite-unknown',
      'Add it under `sources`. Did you mean `who`?',
    ],
    ['::::after[actions]\n![a](gone.svg)\n::::\n', '![a]', 'picture-missing', undefined],
    ['::::after[actions]\n![a](../../x.svg)\n::::\n', '![a]', 'picture-outside', undefined],
    ['---\ntitel: x\n---\n\n::::after[actions]\nA.\n::::\n', 'titel', 'front-matter-unknown-key', undefined],
    [
      ':::::after[actions]\n::::before[actions]\nA.\n::::\n:::::\n',
      '::::before',
      'addition-place',
      undefined,
    ],
  ])('%j is told in the file of the organization', async (text, at, rule, hint) => {
    const { topic, records } = await read(text)
    expect(topic).toBeUndefined()
    const [found] = records.filter((one) => one.rule !== 'section-unknown' || rule === 'section-unknown')
    const place =
      at === '::::before' && rule === 'addition-place' ? { line: 2, column: 1 } : placeOf(text, at)
    expect(found).toMatchObject({ rule, file: clinicFile, ...place, severity: 'error' })
    if (hint !== undefined) expect(found?.hint).toBe(hint)
  })

  it('that takes a required block away is told there', async () => {
    const { select } = await read('\n::::instead[get-help]\n## Mine\n\nMine.\n::::\n')
    expect(select().messages.map((one) => toRecord(one))).toMatchObject([
      {
        rule: 'block-missing',
        file: clinicFile,
        line: 2,
        column: 1,
        hint: 'Put a `:::get-help` into what stands instead.',
      },
    ])
  })

  it('that says the main message twice is told there', async () => {
    const { select } = await read('::::after[actions]\n:::main-message\nTwo.\n:::\n::::\n')
    expect(select().messages.map((one) => toRecord(one))).toMatchObject([
      { rule: 'main-message-twice', file: clinicFile, line: 2, column: 1 },
    ])
  })

  it('that names no topic there is', async () => {
    const { root } = await library({
      'content/hands/en.md': topicText(body),
      'templates/organizations/clinic/topics/hand/en.md': '::::after[actions]\nA.\n::::\n',
    })
    const { organizations } = await openLibrary(await defaultSettings(root))
    expect(
      organizations.find(({ id }) => id === 'clinic')?.messages.map((one) => toRecord(one)),
    ).toMatchObject([
      {
        rule: 'topic-unknown',
        file: 'templates/organizations/clinic/topics/hand/en.md',
        hint: 'Did you mean `hands`?',
      },
    ])
  })
})
