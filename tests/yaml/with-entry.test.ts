// YAML and an entry in, the same YAML with that entry in place of the old one and nothing else changed out.
import { describe, expect, it } from 'vitest'
import { withEntry } from '../../src/yaml/with-entry.js'

describe('an entry', () => {
  it.each([
    ['in braces', 'a: 1 # one\nb: {c: 2} # two\nd: 3\n', 'a: 1 # one\nB # two\nd: 3\n'],
    ['of several lines', 'a: 1\nb:\n  c: 2\n  e:\n    f: 4\nd: 3\n', 'a: 1\nB\nd: 3\n'],
    ['that is a word', 'b: text\nd: 3\n', 'B\nd: 3\n'],
    ['without a value', 'a: 1\nb:\nd: 3\n', 'a: 1\nB\nd: 3\n'],
    ['at the end', 'a: 1\nb:\n  - x\n  - y', 'a: 1\nB'],
    ['with the line ends of Windows', 'a: 1\r\nb:\r\n  c: 2\r\nd: 3\r\n', 'a: 1\r\nB\r\nd: 3\r\n'],
  ])('%s is replaced', (_name, before, after) => {
    expect(withEntry(before, 'b', 'B')).toBe(after)
  })

  it.each(['a: 1\n', '', '- b\n', '{b: 1}', 'a:\n  b: 1\n'])('is not there in %j', (yaml) => {
    expect(withEntry(yaml, 'b', 'B')).toBeUndefined()
  })
})
