// Questions, flags and what a person types in; the answers, and what the person sees, out.
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { answersTo, type Question } from '../../src/cli/ask.js'

const color: Question = {
  flag: 'primary',
  text: 'Main colour',
  fallback: '#000000',
  check: (answer) =>
    answer.startsWith('#') ? undefined : { reason: 'That is no colour.', hint: 'Write # and digits.' },
}
const phone: Question = { flag: 'phone', text: 'Phone', check: () => undefined }
const tagline: Question = {
  flag: 'tagline',
  text: 'Tagline',
  fallback: 'Care',
  silent: true,
  check: () => undefined,
}

function personTyping(typed: string) {
  const input = new PassThrough()
  const output = new PassThrough()
  let seen = ''
  output.on('data', (bytes: Buffer) => {
    seen += bytes.toString()
    // One line for each question, as a person answers.
    if (seen.endsWith(': ')) {
      const [line = '', ...rest] = typed.split('\n')
      typed = rest.join('\n')
      if (line === 'EOF') input.end()
      else input.write(`${line}\n`)
    }
  })
  return { person: { input, output }, seen: () => seen }
}

describe('a person', () => {
  it('is asked what no flag answers, again where it cannot be', async () => {
    const { person, seen } = personTyping('blue\n#123456\n\n')
    const answers = await answersTo([color, phone, tagline], {}, person)
    expect([...answers]).toEqual([
      ['primary', '#123456'],
      ['tagline', 'Care'],
    ])
    expect(seen()).toBe(
      'Main colour [#000000]:   That is no colour. Write # and digits.\nMain colour [#000000]: Phone (may be empty): ',
    )
  })

  it('takes what is offered by answering nothing', async () => {
    const { person } = personTyping('\n555-0100\n')
    expect([...(await answersTo([color, phone], {}, person))]).toEqual([
      ['primary', '#000000'],
      ['phone', '555-0100'],
    ])
  })

  it('is not asked what a flag says', async () => {
    const { person, seen } = personTyping('')
    expect([...(await answersTo([color], { primary: '#fff' }, person))]).toEqual([['primary', '#fff']])
    expect(seen()).toBe('')
  })

  it('who leaves ends the command', async () => {
    const { person } = personTyping('EOF')
    await expect(answersTo([color], {}, person)).rejects.toMatchObject({ code: 'interrupted' })
  })
})

describe('without a person', () => {
  it('flags and defaults answer', async () => {
    expect([...(await answersTo([color, phone], { phone: ' 1 ' }, undefined))]).toEqual([
      ['phone', '1'],
      ['primary', '#000000'],
    ])
  })

  it('a flag that cannot be is named', async () => {
    await expect(answersTo([color], { primary: 'blue' }, undefined)).rejects.toMatchObject({
      code: 'usage-wrong',
      message: '`--primary`: That is no colour.',
      hint: 'Write # and digits.',
    })
  })
})
