// Templates in, filled texts or the first fault at its place out.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toRecord } from '../../src/model/message.js'
import { compileTemplates, type TemplateText } from '../../src/template/handlebars.js'
import { labelsOf } from '../helpers/html.js'

const english = labelsOf('en')

function text(name: string, content: string): TemplateText {
  return { name, path: `templates/${name}.hbs`, text: content }
}

function compile(main: string, partials: Record<string, string> = {}) {
  const map = new Map(Object.entries(partials).map(([name, content]) => [name, text(name, content)]))
  return compileTemplates(text('handout', main), map, english)
}

function fill(main: string, data: object = {}, partials: Record<string, string> = {}): string {
  const { fill: run, messages } = compile(main, partials)
  if (!run) throw new Error(messages.join('\n'))
  return run(data)
}

/** The fault that filling meets. */
function faultOf(main: string, data: object = {}, partials: Record<string, string> = {}) {
  const { fill: run, messages } = compile(main, partials)
  if (!run) return messages.map((message) => toRecord(message))[0]
  try {
    run(data)
  } catch (cause) {
    return toRecord(cause as Parameters<typeof toRecord>[0])
  }
  return undefined
}

describe('a template', () => {
  it('is filled, its values escaped, its HTML kept where three braces say so', () => {
    expect(fill('<p>{{a}}{{{b}}}</p>', { a: '<&">', b: '<b>x</b>' })).toBe(
      '<p>&lt;&amp;&quot;&gt;<b>x</b></p>',
    )
  })

  it('has conditions, lists and partials', () => {
    const template = '{{#if a}}A{{else}}B{{/if}}{{#each list}}{{> item}}{{/each}}{{#unless a}}C{{/unless}}'
    expect(fill(template, { a: null, list: [{ n: 1 }, { n: 2 }] }, { item: '[{{n}}]' })).toBe('B[1][2]C')
  })

  it('draws icons, hidden from readers', () => {
    expect(fill('{{icon "phone"}}')).toMatch(
      /^<span class="icon-box" aria-hidden="true"><svg [^>]*aria-hidden="true"/,
    )
  })

  it('prints any words as words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        expect(fill('{{a}}', { a: words })).not.toMatch(/[<>"']/)
      }),
    )
  })
})

describe('a missing value', () => {
  it.each([
    ['{{a}}\n  {{b}}', { a: 1 }, 'b', 2, 5],
    ['{{a.b.c}}', { a: { b: {} } }, 'a.b.c', 1, 3],
    ['{{{b}}}', {}, 'b', 1, 4],
    ['x {{a.b.c}}', {}, 'a.b.c', 1, 5],
    ['x {{a.b.c}}', { a: 'text' }, 'a.b.c', 1, 5],
    ['{{icon b}}', {}, 'b', 1, 8],
    ['{{#if a}}{{else if b}}{{/if}}', { a: null }, 'b', 1, 20],
    ['{{#if a.b.c}}x{{/if}}', {}, 'a.b.c', 1, 7],
    ['{{#unless b}}x{{/unless}}', {}, 'b', 1, 11],
    ['{{#with b}}x{{/with}}', {}, 'b', 1, 9],
    ['{{#if b}}x{{/if}}', {}, 'b', 1, 7],
    ['{{#each b}}x{{/each}}', {}, 'b', 1, 9],
    ['{{#with a}}{{b}}{{/with}}', { a: {} }, 'b', 1, 14],
    ['{{#each a}}\n{{b}}{{/each}}', { a: [{ b: 1 }, {}] }, 'b', 2, 3],
  ])('%j is a fault at its place', (template, data, name, line, column) => {
    const found = faultOf(template, data)
    expect(found).toMatchObject({
      rule: 'template-value-missing',
      file: 'templates/handout.hbs',
      line,
      column,
    })
    expect(found?.text).toContain(`\`${name}\``)
  })

  it('in a partial names the partial', () => {
    expect(faultOf('{{a}}{{> one}}', { a: 1 }, { one: 'x\n{{> two}}', two: '\n\n {{gone}}' })).toMatchObject({
      rule: 'template-value-missing',
      file: 'templates/two.hbs',
      line: 3,
      column: 4,
    })
  })

  it('that is null or empty is not missing', () => {
    expect(fill('{{#if a}}x{{/if}}{{b}}', { a: null, b: '' })).toBe('')
  })
})

describe('a group of values', () => {
  it.each([
    ['x\n {{a}}', 'a', 2, 4],
    ['{{#each list}}{{this}}{{/each}}', 'this', 1, 17],
    ['{{#if a}}{{{b.c}}}{{/if}}', 'b.c', 1, 13],
  ])('in %j is no text', (template, name, line, column) => {
    const found = faultOf(template, { a: { x: 1 }, list: [{ x: 1 }], b: { c: {} } })
    expect(found).toMatchObject({ rule: 'template-value-group', line, column })
    expect(found?.text).toContain(`\`${name}\``)
  })
})

describe('what a template may not reach', () => {
  it.each([
    '{{constructor}}',
    '{{constructor.constructor}}',
    '{{a.constructor.name}}',
    '{{__proto__}}',
    '{{a.__proto__.polluted}}',
    '{{toString}}',
    '{{a.toString}}',
    '{{hasOwnProperty}}',
    '{{#with a}}{{valueOf}}{{/with}}',
    '{{__defineGetter__}}',
    '{{@root.constructor}}',
    '{{this.constructor}}',
    '{{a.[constructor]}}',
  ])('%s is a missing value', (template) => {
    expect(faultOf(template, { a: { b: 1 } })).toMatchObject({ rule: 'template-value-missing' })
  })

  it.each([
    ['{{lookup a "constructor"}}', 'helper-unknown'],
    ['{{log "x"}}', 'helper-unknown'],
    ['{{#constructor "x"}}{{/constructor}}', 'helper-unknown'],
    ['{{#b}}x{{/b}}', 'helper-unknown'],
    ['{{shout a}}', 'helper-unknown'],
    ['{{helperMissing a}}', 'helper-unknown'],
    ['{{blockHelperMissing a}}', 'helper-unknown'],
    ['{{#if}}x{{/if}}', 'helper-arguments'],
    ['{{#if a b}}x{{/if}}', 'helper-arguments'],
    ['{{> (icon "b")}}', 'partial-computed'],
    ['{{> (lookup . "b")}}', 'helper-unknown'],
    ['{{#> constructor}}x{{/constructor}}', 'partial-unknown'],
    ['{{> __proto__}}', 'partial-unknown'],
    ['{{* decorate}}', 'template-inline'],
    ['{{#*inline "x"}}y{{/inline}}', 'template-inline'],
  ])('%s is refused before it is filled', (template, rule) => {
    const { fill: run, messages } = compile(template)
    expect(run).toBeUndefined()
    expect(messages.map((message) => toRecord(message))).toMatchObject([{ rule, line: 1 }])
  })

  it('refuses a tree in place of a text', () => {
    const tree = { type: 'Program', body: [], blockParams: [], loc: {} }
    expect(() =>
      compileTemplates({ name: 'x', path: 'x', text: tree as unknown as string }, new Map(), english),
    ).toThrow(TypeError)
  })

  it('takes no value over from an object’s prototype', () => {
    class Thing {
      get secret() {
        return 'x'
      }
    }
    expect(faultOf('{{a.secret}}', { a: new Thing() })).toMatchObject({ rule: 'template-value-missing' })
  })
})

describe('a fault of form', () => {
  it.each([
    ['an open block', '<p>\n{{#if a}}\nx</p>', 2],
    ['the wrong end of a block', '{{#if a}}\nx{{/each}}', 2],
    ['an open brace', 'a\nb {{a', 2],
    ['nothing in the braces', 'a\n\n{{}}', 3],
    ['a stray end', 'a\n{{/if}}', 2],
  ])('%s is told at its line', (_what, template, line) => {
    const found = faultOf(template, { a: 1 })
    expect(found).toMatchObject({ rule: 'template-syntax', line })
    expect(found?.column).toBeGreaterThanOrEqual(1)
    expect(found?.hint).not.toBe('')
  })

  it('of any text lies inside it', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{{{',
      '}}}',
      '{{#if a}}',
      '{{/if}}',
      '{{else}}',
      '{{> p}}',
      'a',
      '"',
      '\n',
      '{{!',
      '--',
      '}}',
      '{{~',
      '(',
      ')',
      '[',
      ']',
      '.',
      '/',
      '@',
      '&',
      '=',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const template = pieces.join('')
        const { fill: run, messages } = compile(template, { p: 'x' })
        expect(run === undefined).toBe(messages.length > 0)
        const lines = template.split('\n')
        for (const { line, column, rule } of messages.map((message) => toRecord(message))) {
          expect(rule).toMatch(/^(?:template|helper|partial)-[a-z]+$/)
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines.length)
          expect(column).toBeGreaterThanOrEqual(1)
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('of several templates are told together', () => {
    const { messages } = compile('{{#if}}', { one: '{{> gone}}', two: '{{shout a}}' })
    expect(messages.map(({ file }) => file)).toEqual([
      'templates/handout.hbs',
      'templates/one.hbs',
      'templates/two.hbs',
    ])
  })
})

describe('a partial', () => {
  it('that includes itself through others is told with the way', () => {
    const { messages } = compile('{{> a}}', { a: '{{> b}}', b: '\n  {{> c}}', c: '{{> a}}' })
    const records = messages.map((message) => toRecord(message))
    expect(records.map(({ rule }) => rule)).toEqual(['partial-loop', 'partial-loop', 'partial-loop'])
    expect(records[1]).toMatchObject({ file: 'templates/b.hbs', line: 2, column: 3 })
    expect(records[0]?.text).toContain('a → b → c → a')
  })

  it('that is not there names the nearest', () => {
    const found = faultOf('{{> mastheat}}', {}, { masthead: 'x', title: 'y' })
    expect(found).toMatchObject({ rule: 'partial-unknown', hint: 'Did you mean `masthead`?' })
  })

  it('may be used twice, and inside a block', () => {
    expect(fill('{{> a}}{{#if x}}{{> a}}{{/if}}', { x: 1 }, { a: 'A' })).toBe('AA')
  })
})
