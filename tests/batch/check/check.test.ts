// Judging a library: what is selected once, what is told, which variants are concerned.
import { describe, expect, test } from 'vitest'
import { check } from '../../../src/batch/check/check.js'
import { pack, unpack } from '../../../src/batch/check/pack.js'
import type { Filters } from '../../../src/batch/plan.js'
import { loadSettings } from '../../../src/config/load.js'
import { isError } from '../../../src/model/message.js'
import type { Surroundings } from '../../../src/model/tools.js'
import { type Files, library } from '../../helpers/library.js'
import { bodyWith, topicText } from '../../helpers/topic.js'

const surroundings = {
  env: {},
  platform: 'linux',
  arch: 'x64',
  cacheFolder: '',
  home: '',
  isRoot: false,
} as Surroundings
const none: Filters = { topics: [], organizations: [], languages: [], levels: [], lengths: [], editions: [] }
const other = 'name: Other Clinic\nextends: clinic\nlanguages: [en]\n'

async function checked(files: Files, filters: Partial<Filters> = {}) {
  const { root } = await library(files)
  return check(await loadSettings({ root }, surroundings), {
    filters: { ...none, ...filters },
    today: '2026-12-01',
  })
}

const rulesIn = ({ messages }: Awaited<ReturnType<typeof checked>>) => messages.map(({ ruleId }) => ruleId)

describe('a library', () => {
  test('is judged for every organization, and the same words once', async () => {
    const result = await checked({
      'templates/organizations/other/organization.yaml': other,
      'content/hands/en.md': topicText(bodyWith('About 1 in 25 people get a rash.')),
    })
    expect(result.summary).toMatchObject({ topics: 1, variants: 18 })
    expect(result.topics[0]?.prints).toHaveLength(9)
    expect(result.topics[0]?.prints[0]?.ids).toHaveLength(2)
    expect(rulesIn(result).filter((rule) => rule === 'one-in-x')).toHaveLength(1)
  })

  test('whose words differ by organization is judged for each, and the organization is named', async () => {
    const result = await checked({
      'templates/organizations/other/organization.yaml': other,
      'content/hands/en.md': topicText(
        bodyWith(':::for{organization=other}\nAbout 1 in 25 people get a rash.\n:::'),
      ),
    })
    const [topic] = result.topics
    expect(topic?.prints).toHaveLength(18)
    const finding = topic?.findings.find(({ message }) => message.ruleId === 'one-in-x')
    expect(finding?.message.reason).toContain('(other)')
    expect(finding?.variants.every((id) => id.startsWith('other/'))).toBe(true)
  })

  test('is narrowed by filters, and then no ignore is called unused', async () => {
    const text = topicText(
      bodyWith('::ignore[one-in-x]{reason="A quotation."}\n\n:::detailed\n1 in 25.\n:::'),
    )
    const result = await checked({ 'content/hands/en.md': text }, { levels: ['easy'] })
    expect(result.summary.variants).toBe(3)
    expect(rulesIn(result)).not.toContain('ignore-unused')
  })

  test('tells faults of a file, and judges the other files', async () => {
    const result = await checked({
      'content/broken/en.md': topicText(':::eazy\nWash.\n:::'),
      'content/hands/en.md': topicText(bodyWith('About 1 in 25 people get a rash.')),
    })
    expect(rulesIn(result)).toEqual(expect.arrayContaining(['directive-unknown', 'one-in-x']))
    expect(result.summary.errors).toBe(result.messages.filter(isError).length)
  })

  test('tells faults of organizations and templates', async () => {
    const result = await checked({
      'content/hands/en.md': topicText(),
      'templates/organizations/clinic/partials/title.hbs': '<h1>{{nonsense}</h1>',
      'templates/organizations/bad/organization.yaml': 'name: 7\n',
    })
    const files = result.messages.map(({ file }) => file)
    expect(files).toContain('templates/organizations/clinic/partials/title.hbs')
    expect(files).toContain('templates/organizations/bad/organization.yaml')
  })

  test('counts what is silenced', async () => {
    const text = topicText(bodyWith('::ignore[one-in-x]{reason="A quotation."}\n\nAbout 1 in 25.'))
    const result = await checked({ 'content/hands/en.md': text })
    expect(result.summary.silenced).toBe(1)
    expect(result.topics[0]?.silenced[0]?.reason).toBe('A quotation.')
  })

  test('is told in the order of the files, whatever is done first', async () => {
    const result = await checked({
      'content/b/en.md': topicText(bodyWith('About 1 in 25.')),
      'content/a/en.md': topicText(bodyWith('About 1 in 25.')),
    })
    expect(result.topics.map(({ path }) => path)).toEqual(['content/a/en.md', 'content/b/en.md'])
  })

  test('is refused with a name that is not known', async () => {
    await expect(checked({ 'content/hands/en.md': topicText() }, { topics: ['feet'] })).rejects.toThrow(
      /feet/,
    )
  })
})

test('what a thread found survives the way to another', async () => {
  const text = topicText(
    bodyWith('::ignore[one-in-x]{reason="A quotation."}\n\nAbout 1 in 25.\n\nAbout 1 in 5.'),
  )
  const { topics } = await checked({ 'content/hands/en.md': text })
  const [topic] = topics
  if (!topic) throw new Error('No topic was judged')
  const back = unpack(structuredClone(pack(topic)))
  expect(back.findings.map(({ message }) => message.toString())).toEqual(
    topic.findings.map(({ message }) => message.toString()),
  )
  expect(
    back.findings.map(({ message: { place, ruleId, note, fatal, file } }) => ({
      place,
      ruleId,
      note,
      fatal,
      file,
    })),
  ).toEqual(
    topic.findings.map(({ message: { place, ruleId, note, fatal, file } }) => ({
      place,
      ruleId,
      note,
      fatal,
      file,
    })),
  )
  expect(back.silenced.map(({ reason }) => reason)).toEqual(['A quotation.'])
  expect(back.prints).toEqual(topic.prints)
})
