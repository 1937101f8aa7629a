// The PEMAT-informed table: its shape, and for each item that a machine may decide texts on both sides.
import { describe, expect, it } from 'vitest'
import { pemat } from '../../../src/lint/instruments/pemat/instrument.js'
import { decide as decideOf, frame, type Given, whole } from './judge.js'

const decide = (number: number, body: string, given?: Given) => decideOf(pemat, number, body, given)
const answerOf = async (number: number, body: string, given?: Given) =>
  (await decide(number, body, given)).answer

const section = (heading: string, words: string) => `## ${heading}\n\n${words}\n`
const sections = section('Why wash?', 'Germs make you sick.') + section('How long?', 'Sing a short song.')

describe('the table', () => {
  it('has the 17 and 7 items for printed material', () => {
    const numbers = (part: string) =>
      pemat.items.filter((one) => one.part === part).map(({ number }) => number)
    expect(numbers('understandability')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19])
    expect(numbers('actionability')).toEqual([20, 21, 22, 23, 24, 25, 26])
  })

  it('lets only those not apply for which the tool allows it', () => {
    expect(pemat.items.filter(({ mayNotApply }) => mayNotApply).map(({ number }) => number)).toEqual([
      6, 8, 9, 11, 16, 17, 18, 19, 24, 25,
    ])
  })

  it('never calls itself a score', () => {
    expect(pemat.title).toBe('PEMAT-informed table')
    expect(pemat.title.toLowerCase()).not.toContain('score')
  })

  it('leaves to people what only people can judge', () => {
    const people = pemat.items.filter(({ by }) => by === 'person').map(({ number }) => number)
    expect(people).toEqual([2, 10, 15, 16, 18, 24, 25, 26])
  })
})

describe('what the machine decides', () => {
  it('1: no main message, no purpose; with one a person says', async () => {
    expect(await answerOf(1, frame.actions + frame.help)).toBe('disagree')
    expect(await decide(1, whole())).toEqual({
      answer: undefined,
      evidence: 'Title “Washing your hands”; the main message stands first.',
    })
  })

  it('3: over the grade or too many hard words; else a person says', async () => {
    const long = section(
      'Why',
      'Physicians recommend comprehensive rehabilitation including individualized nutritional counselling.',
    )
    expect(await answerOf(3, whole(long))).toBe('disagree')
    const hard = section(
      'Why',
      'Prior to food, utilize soap. Commence at once. Soap is adequate. Rub to aid it.',
    )
    const decision = await decide(3, whole(hard))
    expect(decision).toMatchObject({ answer: 'disagree' })
    expect(decision.evidence).toMatch(/\b4 words of \d+ with an easier one\./)
    expect(await answerOf(3, whole(sections))).toBeUndefined()
    expect((await decide(3, whole(sections), { language: 'fr' })).evidence).toBe(
      'No formula for this language.',
    )
  })

  it('4: a term or abbreviation without its meaning', async () => {
    const meta = { terms: { germ: 'a tiny living thing' } }
    expect(await answerOf(4, whole(section('Why', 'A germ can make you sick.')), { meta })).toBe('disagree')
    const late = section('Why', 'Your germs.\n\nEach :term[germ] can make you sick.')
    expect(await answerOf(4, whole(late), { meta })).toBe('disagree')
    expect(await answerOf(4, whole(section('Why', 'You may get MRSA from it.')))).toBe('disagree')
    expect(await decide(4, whole(section('Why', 'A :term[germ] can make you sick.')), { meta })).toEqual({
      answer: 'agree',
      evidence: 'Explained at first use: “germ”.',
    })
  })

  it('5: too many sentences in the passive voice', async () => {
    const passive = section('How', 'Hands are washed. Soap is used. The door is opened. Rings are removed.')
    expect(await answerOf(5, whole(passive))).toBe('disagree')
    expect(await answerOf(5, whole(section('How', 'The door is opened.')))).toBe('agree')
    expect(await decide(5, whole(sections))).toEqual({
      answer: 'agree',
      evidence: '0 of 10 sentences in the passive voice (0 %); at most 10 %.',
    })
    expect(await answerOf(5, whole(passive), { language: 'es' })).toBeUndefined()
  })

  it('6: numbers that mislead; no numbers; else a person says', async () => {
    expect(await answerOf(6, whole(section('Risk', 'It happens to 1 in 20 people.')))).toBe('disagree')
    expect(await answerOf(6, whole(section('Risk', 'Use 2.5 spoons.')))).toBe('disagree')
    expect(await answerOf(6, whole(section('Risk', 'Ask 5 in 100 people, and 3 in 1,000 people.')))).toBe(
      'disagree',
    )
    expect(await decide(6, whole(section('Risk', 'It happens to 5 in 100 people.')))).toEqual({
      answer: undefined,
      evidence: 'Whole numbers: “5”, “100”.',
    })
    expect(await answerOf(6, whole(section('Who', 'Call 555-123-4567 or 911. Since 2024.')))).toBe(
      'not-applicable',
    )
    expect(await answerOf(6, whole(section('Who', 'Wash two times.')))).toBeUndefined()
  })

  it('7: a calculation; no numbers at all; else a person says', async () => {
    expect(await answerOf(7, whole(section('Dose', 'Multiply your weight by 10.')))).toBe('disagree')
    expect(await answerOf(7, whole(section('Dose', 'Take 10 mg.')))).toBeUndefined()
    expect(await answerOf(7, whole(section('Dose', 'Take the blue pill.')))).toBe('agree')
  })

  it('8: one piece, a long piece, a long paragraph; short pieces', async () => {
    const words = (count: number) => 'Soap and water. '.repeat(count / 3)
    const paragraphs = (count: number) => `${words(15)}\n\n`.repeat(count / 15)
    expect(await answerOf(8, `${frame.message}\nOne.\n\nTwo.\n\nThree.`)).toBe('disagree')
    expect(await answerOf(8, whole(section('Long', paragraphs(240))))).toBe('disagree')
    expect(await answerOf(8, whole(section('Long', words(18))))).toBe('disagree')
    expect(await answerOf(8, whole(section('Fine', paragraphs(210))))).toBe('agree')
    expect(await answerOf(8, `${frame.message}\nOne.\n\nTwo.`)).toBe('not-applicable')
  })

  it('9: no headings or empty ones; else a person says', async () => {
    expect(await answerOf(9, `${frame.message}\nOne.\n\nTwo.\n\nThree.`)).toBe('disagree')
    expect(await answerOf(9, whole(section('Overview', 'Wash.')))).toBe('disagree')
    expect((await decide(9, whole(section('Why wash?', 'Germs.')))).evidence).toBe(
      '3 headings: “Why wash?”, “What you can do”, “Call us if”.',
    )
  })

  it('11: the main message sums up', async () => {
    expect(await answerOf(11, sections + frame.actions + frame.help)).toBe('disagree')
    expect(await decide(11, whole(sections))).toEqual({
      answer: 'agree',
      evidence: 'The main message, first on the page: “Clean hands keep you well.”',
    })
  })

  it('12: at least two kinds of cue', async () => {
    expect(await answerOf(12, 'One.\n\nTwo.\n\n## Three\n\nFour.')).toBe('disagree')
    expect(await answerOf(12, '- One.\n\nTwo.')).toBe('disagree')
    expect((await decide(12, `${whole()}\n**Now.**`)).evidence).toBe('2 boxes, 2 lists, 1 bold phrase.')
  })

  it('16, 17, 18: nothing to ask without pictures; captions are seen', async () => {
    const picture = '![Hands](hands.svg "Rub for 20 seconds")\n'
    for (const number of [16, 17, 18]) expect(await answerOf(number, whole())).toBe('not-applicable')
    expect(await answerOf(17, whole('![](line.svg){decorative}\n'))).toBe('not-applicable')
    expect(await answerOf(17, whole('![Hands](hands.svg)\n'))).toBe('disagree')
    expect(await answerOf(17, whole(picture))).toBe('agree')
    expect(await answerOf(17, whole('::icon-array{count=7 of=100 label="have a rash"}\n'))).toBe('agree')
    for (const number of [16, 18]) expect(await answerOf(number, whole(picture))).toBeUndefined()
  })

  it('19: wide tables, columns without a heading, long headings', async () => {
    const table = (head: string) => {
      const columns = head.split('|').length
      return `| ${head} |\n| ${Array(columns).fill('---').join(' | ')} |\n| ${Array(columns).fill('x').join(' | ')} |\n`
    }
    expect(await answerOf(19, whole())).toBe('not-applicable')
    expect(await answerOf(19, whole(table('A | B | C | D | E')))).toBe('disagree')
    expect(await answerOf(19, whole(table('A |  | C')))).toBe('disagree')
    expect(await answerOf(19, whole(table('A | what to do when you have no soap')))).toBe('disagree')
    expect(await answerOf(19, whole(table(' | Morning | Night')))).toBe('agree')
  })

  it('20: a step to take', async () => {
    expect(await answerOf(20, frame.message + frame.help)).toBe('disagree')
    expect(await answerOf(20, `${frame.message}\n:::actions\nWash.\n:::\n`)).toBe('disagree')
    expect((await decide(20, whole())).evidence).toBe(
      '2 steps in the actions block, first “Wash your hands before you eat.”',
    )
  })

  it('21: speaks to the reader', async () => {
    const actions = (step: string) => `${frame.message}\n:::actions\n1. ${step}\n:::\n`
    expect(await answerOf(21, 'Hands carry germs.\n\n:::actions\n1. Wash hands.\n:::\n')).toBe('disagree')
    expect(await answerOf(21, actions('Patients should wash their hands.'))).toBe('disagree')
    expect(await answerOf(21, actions('Wash your hands.'))).toBe('agree')
    expect(await answerOf(21, actions('Lave sus manos.'), { language: 'es' })).toBeUndefined()
  })

  it('22: steps that are few and short', async () => {
    const actions = (steps: string[]) =>
      `${frame.message}\n:::actions\n${steps.map((step) => `1. ${step}`).join('\n')}\n:::\n`
    expect(await answerOf(22, frame.message)).toBe('disagree')
    expect(await answerOf(22, actions(Array(8).fill('Wash.')))).toBe('disagree')
    expect(await answerOf(22, actions(['Wash. '.repeat(41)]))).toBe('disagree')
    expect(await decide(22, actions(Array(7).fill('Wash. '.repeat(40))))).toEqual({
      answer: 'agree',
      evidence: '7 steps, at most 7; the longest has 40 words, at most 40.',
    })
  })

  it('23: something to use', async () => {
    expect(await answerOf(23, whole())).toBe('disagree')
    for (const tool of [
      ':::checklist\n- Soap\n:::\n',
      ':::ask\n- How often?\n:::\n',
      '::blank[Next visit]\n',
      ':::write[Notes]{lines=2}\n:::\n',
      '- [ ] Soap\n',
    ])
      expect(await answerOf(23, whole(tool)), tool).toBe('agree')
  })

  it('24 and 25: do not apply without numbers, charts and tables', async () => {
    expect(await answerOf(24, whole(sections))).toBe('not-applicable')
    expect(await answerOf(24, whole(section('Dose', 'Multiply your weight by 10.')))).toBeUndefined()
    expect(await answerOf(25, whole(sections))).toBe('not-applicable')
    expect(await answerOf(25, whole('| A |\n| --- |\n| x |\n'))).toBeUndefined()
  })
})
