// Annotations of GitHub Actions: their form, and that no text breaks out of its command.
import { describe, expect, it } from 'vitest'
import { plainContext } from '../../src/report/context.js'
import { githubReport } from '../../src/report/github.js'
import { context, dangerous, hostileMessage, sample } from './messages.js'

/** Reads a command as the runner does: properties up to the next `::`, then the data; escapes undone. */
function parse(line: string) {
  const [, command = '', properties = '', data = ''] = /^::(\w+)(?: (.*?))?::(.*)$/.exec(line) ?? []
  const plain = (text: string) =>
    text.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  const pairs = properties === '' ? [] : properties.split(',').map((pair) => pair.split('='))
  return {
    command,
    data: plain(data),
    ...Object.fromEntries(pairs.map(([key, value]) => [key, plain(value ?? '')])),
  }
}

describe('githubReport', () => {
  it('writes a command for each message', () => {
    expect(githubReport(sample(), context)).toBe(
      [
        '::warning file=content/a/en.md,line=2,endLine=2,col=5,endColumn=9,title=word-hard::“hard” has an easier word.%0AWrite “easy”.',
        '::error file=content/a/en.md,line=4,col=1,title=block-missing::There is no `:::actions`.',
        '::notice file=output/a.pdf,title=pages::Two pages.',
        '',
      ].join('\n'),
    )
  })

  it('names files as the repository does', () => {
    const report = githubReport(sample(), { ...context, path: (file) => `library/${file}` })
    expect(report).toContain('file=library/content/a/en.md,')
  })

  it('leaves columns out where the place spans lines', () => {
    const [, message] = sample()
    if (!message?.place || !('end' in message.place)) throw new Error('the sample has an end')
    message.place.end.line = 3
    expect(githubReport([message], context)).toContain('line=2,endLine=3,title=')
  })

  it('keeps every text inside its command', () => {
    const report = githubReport([hostileMessage()], plainContext)
    expect(report).not.toMatch(dangerous)
    expect(report.match(/\n/g)).toHaveLength(1)
    const read = parse(report.trimEnd()) as unknown as Record<string, string>
    expect(Object.keys(read).sort()).toEqual(['col', 'command', 'data', 'file', 'line', 'title'])
    expect(read.command).toBe('error')
    expect(read.line).toBe('1')
    expect(read.title).toContain('100% a,b:c ]]> ::error::gone')
    expect(read.data).toContain('100% a,b:c ]]> ::error::gone')
  })
})
