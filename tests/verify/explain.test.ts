import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { severityOf } from '../../src/model/message.js'
import type { PdfFault } from '../../src/model/pdf.js'
import { explain } from '../../src/verify/explain.js'

const source = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .parse(`# Aspirin with metoprolol

Aspirin keeps blood from clotting. It does so for days.

![](heart.svg)

Metoprolol slows the heart, see [the advice of the clinic](advice.html) and **call us** when you faint.

## Doses

| Weight | Dose |
| --- | --- |
| 50 kg | 81 mg |
| 70 kg |  |

- Chest pain: call for an ambulance.
- Black stools: call the same day.

## When to call

Chest pain is never small.
`)

function lineOf(fault: Partial<PdfFault>): number | undefined {
  return explain({ rule: 'text-differs', text: 'Something is wrong.', ...fault }, source).line
}

describe('a fault in the PDF', () => {
  it('becomes an error with rule, page, hint and file', () => {
    const fault = {
      rule: 'link-contents',
      text: 'A link says nothing.',
      hint: 'Give it words.',
      page: 2,
      near: 'call us',
    }
    const message = explain(fault, source, 'content/aspirin/en.md')
    expect(severityOf(message)).toBe('error')
    expect(message).toMatchObject({
      ruleId: 'link-contents',
      note: 'Give it words.',
      file: 'content/aspirin/en.md',
    })
    expect(message.reason).toBe('Page 2: A link says nothing.')
  })

  it.each([
    ['words of a paragraph', 'keeps blood from clotting', 3],
    [
      'words over a line end, cut in the middle of one',
      'ots the heart, see the advice of the cli'.slice(5),
      7,
    ],
    ['words in another case and with other signs', 'METOPROLOL slows – the heart', 7],
    ['words of one item', 'Black stools: call', 17],
    ['a whole heading', 'When to call', 19],
    ['words that go on over two blocks', 'call us when you faint. Doses Weight Dose', 7],
    ['most of the words, in another order', 'clotting blood aspirin days keeps nothing', 3],
  ])('is found by %s', (_, near, line) => {
    expect(lineOf({ near })).toBe(line)
  })

  it('points at the innermost place that has the words', () => {
    const { place } = explain({ rule: 'text-private', text: 'x', near: 'call us' }, source)
    expect(place).toMatchObject({ start: { line: 7, column: 79 }, end: { line: 7, column: 86 } })
  })

  it.each([
    [
      'figure-alternative',
      'Aspirin keeps blood from clotting. It does so for days.',
      5,
      'the picture that comes next',
    ],
    ['link-contents', 'metoprolol slows the heart', 7, 'the link after the words'],
    ['table-columns', '70 kg', 11, 'the table around a cell'],
    ['list-kids', 'chest pain call for an ambulance', 16, 'the list around an item'],
    ['heading-order', 'doses', 9, 'the heading'],
  ])('of rule %s near “%s” points at line %i: %s', (rule, near, line) => {
    expect(lineOf({ rule, near })).toBe(line)
  })

  it.each([['nothing like it in the source'], ['zz'], ['']])('has no place for “%s”', (near) => {
    expect(lineOf({ near })).toBeUndefined()
  })

  it('has no place without words', () => {
    expect(lineOf({})).toBeUndefined()
  })
})
