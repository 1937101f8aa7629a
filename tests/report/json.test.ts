// JSON for programs: the message objects of the manifest, and nothing a terminal would obey.
import { describe, expect, it } from 'vitest'
import { toRecord } from '../../src/model/message.js'
import { jsonReport } from '../../src/report/json.js'
import { dangerous, hostile, hostileMessage, sample } from './messages.js'

describe('jsonReport', () => {
  it('is one array of message objects', () => {
    expect(JSON.parse(jsonReport([]))).toEqual([])
    expect(JSON.parse(jsonReport(sample()))).toEqual(sample().map(toRecord))
    expect(JSON.parse(jsonReport(sample()))[1]).toEqual({
      rule: 'word-hard',
      severity: 'warning',
      file: 'content/a/en.md',
      line: 2,
      column: 5,
      text: '“hard” has an easier word.',
      hint: 'Write “easy”.',
    })
  })

  it('keeps every character of the words, none of them raw that steers a terminal', () => {
    const report = jsonReport([hostileMessage()])
    expect(report).not.toMatch(dangerous)
    expect((JSON.parse(report) as { text: string }[])[0]?.text).toBe(hostile)
  })
})
