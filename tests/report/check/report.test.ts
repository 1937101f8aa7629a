// The check report from content to pages: what stands in them, that they are sound HTML, and that links lead somewhere.
import { access } from 'node:fs/promises'
import path from 'node:path'
import type { Element } from 'hast'
import { select, selectAll } from 'hast-util-select'
import { beforeAll, describe, expect, it } from 'vitest'
import { picture } from '../../helpers/library.js'
import { topicText } from '../../helpers/topic.js'
import { hostile } from '../messages.js'
import { type Report, reportOf, textOf } from './pages.js'

const hard =
  'Approximately sixty percent of individuals experiencing hypertensive emergencies subsequently necessitate immediate hospitalization.'

const blocks = `:::main-message
Clean hands keep you well.
:::

:::actions[What you can do]
1. Wash your hands.
:::

:::get-help[Call us if]
- you have a rash.
:::
`

const body = `${blocks}
## Why?

A :term[germ] can make you sick. ${hard} ${hard}

![Hands](hands.svg "Rub them")

:::easy{until=short}
&lt;script&gt;alert(1)&lt;/script&gt; is not run.
:::
`

const files = {
  'content/hands/en.md': topicText(body),
  'content/hands/hands.svg': picture,
  'content/feet/en.md': topicText(blocks, { title: '"Feet <b>first</b>"' }),
  'content/broken/en.md': '---\ntitle: 5\n---\n',
}

let report: Report
beforeAll(async () => {
  report = await reportOf(files)
})

const pages = ['index.html', 'en/hands/index.html', 'en/hands/easy.short.html', 'en/feet/detailed.long.html']
const words = (node: Element | null | undefined) =>
  node ? textOf(node).replace(/\s+/g, ' ').trim() : undefined

describe('every page', () => {
  it.each(pages)('%s is whole, named and needs nothing else', async (file) => {
    const text = await report.text(file)
    const tree = await report.tree(file)
    expect(text).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(selectAll('h1', tree)).toHaveLength(1)
    expect(words(select('title', tree))).toMatch(/ – Handout check$/)
    expect(selectAll('script, link, img, iframe, [onclick], [src]', tree)).toEqual([])
    expect(words(select('style', tree))).not.toMatch(/@import|url\(/)
  })

  it.each(pages)('%s has its headings in steps, its ids once, its tables named and headed', async (file) => {
    const tree = await report.tree(file)
    const depths = selectAll('h1, h2, h3, h4', tree).map(({ tagName }) => Number(tagName.slice(1)))
    for (const [index, depth] of depths.entries())
      expect(depth - (depths[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    const ids = selectAll('[id]', tree).map(({ properties }) => properties.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { properties } of selectAll('[aria-labelledby]', tree))
      expect(ids).toContain(String(properties.ariaLabelledBy))
    const tables = selectAll('table', tree)
    expect(tables.length).toBeGreaterThan(0)
    for (const table of tables) {
      expect(words(select('caption', table))).toBeTruthy()
      expect(selectAll('th', table).length).toBeGreaterThan(0)
      for (const head of selectAll('th', table)) expect(head.properties.scope).toBeTruthy()
    }
  })

  it.each(pages)('%s links to files and places that are there', async (file) => {
    const tree = await report.tree(file)
    const links = selectAll('a[href]', tree).map(({ properties }) => String(properties.href))
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) {
      const target = report.library.path(
        path.posix.join('output/check', path.posix.dirname(file), decodeURIComponent(link)),
      )
      await expect(access(target), link).resolves.toBeUndefined()
    }
  })

  it.each(pages)('%s is no score of an instrument', async (file) => {
    expect(await report.text(file)).not.toMatch(/PEMAT(?:-P)? score|score of PEMAT|CCI score/i)
  })
})

describe('the first page', () => {
  it('counts what was found and names what could not be judged', async () => {
    const tree = await report.tree('index.html')
    expect(words(select('header ul', tree))).toMatch(/^2 topics18 variants\d+ errors\d+ warnings0 silenced$/)
    expect(selectAll('tbody th a', tree).map(words)).toEqual(['Feet <b>first</b>', 'Washing your hands'])
    expect(words(select('section[aria-labelledby=others]', tree))).toContain('content/broken/en.md')
  })
})

describe('the page of a topic', () => {
  it('has a card for each variant, a row for each level', async () => {
    const tree = await report.tree('en/hands/index.html')
    expect(selectAll('.card h3', tree).map(words)).toEqual(
      ['easy', 'everyday', 'detailed'].flatMap((level) =>
        ['short', 'medium', 'long'].map((length) => `${level} ${length}`),
      ),
    )
    expect(select('.cards', tree)?.properties.style).toBe('--columns:3')
  })

  it('draws each grade against its limit and says it in numbers', async () => {
    const card = select('.card', await report.tree('en/hands/index.html'))
    const row = select('tbody tr', card)
    expect(words(select('th', row))).toBe('Flesch–Kincaid grade')
    expect(row?.properties.className).toEqual(['fails'])
    expect(words(select('.value', row))).toMatch(/^\d+(\.\d)?, misses the limit$/)
    expect(words(select('.limit', row))).toBe('≤ 5')
    expect(Number(select('.amount', row)?.properties.width)).toBeGreaterThan(
      Number(select('.mark', row)?.properties.x1),
    )
    expect(select('svg', row)?.properties.ariaHidden).toBe('true')
  })

  it('sets all items of both instruments beside the variants, with what is not assessed', async () => {
    const tree = await report.tree('en/hands/index.html')
    const [pemat, cci] = selectAll('.matrix', tree)
    const items = (table: Element | undefined) => selectAll('tr:has(.item-number)', table)
    expect(items(pemat)).toHaveLength(24)
    expect(items(cci)).toHaveLength(20)
    for (const row of [...items(pemat), ...items(cci)]) expect(selectAll('.sign', row)).toHaveLength(9)
    const open = selectAll('tr.foot', pemat).filter((row) => words(select('th', row)) === 'Not assessed')
    expect(open).toHaveLength(2)
    const first = open.map((row) => Number(words(select('td', row))))
    const signs = items(pemat).map((row) => select('.sign', row)?.properties.className)
    expect(signs.filter((one) => Array.isArray(one) && one.includes('not-assessed'))).toHaveLength(
      (first[0] ?? 0) + (first[1] ?? 0),
    )
  })
})

describe('the page of a variant', () => {
  it('marks the costliest sentence in the words, at its line', async () => {
    const tree = await report.tree('en/hands/easy.short.html')
    const mark = selectAll('mark', tree).find((one) => words(one)?.startsWith(hard))
    expect(words(select('.rank', mark))).toMatch(/^costliest sentence, number [12]$/)
    const line = selectAll('.line', tree).find((one) => select('mark', one))
    const source = topicText(body).split('\n')
    expect(source[Number(words(select('.number', line))) - 1]).toContain(hard)
    expect(words(select('.costly li', tree))).toMatch(
      /necessitate.* \d+ words\. Without it the text would be \d\.\d\d grades easier\.$/,
    )
  })

  it('shows remarks below the words they are about', async () => {
    const tree = await report.tree('en/hands/easy.short.html')
    const line = selectAll('.line', tree).find((one) => words(one)?.includes(hard))
    expect(selectAll('.remark code', line).map(words)).toContain('hard-word')
  })

  it('shows the meanings of terms, and words as they are written', async () => {
    const tree = await report.tree('en/hands/easy.short.html')
    const text = words(select('.text', tree))
    expect(text).toContain('A germ (a tiny living thing that can make you sick) can make you sick.')
    expect(text).toContain('<script>alert(1)</script> is not run.')
    expect(text).toMatch(/What you can do \d/)
    expect(text).not.toContain('What you can do.')
  })

  it('leaves out what other variants print', async () => {
    expect(words(select('.text', await report.tree('en/hands/easy.long.html')))).not.toContain('is not run')
  })

  it('gives a record to copy, with the items that are open', async () => {
    const tree = await report.tree('en/hands/easy.short.html')
    const [pemat] = selectAll('pre', tree)
    expect(pemat && textOf(pemat)).toMatch(
      /^instrument: pemat-p\nlanguage: en\nlevel: easy\nlength: short\ntext: t[0-9a-f]{12}\nby: \non: \nitems:\n {2}1: # agree \| disagree: /,
    )
    const numbers = [...(pemat ? textOf(pemat) : '').matchAll(/^ {2}(\d+):/gm)].map(([, number]) =>
      Number(number),
    )
    expect(numbers).not.toContain(12)
    expect(numbers).toContain(2)
  })
})

describe('check.json', () => {
  it('has the same facts for programs', async () => {
    const data = JSON.parse(await report.text('check.json')) as {
      schema: number
      topics: {
        topic: string
        variants: {
          key: string
          words: number
          handouts: { id: string; pdf: string | null }[]
          instruments: {
            id: string
            items: { answer: string }[]
            tallies: { possible: number; notAssessed: number; notApplicable: number }[]
          }[]
        }[]
      }[]
    }
    expect(data.schema).toBe(1)
    expect(data.topics.map(({ topic }) => topic)).toEqual(['feet', 'hands'])
    const [variant] = data.topics[1]?.variants ?? []
    expect(variant).toMatchObject({
      key: 'easy.short',
      handouts: [{ id: 'clinic/en/hands/easy/short/standard', pdf: null }],
    })
    for (const { items, tallies } of variant?.instruments ?? [])
      expect(tallies.reduce((sum, one) => sum + one.possible + one.notAssessed + one.notApplicable, 0)).toBe(
        items.length,
      )
  })
})

describe('signed records', () => {
  const record = (text: string) => `instrument: pemat-p
language: en
level: easy
length: short
text: ${text}
by: R. Alvarez
on: 2026-11-20
items:
  2: agree
  10: {answer: disagree, because: "The steps come <b>late</b>."}
`
  const textId = async (from: Report) =>
    /text: (t[0-9a-f]{12})/.exec(await from.text('en/feet/easy.short.html'))?.[1] ?? ''
  const feet = { 'content/feet/en.md': files['content/feet/en.md'] }

  it('count while the words are the same, and are void after an edit', async () => {
    const signed = record(await textId(report))
    const holding = await reportOf({ ...feet, 'content/feet/reviews/one.yaml': signed })
    expect(holding.messages.map(({ ruleId }) => ruleId)).not.toContain('review-record-void')
    const tree = await holding.tree('en/feet/easy.short.html')
    const signatures = selectAll('.signature', tree).map(words)
    expect(signatures).toEqual([
      'R. Alvarez, 2026-11-20: holds',
      'R. Alvarez, 2026-11-20: does not hold – The steps come <b>late</b>.',
    ])
    expect(selectAll('.sign.signed.agree', select('.items', tree))).toHaveLength(1)

    const edited = feet['content/feet/en.md'].replace('Wash your hands.', 'Wash your feet.')
    const after = await reportOf({ 'content/feet/en.md': edited, 'content/feet/reviews/one.yaml': signed })
    expect(after.messages.filter(({ ruleId }) => ruleId === 'review-record-void')).toHaveLength(1)
    expect(selectAll('.signature', await after.tree('en/feet/easy.short.html'))).toEqual([])
  })
})

describe('hostile words', () => {
  it('stay words in every page', async () => {
    const title = JSON.stringify(`${hostile.replace(/[\ud800\ufffe]/g, '')}</title><script>x</script>`)
    const made = await reportOf({ 'content/feet/en.md': topicText(blocks, { title }) })
    for (const file of ['index.html', 'en/feet/index.html', 'en/feet/easy.short.html']) {
      const tree = await made.tree(file)
      expect(selectAll('script, b', tree)).toEqual([])
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
      expect(await made.text(file)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/)
    }
  })
})
