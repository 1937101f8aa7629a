// Failures in, the exit codes that scripts depend on out.
import { describe, expect, it } from 'vitest'
import { exitCodeOf, exitCodes } from '../../src/cli/exit.js'
import { collect, positiveInteger } from '../../src/cli/options.js'
import { asHandoutError, type ErrorCode, errorTable, HandoutError } from '../../src/model/error.js'

describe('an exit code', () => {
  it('is the one of the contract', () => {
    expect(exitCodes).toEqual({ done: 0, fault: 1, usage: 2, surroundings: 3, interrupted: 130 })
  })

  it.each<[ErrorCode, number]>([
    ['deadline-exceeded', 1],
    ['configuration-invalid', 2],
    ['name-unknown', 2],
    ['usage-wrong', 2],
    ['browser-missing', 3],
    ['browser-failed', 3],
    ['browser-crashed', 3],
    ['disk-failed', 3],
    ['folder-unreadable', 3],
    ['interrupted', 130],
  ])('of %s is %i', (code, expected) => {
    expect(exitCodeOf(new HandoutError(code))).toBe(expected)
  })

  it('is never that of a run that was done', () => {
    for (const code of Object.keys(errorTable) as ErrorCode[])
      expect(exitCodeOf(new HandoutError(code))).toBeGreaterThan(0)
    for (const thrown of [new Error('x'), 'x', undefined, null]) expect(exitCodeOf(thrown)).toBeGreaterThan(0)
  })
})

describe('a failure', () => {
  it('has the words of the table where none are given', () => {
    const error = new HandoutError('browser-missing')
    expect(error).toMatchObject({
      message: errorTable['browser-missing'].title,
      hint: errorTable['browser-missing'].hint,
      kind: 'outside',
      messages: [],
    })
    expect(error.cause).toBeUndefined()
  })

  it('keeps what it is given', () => {
    const cause = new Error('below')
    expect(new HandoutError('disk-failed', 'words', { cause, hint: 'do' })).toMatchObject({
      message: 'words',
      hint: 'do',
      cause,
    })
  })

  it('is made of anything thrown', () => {
    const own = new HandoutError('interrupted')
    expect(asHandoutError(own)).toBe(own)
    const strange = asHandoutError(new TypeError('x is not a function'))
    expect(strange).toMatchObject({ code: 'internal', kind: 'bug' })
    expect(strange.message).toContain('x is not a function')
    expect(asHandoutError('words').message).toContain('words')
  })
})

describe('options', () => {
  it('that are lists are repeatable and take commas', () => {
    expect(collect('a, b,,c', collect('x'))).toEqual(['x', 'a', 'b', 'c'])
  })

  it.each(['1', '8', '64'])('that are numbers take %s', (text) => {
    expect(positiveInteger(text)).toBe(Number(text))
  })

  it.each(['0', '-1', '1.5', 'x', '', '1e3', '99999'])('that are numbers refuse %j', (text) => {
    expect(() => positiveInteger(text)).toThrow()
  })
})
