// What the engine does with what rules find: merging, naming, severities, silencing.
import { describe, expect, test } from 'vitest'
import type { Lint } from '../../src/lint/engine.js'
import { lint } from '../../src/lint/engine.js'
import { severityOf } from '../../src/model/message.js'
import { lintText, printsOf, settings, today, topicOf } from '../helpers/lint.js'

const hits = ({ findings }: Pick<Lint, 'findings'>, rule: string) =>
  findings.filter(({ message }) => message.ruleId === rule)
const withRules = (rules: Record<string, 'off' | 'warning' | 'error'>) => ({ ...settings, rules })

describe('the same finding in several variants', () => {
  const long =
    'The pill is for the heart and the blood and the legs and the arms and the head and the neck and the feet and the hands.'

  test('is told once, and names the variants', () => {
    const [one, ...more] = hits(lintText(`:::easy{from=medium}\n${long}\n:::`), 'sentence-length')
    expect(more).toEqual([])
    expect(one?.message.reason).toMatch(/\(easy medium\/long\)\.$/)
    expect(one?.variants).toEqual(['easy/medium', 'easy/long'])
    expect(one?.message.place).toMatchObject({ start: { line: 2, column: 1 }, end: { line: 2 } })
  })

  test('names none when it is in all of them', () => {
    const [one] = hits(lintText('1 in 25 people has it.'), 'one-in-x')
    expect(one?.message.reason).toBe('“1 in 25” is hard to compare.')
    expect(one?.variants).toHaveLength(9)
  })

  test('of another level with another limit is told with the limit of the first', () => {
    const found = hits(lintText(`- Rest.\n- ${long}`), 'sentence-length')
    expect(found.map(({ message }) => message.reason)).toEqual([
      'This sentence has 27 words; the limit is 20.',
    ])
  })
})

describe('severity', () => {
  const text = 'See [here](https://example.org).'

  test('comes from the rule, or from the settings', () => {
    const of = (result: Lint) => hits(result, 'link-text').map(({ message }) => severityOf(message))
    expect(of(lintText(text))).toEqual(['warning'])
    expect(of(lintText(text, { settings: withRules({ 'link-text': 'error' }) }))).toEqual(['error'])
    expect(of(lintText(text, { settings: withRules({ 'link-text': 'off' }) }))).toEqual([])
  })

  test('a rule that is off needs no silencing, and its ignore is not called unused', () => {
    const ignored = `::ignore[link-text]{reason="Its name."}\n\nRest.`
    expect(hits(lintText(ignored), 'ignore-unused')).toHaveLength(1)
    expect(hits(lintText(ignored, { settings: withRules({ 'link-text': 'off' }) }), 'ignore-unused')).toEqual(
      [],
    )
  })
})

describe('silencing', () => {
  test('takes a finding out and keeps it with the reason', () => {
    const { findings, silenced } = lintText(
      '::ignore[link-text]{reason="The page is named Here."}\n\nSee [here](https://example.org).\n\nAnd [here](https://example.org).',
    )
    expect(
      findings.filter(({ message }) => message.ruleId === 'link-text').map(({ message }) => message.line),
    ).toEqual([5])
    expect(silenced.map(({ reason, message }) => [reason, message.line])).toEqual([
      ['The page is named Here.', 3],
    ])
  })

  test('at the start of the body reaches the front matter, further down it does not', () => {
    const front = '---\ntitle: T\nsources: {who: {title: Hands}}\n---\n\n'
    const ignore = '::ignore[source-uncited]{reason="Further reading."}\n\n'
    expect(hits(lintText(`${front}${ignore}Rest.`), 'source-uncited')).toEqual([])
    expect(hits(lintText(`${front}Rest.\n\n${ignore}Drink.`), 'source-uncited')).toHaveLength(1)
  })

  test('works inside a block, for the block behind it there', () => {
    const text = ':::note\n::ignore[one-in-x]{reason="A quotation."}\n\n1 in 25.\n\n1 in 5.\n:::'
    expect(hits(lintText(text), 'one-in-x').map(({ message }) => message.line)).toEqual([6])
  })

  test('is not called unused when only some variants were judged', () => {
    const topic = topicOf('::ignore[link-text]{reason="Its name."}\n\nRest.')
    const prints = printsOf(topic, { as: { level: 'easy', length: 'short' } })
    const result = lint({ topic, prints, settings, today, complete: false })
    expect(hits(result, 'ignore-unused')).toEqual([])
  })

  test('leaves faults that forbid printing alone', () => {
    const { findings } = lintText('::ignore[block-missing]{reason="No."}\n\nRest.')
    expect(findings.map(({ message }) => message.ruleId)).toContain('ignore-invalid')
  })
})

test('rules of a language leave other languages alone', () => {
  const { findings } = lintText('Utilize it. 1 in 25 of them.', { language: 'de' })
  expect(findings.map(({ message }) => message.ruleId)).not.toContain('one-in-x')
  expect(findings.map(({ message }) => message.ruleId)).not.toContain('hard-word')
})

test('findings come in the order of the text', () => {
  const { findings } = lintText('1 in 25.\n\nSee [here](https://example.org). 1 in 5.\n\n1 in 4.')
  const places = findings.map(({ message }) => (message.line ?? 0) * 1000 + (message.column ?? 0))
  expect(places).toEqual([...places].sort((a, b) => a - b))
})
