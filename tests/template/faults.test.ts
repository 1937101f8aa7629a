// Templates at fault in, each fault with its rule and its exact place out: in pages, in partials, in partials of partials.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { toRecord } from '../../src/model/message.js'
import { compileTemplates, type TemplateText } from '../../src/template/handlebars.js'
import { labelsOf } from '../helpers/html.js'

const labels = { ...labelsOf('en'), words: { visit: 'Your visit on {day}' } }

/** What the templates below are filled with. */
const data = {
  title: 'Ketamine',
  tagline: null,
  count: 3,
  organization: { name: 'Riverside', contact: [{ kind: 'phone', text: '555-0142' }, { kind: 'url' }] },
  names: ['Ana', 'Ben'],
  on: '2026-11-22',
}

interface Case {
  readonly page: string
  readonly partials?: Readonly<Record<string, string>>
  /** Rule, file, line, column. */
  readonly fault: string
  /** What the message says. */
  readonly words: string
}

function firstFault({ page, partials = {} }: Case) {
  const text = (name: string, content: string): TemplateText => ({
    name,
    path: name === 'page' ? 'templates/handout.hbs' : `templates/partials/${name}.hbs`,
    text: content,
  })
  const map = new Map(Object.entries(partials).map(([name, content]) => [name, text(name, content)]))
  const { fill, messages } = compileTemplates(text('page', page), map, labels)
  if (!fill) return messages.map((message) => toRecord(message))
  try {
    fill(data)
  } catch (cause) {
    return [toRecord(cause as Parameters<typeof toRecord>[0])]
  }
  return []
}

const cases = parse(readFileSync(new URL('faults.yaml', import.meta.url), 'utf8')) as readonly Case[]

describe('a template at fault', () => {
  it.each(cases)('$page $partials', (one) => {
    const [first, ...others] = firstFault(one)
    expect(others).toEqual([])
    expect(`${first?.rule} ${first?.file}:${first?.line}:${first?.column}`).toBe(one.fault)
    expect(first?.text).toBe(one.words)
  })

  it('is tried in enough ways', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40)
  })
})
