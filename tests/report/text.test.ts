// The report for people: grouping, order, source line with carets, hints; and nothing that steers a terminal.
import { describe, expect, it } from 'vitest'
import { fault } from '../../src/model/message.js'
import { plainContext } from '../../src/report/context.js'
import { textReport } from '../../src/report/text.js'
import { context, dangerous, hostileMessage, sample } from './messages.js'

describe('textReport', () => {
  it('groups by file, in the order of the text, with source line, carets, hint and rule', () => {
    expect(textReport(sample(), context)).toBe(
      [
        'content/a/en.md',
        '  content/a/en.md:2:5 warning “hard” has an easier word. word-hard',
        '    2 | two hard words',
        '      |     ^^^^',
        '      = Write “easy”.',
        '  content/a/en.md:4:1 error There is no `:::actions`. block-missing',
        '    4 | last',
        '      | ^',
        '',
        'output/a.pdf',
        '  output/a.pdf:1:1 info Two pages. pages',
        '',
      ].join('\n'),
    )
  })

  it('does without the source where it is not at hand', () => {
    expect(textReport(sample().slice(1, 2), plainContext)).toBe(
      'content/a/en.md\n  content/a/en.md:2:5 warning “hard” has an easier word. word-hard\n    Write “easy”.\n',
    )
  })

  it('says nothing about a file where there is none', () => {
    expect(textReport([fault({ rule: 'r', reason: 'Gone.', file: '' })], plainContext)).toBe(
      '  error Gone. r\n',
    )
  })

  it('paints the severity', () => {
    const colors = { ...plainContext.colors, yellow: (text: string) => `<y>${text}</y>` }
    expect(textReport(sample(), { ...context, colors })).toContain('<y>warning</y>')
    expect(textReport(sample(), { ...context, colors })).toContain('<y>    ^^^^</y>')
  })

  it('keeps what authors wrote from steering the terminal', () => {
    const message = hostileMessage()
    const text = textReport([message], {
      ...plainContext,
      source: () => `\u001b[2J evil \u009b31m\u202e line\n`,
    })
    expect(text).not.toMatch(dangerous)
    expect(text).toContain('␛[31m')
    // The reason stays on one line: what comes behind a line end cannot pass for a message of its own.
    expect(text.split('\n').some((line) => line.startsWith('next'))).toBe(false)
  })
})

describe('the source line', () => {
  const at = (line: string, column: number, end = column + 1) => {
    const place = {
      position: {
        start: { line: 1, column, offset: column - 1 },
        end: { line: 1, column: end, offset: end - 1 },
      },
    }
    const message = fault({ rule: 'r', reason: 'x', file: 'f', place })
    const lines = textReport([message], { ...plainContext, source: () => line }).split('\n')
    return {
      shown: lines[2]?.slice('    1 | '.length) ?? '',
      carets: lines[3]?.slice('      | '.length) ?? '',
    }
  }

  it('puts carets under tabs, marks, wide letters and emoji where a terminal draws them', () => {
    expect(at('\tx', 2)).toEqual({ shown: ' x', carets: ' ^' })
    expect(at('e\u0301x', 3)).toEqual({ shown: 'e\u0301x', carets: ' ^' })
    expect(at('漢字x', 3)).toEqual({ shown: '漢字x', carets: '    ^' })
    expect(at('👍x', 3)).toEqual({ shown: '👍x', carets: '  ^' })
    expect(at('漢字', 1, 3).carets).toBe('^^^^')
  })

  it('shows a part of a long line, the place in it', () => {
    const long = `${'a '.repeat(400)}here ${'b '.repeat(400)}`
    const { shown, carets } = at(long, 801, 805)
    expect(shown.length).toBeLessThanOrEqual(98)
    expect(shown.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('here')
    expect(at('x'.repeat(1_000_000), 999_999).carets.trim()).toBe('^')
  })

  it('marks to the end of the line when the place ends on a later one', () => {
    const place = {
      position: { start: { line: 1, column: 3, offset: 2 }, end: { line: 3, column: 2, offset: 12 } },
    }
    const text = textReport([fault({ rule: 'r', reason: 'x', file: 'f', place })], {
      ...plainContext,
      source: () => 'abcdef\ng\nh\n',
    })
    expect(text).toContain('      |   ^^^^\n')
  })

  it('is left out when the file has no such line', () => {
    const message = fault({ rule: 'r', reason: 'x', file: 'f', place: { line: 9, column: 1 } })
    expect(textReport([message], { ...plainContext, source: () => 'short\n' })).toBe('f\n  f:9:1 error x r\n')
  })
})
