// Three texts in, their lines beside one another out.
import { describe, expect, it } from 'vitest'
import { sideBySide } from '../../src/report/side-by-side.js'

function shown(then: string, now: string, own: string, width = 48): string[] {
  const columns = [
    { title: 'then', text: then },
    { title: 'now', text: now },
    { title: 'own', text: own },
  ] as const
  return sideBySide(columns, width)
    .slice(2)
    .map((line) =>
      line
        .split('│')
        .map((cell) => cell.trim())
        .join('|'),
    )
}

describe('three texts', () => {
  it('stand beside one another, changed lines marked', () => {
    expect(shown('a\nb\nc\n', 'a\nB\nc\n', 'a\nmine\nc\n')).toEqual(['a|a|a', '› b|B|mine', 'c|c|c'])
  })

  it('show lines that came and went, and lines of one’s own', () => {
    expect(shown('a\nb\n', 'a\nnew\nb\n', 'a\nb\nown\n')).toEqual(['a|a|a', '›|new|', 'b|b|b', '||own'])
    expect(shown('a\nb\nc', 'a\nc', 'a\nb\nc')).toEqual(['a|a|a', '› b||b', 'c|c|c'])
  })

  it('leave out what is far from a change', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`)
    const now = lines.with(10, 'changed')
    expect(shown(lines.join('\n'), now.join('\n'), lines.join('\n'))).toEqual([
      '…|…|…',
      ...[8, 9].map((n) => `line ${n}|line ${n}|line ${n}`),
      '› line 10|changed|line 10',
      ...[11, 12].map((n) => `line ${n}|line ${n}|line ${n}`),
      '…|…|…',
    ])
  })

  it('break long lines between words, and words that are too long', () => {
    expect(shown('one two three four', 'x', 'abcdefghijklmnopqrstuvwxyz')).toEqual([
      '› one two three|x|abcdefghijklm',
      'four||nopqrstuvwxyz',
    ])
  })
})
