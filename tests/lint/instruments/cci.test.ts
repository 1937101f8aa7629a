// The table after the Clear Communication Index: for each item that a machine may decide texts on both sides.
import { describe, expect, it } from 'vitest'
import { cci } from '../../../src/lint/instruments/cci/instrument.js'
import { decide as decideOf, frame, type Given, judgeAll, whole } from './judge.js'

const decide = (number: number, body: string, given?: Given) => decideOf(cci, number, body, given)
const answerOf = async (number: number, body: string, given?: Given) =>
  (await decide(number, body, given)).answer

const noMessage = frame.actions + frame.help
const twoMessages = `${frame.message}\n${whole()}`
const picture = '![Hands](hands.svg "Rub for 20 seconds")\n'

describe('the table', () => {
  it('has 20 items in one count, and is no score', () => {
    expect(cci.items.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(new Set(cci.items.map(({ part }) => part))).toEqual(new Set(['all']))
    expect(cci.parts[0]?.pass).toBe(0.9)
    expect(cci.title.toLowerCase()).not.toContain('score')
  })
})

describe('what the machine decides', () => {
  it('1: exactly one main message', async () => {
    expect(await answerOf(1, whole())).toBe('agree')
    expect(await answerOf(1, noMessage)).toBe('disagree')
    expect(await answerOf(1, twoMessages)).toBe('disagree')
  })

  it('2, 3 and 4 get nothing without item 1', async () => {
    for (const number of [2, 3]) expect(await answerOf(number, whole())).toBe('agree')
    for (const number of [2, 3, 4])
      for (const body of [noMessage + picture, twoMessages + picture])
        expect(await answerOf(number, body)).toBe('disagree')
  })

  it('4: no picture or none with a caption; else a person says', async () => {
    expect(await answerOf(4, whole())).toBe('disagree')
    expect(await answerOf(4, whole('![Hands](hands.svg)\n'))).toBe('disagree')
    expect(await answerOf(4, whole(picture))).toBeUndefined()
  })

  it('5 and 12: something to do', async () => {
    expect(await answerOf(5, whole())).toBe('agree')
    expect(await answerOf(5, frame.message)).toBe('disagree')
    expect(await answerOf(12, whole())).toBe('agree')
    for (const number of [12, 13, 14]) expect(await answerOf(number, frame.message)).toBe('not-applicable')
  })

  it('6: the active voice in main message and steps', async () => {
    expect(await answerOf(6, whole())).toBe('agree')
    expect(await answerOf(6, whole('The door is opened.\n'))).toBe('agree')
    const passive = ':::main-message\nHands should be washed.\n:::\n'
    expect(await decide(6, passive + frame.actions)).toEqual({
      answer: 'disagree',
      evidence: 'In the passive voice: “Hands should be washed.”',
    })
    expect(await answerOf(6, whole(), { language: 'es' })).toBeUndefined()
  })

  it('7: an abbreviation or a term without its meaning; else a person says', async () => {
    expect(await answerOf(7, whole('You may get MRSA from it.\n'))).toBe('disagree')
    expect(await answerOf(7, whole('Soap helps.\n'))).toBeUndefined()
  })

  it('8: lists, none of them long', async () => {
    const list = (items: number) => '- Soap.\n'.repeat(items)
    expect(await answerOf(8, frame.message)).toBe('disagree')
    expect(await answerOf(8, whole(list(8)))).toBe('disagree')
    expect(await answerOf(8, whole(list(7)))).toBe('agree')
  })

  it('9: pieces with headings', async () => {
    expect(await answerOf(9, `${frame.message}\nOne.\n\nTwo.`)).toBe('disagree')
    expect(await answerOf(9, whole('## Why\n\nGerms.\n'))).toBe('agree')
  })

  it('10: the main message first', async () => {
    expect(await answerOf(10, whole())).toBe('agree')
    expect(await answerOf(10, noMessage)).toBe('disagree')
  })

  it('11: a block about what is not known', async () => {
    expect(await answerOf(11, whole())).toBe('disagree')
    expect(await answerOf(11, whole(':::unknown\nNo one knows if more helps.\n:::\n'))).toBe('agree')
  })

  it('14: steps that are few and short', async () => {
    expect(await answerOf(14, whole())).toBe('agree')
    const many = `:::actions\n${'1. Wash.\n'.repeat(8)}:::\n`
    expect(await answerOf(14, frame.message + many)).toBe('disagree')
  })

  it('15, 16 and 17: numbers', async () => {
    for (const number of [15, 16, 17])
      expect(await answerOf(number, whole('Soap helps.\n'))).toBe('not-applicable')
    expect(await answerOf(15, whole('It happens to 1 in 20 people.\n'))).toBe('disagree')
    expect(await answerOf(15, whole('It happens to 5 in 100 people.\n'))).toBeUndefined()
    expect(await answerOf(17, whole('Divide your weight by 10.\n'))).toBe('disagree')
    expect(await answerOf(17, whole('Rub for 20 seconds.\n'))).toBeUndefined()
  })

  it('18 to 20: risk; a probability in numbers needs a picture or a person', async () => {
    for (const number of [18, 19, 20])
      expect(await answerOf(number, whole('Soap helps.\n'))).toBe('not-applicable')
    const risk = 'The risk is small. A rash happens to 5 in 100 people.\n'
    for (const number of [18, 19, 20]) expect(await answerOf(number, whole(risk))).toBeUndefined()
    expect(await answerOf(20, whole('Soap can harm your eyes.\n'))).toBe('not-applicable')
    expect(await answerOf(20, whole(`${risk}\n::icon-array{count=5 of=100 label="have a rash"}\n`))).toBe(
      'agree',
    )
  })
})

describe('all items', () => {
  it('say something that can be read, in every language', async () => {
    for (const language of ['en', 'es', 'ar'])
      for (const { item, decision, answer } of await judgeAll(cci, whole(picture), { language })) {
        expect(item.says).toMatch(/^[A-Z][^.]+\.$/)
        if (answer) expect(decision.evidence, `item ${item.number}`).toMatch(/\.$|”$|”( and more)?$/)
      }
  })
})
