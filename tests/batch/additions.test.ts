// What an organization adds to a topic in, what checking it finds out: told in the organization's file, for it alone.
import { describe, expect, it } from 'vitest'
import { check } from '../../src/batch/check/check.js'
import { toRecord } from '../../src/model/message.js'
import { library } from '../helpers/library.js'
import { defaultSettings } from '../helpers/settings.js'
import { placeOf, topicText } from '../helpers/topic.js'

const file = 'templates/organizations/clinic/topics/hands/en.md'

async function checked(addition: string) {
  const { root } = await library({
    'content/hands/en.md': topicText(),
    'templates/organizations/other/organization.yaml': 'name: Other\n',
    [file]: addition,
  })
  const result = await check(await defaultSettings(root), {
    filters: { topics: [], organizations: [], languages: [], levels: [], lengths: [], editions: [] },
    today: '2026-12-01',
  })
  return result.messages.map((one) => toRecord(one)).filter((one) => one.file === file)
}

const long = `Wash ${Array.from({ length: 30 }, () => 'and rub').join(' ')} them.`
const hard =
  'Individuals experiencing dermatological complications necessitate immediate multidisciplinary consultation, ' +
  'comprehensive investigation, individualized pharmacological intervention and rehabilitation. '

describe('what is added', () => {
  it('is judged like a topic, where it stands', async () => {
    const text = `::::after[actions]\n${long}\n::::\n`
    const found = await checked(text)
    expect(found.filter(({ rule }) => rule === 'sentence-length')).toMatchObject([
      { severity: 'warning', ...placeOf(text, 'Wash') },
    ])
  })

  it('may be silenced with a reason', async () => {
    const found = await checked(
      `::ignore[sentence-length]{reason="A song that is sung twice."}\n\n::::after[actions]\n${long}\n::::\n`,
    )
    expect(found.filter(({ rule }) => rule === 'sentence-length')).toEqual([])
  })

  it('may not make a handout too hard for its level', async () => {
    const found = await checked(`::::after[Why it helps]\n${hard.repeat(3)}\n::::\n`)
    const grades = found.filter(({ rule }) => rule === 'grade-over-limit')
    expect(grades.length).toBeGreaterThan(0)
    expect(grades[0]).toMatchObject({ severity: 'error', line: 1, column: 1 })
    expect(grades[0]?.text).toMatch(
      /^With what is added, this text is too hard for its level: .* \(easy \w+\)\.$/,
    )
  })

  it('that is plain says nothing', async () => {
    expect(await checked('::::after[actions]\n1. Use a clean towel.\n::::\n')).toEqual([])
  })

  it('that takes a needed block away is told there', async () => {
    const found = await checked('::::instead[get-help]{level=easy}\n::::\n')
    expect(new Set(found.map(({ rule, line }) => `${rule} ${line}`))).toEqual(new Set(['block-missing 1']))
  })
})
