// A body in, the HTML that a variant prints out, as a tree that can be asked.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Element, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { select, selectAll } from 'hast-util-select'
import { parseMarkdown } from '../../src/content/markdown.js'
import { validateBody } from '../../src/content/validate-body.js'
import { compile } from '../../src/html/compile.js'
import type { Labels } from '../../src/model/labels.js'
import type { Picture, TopicMeta } from '../../src/model/topic.js'
import type { Variant } from '../../src/model/variant.js'
import { selectTopic } from '../../src/select/select-topic.js'
import { readLabels } from '../../src/template/labels.js'
import { repository } from './library.js'
import { defaultSettings, vocabulary } from './settings.js'

/** The fixed words of a language. */
export function labelsOf(language: string): Labels {
  const file = `templates/labels/${language}.yaml`
  const text = readFileSync(path.join(repository, file), 'utf8')
  const { labels, messages } = readLabels(language, [{ path: file, text }])
  if (!labels) throw new Error(messages.join('\n'))
  return labels
}

const settings = await defaultSettings()

export interface Compiled {
  readonly html: string
  readonly main: string
  readonly tree: Root
  /** First element of a selector; throws when there is none. */
  readonly get: (selector: string) => Element
  readonly all: (selector: string) => Element[]
  /** Words of the first element of a selector, or of everything. */
  readonly text: (selector?: string) => string
}

export interface CompileOptions {
  readonly variant?: Partial<Variant>
  readonly meta?: Partial<Pick<TopicMeta, 'terms' | 'sources'>>
  readonly topicAddress?: string
  /** Compiles also what the checks refuse. */
  readonly unchecked?: boolean
}

const pixel: Picture = {
  path: 'content/hands/x.png',
  bytes: new Uint8Array([1]),
  mediaType: 'image/png',
  width: 40.4,
  height: 20,
}

/** Compiles a body without front matter. */
export function compileBody(source: string, options: CompileOptions = {}): Compiled {
  const { body } = parseMarkdown(source)
  const meta: TopicMeta = {
    title: 'Hands',
    summary: 'How.',
    audience: 'patient',
    codes: {},
    notices: [],
    review: { status: 'draft', on: '2026-11-22', everyMonths: 24, by: [] },
    related: [],
    terms: { germ: 'a tiny living thing' },
    sources: { who: { title: 'Hand hygiene' }, cdc: { title: 'Clean hands' } },
    ...options.meta,
  }
  const faults = validateBody(body, source, meta, vocabulary, 'content/hands/en.md')
  if (!options.unchecked && faults.length > 0) throw new Error(faults.join('\n'))
  const labels = labelsOf('en')
  const variant: Variant = {
    organization: 'clinic',
    language: 'en',
    topic: 'hands',
    level: 'easy',
    length: 'long',
    edition: 'standard',
    ...options.variant,
  }
  const topic = {
    id: 'hands',
    language: 'en',
    path: 'content/hands/en.md',
    source,
    meta,
    body,
    pictures: new Map([['x.png', pixel]]),
  }
  const compiled = compile(selectTopic(topic, variant, settings, ['clinic']), {
    labels,
    pictures: topic.pictures,
    pictureAddress: () => 'https://handout.invalid/pictures/1',
    topicAddress: options.topicAddress,
  })
  const html = compiled.sections.join('')
  const tree = fromHtml(html, { fragment: true })
  const get = (selector: string) => {
    const found = select(selector, tree)
    if (!found) throw new Error(`There is no ${selector} in ${html}`)
    return found
  }
  return {
    html,
    main: `${compiled.mainLabel}${compiled.mainMessage}`,
    tree,
    get,
    all: (selector) => selectAll(selector, tree),
    text: (selector) => wordsOf(selector === undefined ? tree : get(selector)),
  }
}

/** The words of an element, white space as one space, and a space between blocks. */
export function wordsOf(node: Nodes): string {
  return collect(node).replace(/\s+/g, ' ').trim()
}

const blockElements = new Set(['div', 'p', 'li', 'section', 'h2', 'h3', 'td', 'th', 'figure', 'figcaption'])

function collect(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const words = node.children.map((child) => collect(child)).join('')
  return node.type === 'element' && blockElements.has(node.tagName) ? ` ${words} ` : words
}
