// Records in `reviews/`: what is read, and every fault at its line.
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readReviewRecords } from '../../src/content/review-records.js'
import { library } from '../helpers/library.js'
import { topicText } from '../helpers/topic.js'

const good = `instrument: pemat-p
language: en
level: easy
length: short
text: t0123456789ab
by: R. Alvarez, health educator
on: 2026-11-25
items:
  2: agree
  10: {answer: disagree, because: The steps come too late.}
  16: not-applicable
`

async function read(files: Record<string, string>) {
  const { root } = await library({
    'content/hands/en.md': topicText(),
    ...Object.fromEntries(
      Object.entries(files).map(([name, text]) => [`content/hands/reviews/${name}`, text]),
    ),
  })
  return readReviewRecords(path.join(root, 'content', 'hands', 'en.md'), root)
}

describe('readReviewRecords', () => {
  it('reads a record with its places', async () => {
    const { records, messages } = await read({ 'one.yaml': good })
    expect(messages).toEqual([])
    expect(records).toEqual([
      {
        path: 'content/hands/reviews/one.yaml',
        instrument: 'pemat-p',
        language: 'en',
        level: 'easy',
        length: 'short',
        text: 't0123456789ab',
        textPlace: { line: 5, column: 7 },
        by: 'R. Alvarez, health educator',
        on: '2026-11-25',
        answers: new Map([
          [2, { answer: 'agree', because: '', place: { line: 9, column: 3 } }],
          [10, { answer: 'disagree', because: 'The steps come too late.', place: { line: 10, column: 3 } }],
          [16, { answer: 'not-applicable', because: '', place: { line: 11, column: 3 } }],
        ]),
      },
    ])
  })

  it('knows yes and no, several files in their order, and nothing else in the folder', async () => {
    const { records } = await read({
      'b.yml': good.replace('2: agree', '2: "yes"').replace('R. Alvarez', 'B'),
      'a.yaml': good.replace('2: agree', '2: no').replace('R. Alvarez', 'A'),
      'notes.md': 'Nothing.',
    })
    expect(records.map(({ by, answers }) => [by, answers.get(2)?.answer])).toEqual([
      ['A, health educator', 'disagree'],
      ['B, health educator', 'agree'],
    ])
  })

  it('has nothing to read where there is no folder', async () => {
    expect(await read({})).toEqual({ records: [], messages: [] })
  })

  it.each([
    ['a wrong answer', good.replace('2: agree', '2: maybe'), 'review-record-wrong-value'],
    ['a wrong number', good.replace('  2:', '  two:'), 'review-record-wrong-value'],
    ['a wrong text id', good.replace('t0123456789ab', '0123456789ab'), 'review-record-wrong-value'],
    ['a wrong date', good.replace('2026-11-25', '2026-11-31'), 'review-record-wrong-value'],
    ['no answers', good.replace(/items:[\s\S]*/, 'items: {}\n'), 'review-record-wrong-value'],
    ['no name', good.replace(/by:.*\n/, ''), 'review-record-missing-key'],
    ['an unknown key', good.replace('by:', 'from: x\nby:'), 'review-record-unknown-key'],
    ['no YAML', 'instrument: [', 'review-record-yaml'],
    [
      'a disagreement without words',
      good.replace('because: The steps come too late.', 'because: ""'),
      'review-record-wrong-value',
    ],
  ])('refuses %s', async (_, text, rule) => {
    const { records, messages } = await read({ 'one.yaml': text })
    expect(records).toEqual([])
    expect(messages.map(({ ruleId }) => ruleId)).toContain(rule)
    for (const message of messages) {
      expect(message.file).toBe('content/hands/reviews/one.yaml')
      expect(message.line).toBeGreaterThan(0)
      expect(message.fatal).toBe(true)
    }
  })
})
