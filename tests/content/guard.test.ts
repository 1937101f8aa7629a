// Texts that no parser should be given, and texts that only look like them.
import { describe, expect, test } from 'vitest'
import { guard } from '../../src/content/guard.js'

const found = (text: string) => {
  const message = guard(text, 'content/t/en.md')
  return message && `${message.ruleId} ${message.line}:${message.column}`
}

describe('is refused unread', () => {
  test.each([
    ['a line of a megabyte', `Rest.\n\n${'drink '.repeat(180_000)}`, 'line-too-long 3:10001'],
    ['lines without end', 'a\n\n'.repeat(3000), 'file-too-long 5001:1'],
    ['brackets without end', `Rest.\n\n${'[a\n'.repeat(2000)}`, 'block-too-long 1003:1'],
    ['a block without an empty line', 'Drink some water now.\n'.repeat(3000), 'block-too-long 1819:1'],
    ['containers that are never closed', ':::note\n\n'.repeat(40), 'nesting-too-deep 61:1'],
    ['quotations in quotations', `${'> '.repeat(40)}a`, 'nesting-too-deep 1:1'],
    ['lists in lists', `${'- '.repeat(40)}a`, 'nesting-too-deep 1:1'],
    ['indentation without end', `${' '.repeat(160)}- a`, 'nesting-too-deep 1:1'],
  ])('%s', (_name, text, place) => {
    expect(found(text)).toBe(place)
  })
})

describe('is read', () => {
  test.each([
    ['a long front matter', `---\n${'key: {a: 1, b: [x]}\n'.repeat(2500)}---\n\nRest.`],
    ['many containers, one after the other', ':::note\nRest.\n:::\n\n'.repeat(200)],
    ['containers inside one another', '::::::a\n:::::b\n::::c\n:::d\nRest.\n:::\n::::\n:::::\n::::::\n'],
    ['a long table', `| a | b |\n|---|---|\n${'| drink | water |\n'.repeat(300)}`],
    ['a long paragraph', 'Drink some water. '.repeat(400)],
    ['an opening that is none', '---\n'],
  ])('%s', (_name, text) => {
    expect(found(text)).toBeUndefined()
  })
})
