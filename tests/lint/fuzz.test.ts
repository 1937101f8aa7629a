// 5,000 generated texts: the engine answers each, and no place lies outside of the text. A hang ends in the time limit.
import fc from 'fast-check'
import type { VFileMessage } from 'vfile-message'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { guard } from '../../src/content/guard.js'
import { parseMarkdown } from '../../src/content/markdown.js'
import { frontMatterSchema } from '../../src/content/schema.js'
import { readYaml } from '../../src/yaml/checked-yaml.js'
import { lintText } from '../helpers/lint.js'

const seed = 20261122
const least = {
  title: 'T',
  summary: 'S',
  audience: 'patient',
  review: { status: 'draft', on: '2026-11-22', every: '24 months' },
}

const word = fc.constantFrom(
  ...'Drink water rest opioid FDA MRI 1 in 25 50 mg twice as likely the risk is severe utilize (a) e.g. Dr. U.S. 911 call 100% “x” — … don’t 2,000 3.5 \\* &amp; &#65; &bogus; `code` \\: **b** _i_ ~~s~~ [here](https://e.org) ![p](p.svg) :term[opioid] :cite[who] :easy[x] :for[y]{level=detailed} 👩‍👩‍👧 ñ שלום 水 \u0000 \u0007 \u200b \u202e \ufeff \ud800 \u00ad'.split(
    ' ',
  ),
)
const words = fc.array(word, { maxLength: 30 }).map((list) => list.join(' '))
const line = fc.oneof(
  words,
  words.map((text) => `- ${text}`),
  words.map((text) => `1. ${text}`),
  words.map((text) => `## ${text}`),
  words.map((text) => `### ${text}`),
  words.map((text) => `> ${text}`),
  words.map((text) => `| ${text} | b |\n|---|---|\n| 1 in 5 | 2 in 100 |`),
  fc.constantFrom(
    '',
    '',
    ':::',
    '::::',
    ':::easy',
    ':::warning[Take care]{from=medium}',
    ':::get-help{emergency}',
    ':::main-message{level=easy}',
    ':::actions',
    '::ignore[hard-word]{reason="x"}',
    '::ignore[]{}',
    '::ignore[nothing, one-in-x]',
    '::icon-array{count=7 of=100 label="x"}',
    '::blank[Date]',
    '[^1]: note',
    '```',
    '<b>raw</b>',
    '---',
    '***',
    '\t- deep',
    '[x]: https://e.org "t"',
  ),
)
const lineEnd = fc.constantFrom('\n', '\n', '\r\n', '\r', '\n\n')
const markdown = fc
  .array(fc.tuple(line, lineEnd), { maxLength: 25 })
  .map((lines) => lines.map(([text, end]) => text + end).join(''))
const anything = fc.string({ unit: 'binary', maxLength: 300 })
const front = fc
  .record(
    {
      title: fc.oneof(words, fc.dictionary(fc.constantFrom('easy', 'everyday'), words)),
      terms: fc.dictionary(fc.oneof(word, words), words, { maxKeys: 4 }),
      sources: fc.dictionary(word, fc.record({ title: words }), { maxKeys: 3 }),
      review: fc.record({
        status: fc.constantFrom('draft', 'reviewed'),
        on: fc.constantFrom('2026-11-22', '1999-12-31'),
        every: fc.constant('24 months'),
        by: fc.constant(['x']),
        signed: anything,
      }),
    },
    { requiredKeys: [] },
  )
  .map((value) => `---\n${JSON.stringify(value)}\n---\n`)

const variants = [
  undefined,
  { level: 'easy', length: 'short' },
  { level: 'detailed', length: 'long' },
] as const

/** Judges a text as a topic, or as the body of one when its front matter does not fit; it must not throw. */
function judge(text: string, language: string, as: (typeof variants)[number]): void {
  const { frontMatter } = parseMarkdown(text)
  const loose = readYaml(frontMatter?.yaml ?? '', 2, z.record(z.string(), z.unknown()), 'f', 'front-matter')
  const usable = frontMatterSchema.safeParse({ ...least, ...loose.value }).success
  const topic = usable ? text : text.replace(/^---/, '- --')
  const { findings, silenced } = lintText(topic, { language, ...(as ? { as } : {}) })
  for (const { message } of [...findings, ...silenced]) expectInside(message, topic)
}

function expectInside({ place }: VFileMessage, text: string): void {
  const lines = text.split(/\r\n|\r|\n/)
  for (const { line, column } of place && 'start' in place
    ? [place.start, place.end]
    : place
      ? [place]
      : []) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines.length)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
  }
}

describe('the engine answers', () => {
  test('3,000 texts of Markdown', { timeout: 600_000 }, () => {
    const languages = fc.constantFrom('en', 'es', 'ar')
    fc.assert(fc.property(markdown, languages, fc.constantFrom(...variants), judge), { numRuns: 3000, seed })
  })

  test('1,200 texts with front matter', { timeout: 600_000 }, () => {
    const property = fc.property(front, markdown, fc.constantFrom(...variants), (yaml, body, as) =>
      judge(yaml + body, 'en', as),
    )
    fc.assert(property, { numRuns: 1200, seed })
  })

  test('700 texts of anything at all', { timeout: 300_000 }, () => {
    const languages = fc.constantFrom('en', 'es', 'zh')
    fc.assert(fc.property(anything, languages, fc.constantFrom(...variants), judge), { numRuns: 700, seed })
  })

  test('100 texts of a megabyte, or with thousands of marks', { timeout: 300_000 }, () => {
    const size = fc.constantFrom(1000, 9000, 40_000, 200_000, 1_000_000)
    const huge = fc
      .tuple(
        fc.oneof(word, words, fc.constantFrom(...'[ ] * _ : > ` ~ | - < & ! :a[ ::: ( [a](b) *a'.split(' '))),
        size,
        lineEnd,
      )
      .map(([text, length, end]) => `${text}${end}`.repeat(Math.ceil(length / (text.length + end.length))))
    const property = fc.property(huge, (text) => {
      const refused = guard(text, 'content/t/en.md')
      if (refused) expectInside(refused, text)
      // Larger files are refused by their size.
      else if (text.length <= 256 * 1024) judge(text, 'en', { level: 'easy', length: 'short' })
    })
    fc.assert(property, { numRuns: 100, seed })
  })
})
