// Texts in, trees and the places of faults out.
import fc from 'fast-check'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/content/markdown.js'
import { validateBody } from '../../src/content/validate-body.js'
import { toRecord } from '../../src/model/message.js'
import { markdownish } from '../helpers/arbitrary.js'
import { vocabulary } from '../helpers/settings.js'

function nodesOf(source: string, type: string): object[] {
  const found: object[] = []
  visit(parseMarkdown(source).body, type, (node: object) => void found.push(node))
  return found
}

describe('a colon before a digit', () => {
  it('is plain text, of one piece with the words around it', () => {
    const source = 'At 7:30, or 8:00:15, mix 1:100.\n\n| a | b |\n|---|---|\n| 8:00 | x |\n'
    expect(nodesOf(source, 'textDirective')).toEqual([])
    expect(nodesOf(source, 'text').map((node) => textOf(node))).toEqual([
      'At 7:30, or 8:00:15, mix 1:100.',
      'a',
      'b',
      '8:00',
      'x',
    ])
    expect(nodesOf('At 7:30 now', 'text')).toMatchObject([
      { position: { start: { column: 1 }, end: { column: 12 } } },
    ])
  })

  it('is a directive, and so a fault, when it has words or attributes', () => {
    expect(nodesOf('At :7[words] and :8{a=b}', 'textDirective')).toHaveLength(2)
  })
})

describe('any text', () => {
  it('is parsed without throwing, and every fault lies inside it', () => {
    fc.assert(
      fc.property(markdownish, (source) => {
        const { body, frontMatter } = parseMarkdown(source)
        const messages = validateBody(
          body,
          source,
          { terms: { germ: 'x' }, sources: { who: { title: 'x' } } },
          vocabulary,
          'a.md',
        )
        const lines = source.split(/\r\n|\r|\n/)
        for (const { line, column, text, hint, file } of messages.map(toRecord)) {
          expect(file).toBe('a.md')
          expect(text).not.toBe('')
          expect(hint).not.toBe('')
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines.length)
          expect(column).toBeGreaterThanOrEqual(1)
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
        }
        if (frontMatter) expect(source.startsWith('---')).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('keeps the words of its paragraphs', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (paragraphs) => {
        const { body } = parseMarkdown(paragraphs.join('\n\n'))
        expect(body.children.map((node) => textOf(node))).toEqual(paragraphs)
      }),
    )
  })
})

describe('front matter', () => {
  it('is taken off with the line it starts on', () => {
    const { frontMatter, body } = parseMarkdown('---\ntitle: a\n---\n\nwords\n')
    expect(frontMatter).toEqual({ yaml: 'title: a', line: 2 })
    expect(body.children).toHaveLength(1)
  })

  it.each(['words\n', '---\ntitle: a\n', '\n---\ntitle: a\n---\n', ''])('is not seen in %j', (source) => {
    expect(parseMarkdown(source).frontMatter).toBeUndefined()
  })
})

describe('references', () => {
  it('become the links and pictures they stand for, wherever they are defined', () => {
    const source = '[words *here*][a] and ![alt][b]\n\n[a]: https://example.org "t"\n[b]: x.svg\n'
    expect(nodesOf(source, 'link')).toMatchObject([{ url: 'https://example.org', title: 't' }])
    expect(nodesOf(source, 'image')).toMatchObject([{ url: 'x.svg', alt: 'alt' }])
    expect(nodesOf(source, 'definition')).toEqual([])
    expect(nodesOf(source, 'linkReference')).toEqual([])
  })

  it('that are defined twice mean the first, in any case', () => {
    const source = '[a][REF]\n\n[ref]: https://one.example\n[ref]: https://two.example\n'
    expect(nodesOf(source, 'link')).toMatchObject([{ url: 'https://one.example' }])
  })
})

describe('a picture', () => {
  it('takes the mark of decoration off the words behind it', () => {
    const source = '![](x.svg){decorative} words'
    expect(nodesOf(source, 'image')).toMatchObject([{ data: { decorative: true } }])
    expect(textOf(parseMarkdown(source).body)).toBe(' words')
  })

  it('remembers an attribute that is not known', () => {
    expect(nodesOf('![a](x.svg){wide}', 'image')).toMatchObject([{ data: { unknownAttribute: 'wide' } }])
  })

  it('leaves other braces behind it alone', () => {
    expect(textOf(parseMarkdown('![](x.svg){two words}').body)).toBe('{two words}')
  })
})

describe('a text without a bare address', () => {
  it('has the same tree whether addresses are looked for or not', () => {
    const treeAfter = (first: string, source: string) =>
      parseMarkdown(`${first}\n\n${source}`).body.children.slice(1)
    fc.assert(
      fc.property(markdownish, (source) => {
        const plain = source.replace(/@|https?:\/\/|www\./gi, ' ')
        // The first word alone makes addresses looked for.
        expect(treeAfter('a', plain)).toEqual(treeAfter('@', plain))
      }),
    )
  })

  it('has links where there is one', () => {
    for (const address of [
      'www.example.org',
      'https://example.org',
      'HTTP://example.org',
      'nurse@example.org',
    ])
      expect(nodesOf(`See ${address} for more.`, 'link'), address).toHaveLength(1)
    expect(
      nodesOf('---\nurl: https://example.org\n---\n\nSee [a](example.org) and <mailto:a@b.org>.', 'link'),
    ).toHaveLength(2)
  })
})
