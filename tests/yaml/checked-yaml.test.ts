// YAML texts in, values or every fault at its own place out.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { frontMatterSchema } from '../../src/content/schema.js'
import { toRecord } from '../../src/model/message.js'
import { organizationSchema } from '../../src/template/organization-schema.js'
import { readYaml } from '../../src/yaml/checked-yaml.js'

const schema = z.strictObject({
  name: z.string('Write text here'),
  size: z.number().optional(),
  tags: z.array(z.string('Write text here')).default([]),
  inner: z.strictObject({ left: z.string(), right: z.string() }).optional(),
})

function read(yaml: string, firstLine = 1) {
  const { value, messages } = readYaml(yaml, firstLine, schema, 'a.yaml', 'thing')
  return {
    value,
    faults: messages
      .map(toRecord)
      .map(({ rule, line, column, text, hint }) => ({ at: `${line}:${column}`, rule, text, hint })),
  }
}

describe('a fault', () => {
  it('is told together with all others, each at its own place', () => {
    const { value, faults } = read(
      'nam: x\nsize: big\ntags:\n  - one\n  - 2\n  - {}\ninner: {left: a, rihgt: b}\n',
    )
    expect(value).toBeUndefined()
    expect(faults.map(({ at, rule }) => `${at} ${rule}`)).toEqual([
      '1:1 thing-missing-key',
      '1:1 thing-unknown-key',
      '2:7 thing-wrong-value',
      '5:5 thing-wrong-value',
      '6:5 thing-wrong-value',
      '7:8 thing-missing-key',
      '7:18 thing-unknown-key',
    ])
  })

  it('counts lines from where the YAML starts in its file', () => {
    expect(read('name: a\nsize: big\n', 10).faults).toMatchObject([{ at: '11:7' }])
  })

  it('counts lines with a carriage return once', () => {
    expect(read('name: a\r\nsize: big\r\ntags: [1]\r\n').faults.map(({ at }) => at)).toEqual(['2:7', '3:8'])
  })

  it('of an unknown key names the nearest known one', () => {
    expect(read('name: a\nsizze: 1\n').faults).toMatchObject([
      { rule: 'thing-unknown-key', text: 'There is no key `sizze` here.', hint: 'Did you mean `size`?' },
    ])
  })

  it('of an unknown key in an inner map names the nearest known one there', () => {
    expect(read('name: a\ninner: {left: a, right: b, rigth: c}\n').faults).toMatchObject([
      { hint: 'Did you mean `right`?' },
    ])
  })

  it('of a missing key is at the map that lacks it', () => {
    expect(read('name: a\ninner:\n  left: b\n').faults).toMatchObject([
      { at: '3:3', text: 'The key `inner.right` is missing.' },
    ])
  })

  it('of an empty text is at its start', () => {
    expect(read('').faults).toMatchObject([{ at: '1:1', rule: 'thing-missing-key' }])
  })

  it.each([
    ['a list', '- a\n- b\n'],
    ['a text', 'hello\n'],
    ['nothing but a comment and a list', '# a\n[]\n'],
  ])('of %s in place of keys says so', (_what, yaml) => {
    const { value, faults } = read(yaml)
    expect(value).toBeUndefined()
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ rule: 'thing-wrong-value' })
    expect(faults[0]?.text).not.toContain('``')
  })

  it.each([
    ['a key twice', 'name: a\nname: b\n', '2:1'],
    ['a tab', 'name: a\ninner:\n\tleft: a\n', '3:1'],
    ['an open bracket', 'name: [a\n', '2:1'],
    ['a colon in a text', 'name: a: b\n', '1:7'],
  ])('of form, %s, is a fault of YAML at its place', (_what, yaml, at) => {
    const { value, faults } = read(yaml)
    expect(value).toBeUndefined()
    expect(faults.map((fault) => fault.rule)).toContain('thing-yaml')
    expect(faults[0]?.at).toBe(at)
    expect(faults[0]?.hint).toMatch(/\w/)
  })
})

describe('an attack', () => {
  it('by size is refused unread', () => {
    expect(read(`name: ${'a'.repeat(70_000)}\n`).faults).toMatchObject([{ rule: 'thing-too-large' }])
  })

  it('by aliases of aliases is refused', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x]']
    for (let index = 1; index < 9; index++)
      lines.push(
        `a${index}: &a${index} [${Array(8)
          .fill(`*a${index - 1}`)
          .join(', ')}]`,
      )
    const { faults } = read(lines.join('\n'))
    expect(faults).toMatchObject([{ rule: 'thing-yaml', text: 'There are too many aliases.' }])
  })

  it.each(['!!js/function "function(){}"', '!!binary aGk=', '!custom {}', '!!set {a, b}'])(
    'by the tag %s makes nothing but a fault',
    (value) => {
      const { value: read_, faults } = read(`name: ${value}\n`)
      if (read_) expect(typeof read_.name).toBe('string')
      else expect(faults.length).toBeGreaterThan(0)
    },
  )

  it('by the key __proto__ changes no prototype', () => {
    const { faults } = read('name: a\n__proto__: {polluted: yes}\n')
    expect(faults).toMatchObject([{ rule: 'thing-unknown-key' }])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('words that YAML 1.1 took for something else', () => {
  it.each(['yes', 'no', 'on', 'off', 'NO', '12:30'])('%s stays text', (word) => {
    expect(read(`name: ${word}\n`).value).toMatchObject({ name: word })
  })
})

describe('any text', () => {
  const yamlish = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          'title: ',
          'summary: a\n',
          'review:\n',
          '  on: 2026-02-30\n',
          '  status: reviewed\n',
          'terms: {a: b}\n',
          'codes: [',
          ']\n',
          '- ',
          '\t',
          '&a ',
          '*a ',
          ': ',
          '"',
          "'",
          '|\n',
          '  ',
          '\r\n',
          '{',
          '}',
          '#',
          '!!str ',
          'sources:\n  x: {url: 1}\n',
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join('')),
  )

  it.each([
    ['front matter', frontMatterSchema],
    ['organization', organizationSchema],
  ] as const)(
    'as %s never throws, and every fault lies inside the text, with words and a hint',
    (_what, one) => {
      fc.assert(
        fc.property(yamlish, fc.integer({ min: 1, max: 50 }), (yaml, firstLine) => {
          const { value, messages } = readYaml<unknown>(yaml, firstLine, one, 'a.md', 'front-matter')
          expect(value === undefined).toBe(messages.length > 0)
          const lines = yaml.split(/\r\n|\r|\n/)
          for (const { line, column, text, hint, rule } of messages.map(toRecord)) {
            expect(line).toBeGreaterThanOrEqual(firstLine)
            expect(line).toBeLessThan(firstLine + lines.length)
            expect(column).toBeGreaterThanOrEqual(1)
            expect(column).toBeLessThanOrEqual((lines[line - firstLine] ?? '').length + 1)
            expect(text).not.toBe('')
            expect(hint).not.toBe('')
            expect(rule).toMatch(/^front-matter-[a-z-]+$/)
          }
        }),
        { numRuns: 400 },
      )
    },
  )
})
