// Signed answers and measures together: whose answer counts, what is left out of the count, and records that do not hold.
import { describe, expect, it } from 'vitest'
import { assess } from '../../../src/lint/instruments/assess.js'
import { cci } from '../../../src/lint/instruments/cci/instrument.js'
import { numberRules } from '../../../src/lint/instruments/checks.js'
import { instruments } from '../../../src/lint/instruments/index.js'
import { pemat } from '../../../src/lint/instruments/pemat/instrument.js'
import { checkRecords } from '../../../src/lint/instruments/records.js'
import { termRules } from '../../../src/lint/instruments/words.js'
import { rules } from '../../../src/lint/rules/index.js'
import type { ReviewRecord, SignedAnswer } from '../../../src/model/review-record.js'
import { materialFor, whole } from './judge.js'

const place = { line: 9, column: 3 }

function record(answers: Record<number, SignedAnswer>, more: Partial<ReviewRecord> = {}): ReviewRecord {
  return {
    path: 'content/hands/reviews/one.yaml',
    instrument: 'pemat-p',
    language: 'en',
    level: 'easy',
    length: 'long',
    text: 't0123456789ab',
    textPlace: { line: 5, column: 7 },
    by: 'R. Alvarez',
    on: '2026-11-25',
    answers: new Map(
      Object.entries(answers).map(([number, answer]) => [Number(number), { answer, because: 'So.', place }]),
    ),
    ...more,
  }
}

const text = { level: 'easy', length: 'long', language: 'en', text: 't0123456789ab' }
const judged = async (
  records: readonly ReviewRecord[],
  body = whole('## Why?\n\nGerms make you sick.\n\n## How?\n\nUse soap.\n'),
) => assess(pemat, await materialFor(body), records)
const item = (all: Awaited<ReturnType<typeof judged>>, number: number) =>
  all.items.find((one) => one.item.number === number)

describe('assess', () => {
  it('keeps what is not assessed and what does not apply out of the count', async () => {
    const { tallies } = await judged([])
    const [understanding, acting] = tallies
    expect(understanding).toMatchObject({ points: 6, possible: 6, notApplicable: 5, notAssessed: 6 })
    expect(acting).toMatchObject({ points: 3, possible: 4, notApplicable: 2, notAssessed: 1 })
    for (const tally of tallies)
      expect(tally.possible + tally.notApplicable + tally.notAssessed).toBe(
        pemat.items.filter(({ part }) => part === tally.part.key).length,
      )
  })

  it('takes the answers of a person where a person has to say', async () => {
    const all = await judged([record({ 2: 'agree', 10: 'disagree' })])
    expect(item(all, 2)).toMatchObject({
      answer: 'agree',
      from: 'person',
      signatures: [{ by: 'R. Alvarez', because: 'So.' }],
    })
    expect(all.tallies[0]).toMatchObject({ points: 7, possible: 8, notAssessed: 4 })
  })

  it('lets a person overrule a suspicion and not a measure', async () => {
    const vague = whole('## Overview\n\nWash.\n')
    expect(item(await judged([], vague), 9)).toMatchObject({ answer: 'disagree', from: 'machine' })
    expect(item(await judged([record({ 9: 'agree' })], vague), 9)).toMatchObject({
      answer: 'agree',
      from: 'person',
    })
    expect(item(await judged([record({ 23: 'agree' })]), 23)).toMatchObject({
      answer: 'disagree',
      from: 'machine',
    })
  })

  it('counts no item on which two people differ', async () => {
    const two = [
      record({ 2: 'agree', 10: 'agree' }),
      record({ 2: 'disagree', 10: 'agree' }, { by: 'S. Kim' }),
    ]
    const all = await judged(two)
    expect(item(all, 2)).toMatchObject({ answer: undefined, disputed: true })
    expect(item(all, 10)).toMatchObject({ answer: 'agree', disputed: false })
  })

  it('takes no answers that are about another instrument', async () => {
    const all = await judged([record({ 2: 'agree' }, { instrument: 'cci' })])
    expect(item(all, 2)?.answer).toBeUndefined()
  })
})

describe('checkRecords', () => {
  const messagesOf = (...records: ReviewRecord[]) => checkRecords(records, [text]).messages

  it('keeps a record whose words are printed', () => {
    const one = record({ 2: 'agree' })
    expect(messagesOf(one)).toEqual([])
    expect(checkRecords([one], [text]).holding.get(text.text)).toEqual([one])
  })

  it('voids a record when the words have changed, and says who has to read what', () => {
    const checked = checkRecords([record({ 2: 'agree', 10: 'agree' })], [{ ...text, text: 'tba9876543210' }])
    expect(checked.holding.size).toBe(0)
    expect(checked.messages[0]).toMatchObject({
      ruleId: 'review-record-void',
      fatal: false,
      line: 5,
      column: 7,
      reason:
        'The easy long handout has changed since R. Alvarez signed it on 2026-11-25: 2 answers do not count.',
      note: 'Have it read again; its words now are `tba9876543210`.',
    })
  })

  it('voids a record of a handout that is not there', () => {
    expect(messagesOf(record({ 2: 'agree' }, { length: 'short' }))[0]?.reason).toBe(
      'There is no easy short handout in `en`, so what R. Alvarez signed does not count.',
    )
    expect(messagesOf(record({ 2: 'agree' }, { language: 'es' }))).toHaveLength(1)
  })

  it('refuses unknown instruments and items, signatures under measures, and items that always apply', () => {
    expect(messagesOf(record({ 2: 'agree' }, { instrument: 'pemat' }))[0]).toMatchObject({
      ruleId: 'review-record-unknown',
      fatal: true,
      note: expect.stringContaining('pemat-p'),
    })
    for (const answers of [{ 13: 'agree' }, { 12: 'agree' }, { 2: 'not-applicable' }] as const)
      expect(messagesOf(record(answers))[0]).toMatchObject({
        ruleId: 'review-record-answer',
        line: 9,
        column: 3,
      })
    expect(messagesOf(record({ 16: 'not-applicable' }))).toEqual([])
    expect(messagesOf(record({ 13: 'agree' }, { instrument: 'cci' }))).toEqual([])
  })
})

describe('the tables', () => {
  it('lean on rules that exist', () => {
    const ids = rules.map(({ id }) => id)
    for (const id of [...termRules, ...numberRules, 'hard-word', 'paragraph-length'])
      expect(ids).toContain(id)
  })

  it('have distinct ids and items, and every item in a part', () => {
    expect(instruments).toEqual([pemat, cci])
    for (const { items, parts } of instruments) {
      expect(new Set(items.map(({ number }) => number)).size).toBe(items.length)
      for (const one of items) expect(parts.map(({ key }) => key)).toContain(one.part)
    }
  })
})
