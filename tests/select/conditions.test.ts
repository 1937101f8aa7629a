// Bodies with conditions in, the words that each variant prints out.
import fc from 'fast-check'
import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/content/markdown.js'
import { type Selection, selectBlocks } from '../../src/select/conditions.js'
import { anyVariant, markdownish } from '../helpers/arbitrary.js'

const lengths = ['short', 'medium', 'long']
const levels = ['easy', 'everyday', 'detailed']

function selection(over: Partial<Selection> = {}): Selection {
  return {
    level: 'easy',
    length: 'medium',
    organization: 'clinic',
    edition: 'standard',
    levels,
    lengths,
    organizations: ['clinic', 'network'],
    ...over,
  }
}

/** The words printed, each block on a line. */
function printed(source: string, over: Partial<Selection> = {}): string[] {
  return selectBlocks(parseMarkdown(source).body, selection(over)).children.map((node) => textOf(node))
}

describe('a block', () => {
  it('without a condition is printed in every variant', () => {
    fc.assert(
      fc.property(anyVariant, (variant) => {
        expect(printed('words', variant)).toEqual(['words'])
      }),
    )
  })

  it('of a level is printed at that level alone, without anything around it', () => {
    const source = ':::easy\nA\n:::\n\n:::detailed\nB\n:::\n'
    expect(printed(source)).toEqual(['A'])
    expect(printed(source, { level: 'detailed' })).toEqual(['B'])
    expect(printed(source, { level: 'everyday' })).toEqual([])
  })

  it('from one length until another takes both in', () => {
    const source = ':::for{from=short until=medium}\nA\n:::\n'
    expect(lengths.filter((length) => printed(source, { length }).length > 0)).toEqual(['short', 'medium'])
    expect(
      lengths.filter((length) => printed(':::for{from=medium}\nA\n:::\n', { length }).length > 0),
    ).toEqual(['medium', 'long'])
  })

  it('for several levels is printed at each of them', () => {
    const source = ':::for{level="easy detailed"}\nA\n:::\n'
    expect(levels.filter((level) => printed(source, { level }).length > 0)).toEqual(['easy', 'detailed'])
  })

  it('for an organization is printed for those that inherit from it too', () => {
    const source = ':::for{organization=network}\nA\n:::\n'
    expect(printed(source)).toEqual(['A'])
    expect(printed(source, { organizations: ['other'] })).toEqual([])
  })

  it('for an edition is printed in that one', () => {
    const source = ':::for{edition=large-print}\nA\n:::\n'
    expect(printed(source)).toEqual([])
    expect(printed(source, { edition: 'large-print' })).toEqual(['A'])
  })

  it('with a kind of its own takes conditions too, and keeps its other attributes', () => {
    const body = parseMarkdown(':::write[Notes]{lines=2 from=long}\n:::\n').body
    expect(selectBlocks(body, selection()).children).toEqual([])
    expect(selectBlocks(body, selection({ length: 'long' })).children).toMatchObject([
      { name: 'write', attributes: { lines: '2' } },
    ])
    expect(body.children).toMatchObject([{ attributes: { from: 'long' } }])
  })

  it('whose words are all for others goes with its label', () => {
    expect(printed(':::warning[Hot]\n:detailed[A]\n:::\n')).toEqual([])
  })

  it('of lines to write on stays, though nothing stands in it', () => {
    expect(printed(':::write[Notes]\n:::\n')).toEqual(['Notes'])
  })
})

describe('inside a line', () => {
  it('words for another level go, and what is left is one text', () => {
    expect(printed('Take :easy[one]:detailed[1] pill:for[, slowly]{from=long}.')).toEqual(['Take one pill.'])
  })

  it('a heading changes with the level', () => {
    const source = '## What :easy[helps]:detailed[is effective]\n\nA\n'
    expect(printed(source)[0]).toBe('What helps')
    expect(printed(source, { level: 'detailed' })[0]).toBe('What is effective')
  })

  it('a list item without words goes', () => {
    const list = selectBlocks(parseMarkdown('- :detailed[A]\n- B\n').body, selection())
    expect(textOf(list)).toBe('B')
    expect(list.children).toMatchObject([{ type: 'list', children: [{ type: 'listItem' }] }])
  })

  it('a table cell without words stays, so that the row keeps its columns', () => {
    const table = selectBlocks(
      parseMarkdown('| a | b |\n|---|---|\n| :detailed[A] | B |\n').body,
      selection(),
    )
    expect(table.children).toMatchObject([{ children: [{}, { children: [{ children: [] }, {}] }] }])
  })
})

describe('a section', () => {
  it.each([
    ['without words', '## A\n\n## B\n\nb\n', ['B', 'b']],
    ['whose words are for others', '## A\n\n:::detailed\na\n:::\n\n## B\n\nb\n', ['B', 'b']],
    ['whose parts are all empty', '## A\n\n### A1\n\n### A2\n\n## B\n\nb\n', ['B', 'b']],
    ['with words in a part alone', '## A\n\n### A1\n\na\n\n## B\n', ['A', 'A1', 'a']],
    ['before a block that is a section of its own', '## A\n\n:::actions\n1. a\n:::\n', ['a']],
    ['at the end', '## A\n', []],
    ['inside a block', ':::note\n### A\n\n### B\n\nb\n:::\n', ['Bb']],
  ])('%s goes with its heading, and no other does', (_what, source, expected) => {
    expect(printed(source)).toEqual(expected)
  })
})

interface Block {
  readonly conditions: readonly Condition[]
  readonly children: readonly (Block | string)[]
}

interface Condition {
  readonly written: string
  readonly holds: (one: Selection) => boolean
}

const at = (length: string) => lengths.indexOf(length)
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.subarray(levels, { minLength: 1 }).map((some) => ({
    written: `level="${some.join(' ')}"`,
    holds: (one: Selection) => some.includes(one.level),
  })),
  fc.constantFrom(...lengths).map((length) => ({
    written: `from=${length}`,
    holds: (one: Selection) => at(one.length) >= at(length),
  })),
  fc.constantFrom(...lengths).map((length) => ({
    written: `until=${length}`,
    holds: (one: Selection) => at(one.length) <= at(length),
  })),
  fc.constantFrom('clinic', 'network', 'other').map((id) => ({
    written: `organization=${id}`,
    holds: (one: Selection) => one.organizations.includes(id),
  })),
  fc.constantFrom('standard', 'large-print').map((edition) => ({
    written: `edition=${edition}`,
    holds: (one: Selection) => one.edition === edition,
  })),
)

const { block } = fc.letrec<{ block: Block; child: Block | string }>((tie) => ({
  block: fc.record({
    conditions: fc.uniqueArray(condition, { maxLength: 3, selector: ({ written }) => written.split('=')[0] }),
    children: fc.array(tie('child'), { minLength: 1, maxLength: 4 }),
  }),
  child: fc.oneof({ maxDepth: 4 }, fc.stringMatching(/^[a-z]{2,6}$/), tie('block')),
}))

function write(one: Block | string, depth: number): string {
  if (typeof one === 'string') return `${one}\n`
  const fence = ':'.repeat(10 - depth)
  const conditions = one.conditions.map(({ written }) => written).join(' ')
  return `${fence}for{${conditions}}\n${one.children.map((child) => write(child, depth + 1)).join('\n')}${fence}\n`
}

function expected(one: Block | string, selected: Selection): string[] {
  if (typeof one === 'string') return [one]
  if (!one.conditions.every(({ holds }) => holds(selected))) return []
  return one.children.flatMap((child) => expected(child, selected))
}

describe('any nesting of conditions', () => {
  it('prints in order exactly the words around which all conditions hold', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), anyVariant, (blocks, variant) => {
        const source = blocks.map((one) => write(one, 0)).join('\n')
        const selected = selection({ ...variant, organizations: [variant.organization, 'network'] })
        const words = selectBlocks(parseMarkdown(source).body, selected).children.map((node) => textOf(node))
        expect(words).toEqual(blocks.flatMap((one) => expected(one, selected)))
      }),
    )
  })
})

describe('selecting any text', () => {
  it('changes nothing the second time, and never the tree it was given', () => {
    fc.assert(
      fc.property(markdownish, anyVariant, (source, variant) => {
        const { body } = parseMarkdown(source)
        const before = structuredClone(body)
        const once: Root = selectBlocks(body, selection(variant))
        expect(body).toEqual(before)
        expect(selectBlocks(once, selection(variant))).toEqual(once)
      }),
      { numRuns: 300 },
    )
  })
})
