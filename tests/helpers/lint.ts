// A text as an author writes it in, what the rules find in it out; through the real parser, schema, selection and engine.
import { z } from 'zod'
import { toSettings } from '../../src/config/load.js'
import { configSchema } from '../../src/config/schema.js'
import { parseMarkdown } from '../../src/content/markdown.js'
import { frontMatterSchema } from '../../src/content/schema.js'
import { validateBody } from '../../src/content/validate-body.js'
import { type Lint, lint } from '../../src/lint/engine.js'
import type { Print } from '../../src/lint/rule.js'
import type { Settings } from '../../src/model/settings.js'
import { textHash } from '../../src/model/text-hash.js'
import type { Topic } from '../../src/model/topic.js'
import type { Original } from '../../src/model/translation-changes.js'
import { selectTopic } from '../../src/select/select-topic.js'
import { readYaml } from '../../src/yaml/checked-yaml.js'

/** The day on which all examples are judged. */
export const today = '2026-12-01'

export const settings: Settings = toSettings(configSchema.parse({}), '/')

const meta = {
  title: 'T',
  summary: 'S',
  audience: 'patient',
  review: { status: 'draft', on: '2026-11-22', every: '24 months' },
}

/** Makes a topic of a whole file, or of a body alone; keys that the front matter leaves out are filled in. */
export function topicOf(text: string, language = 'en'): Topic {
  const { frontMatter, body } = parseMarkdown(text)
  const loose = readYaml(
    frontMatter?.yaml ?? '',
    2,
    z.record(z.string(), z.unknown()),
    'content/t/en.md',
    'front-matter',
  )
  const checked = frontMatterSchema.parse({ ...meta, ...loose.value })
  const topic = {
    id: 't',
    language,
    path: 'content/t/en.md',
    source: text,
    meta: checked,
    body,
    pictures: new Map(),
  }
  // `HASH` in an example stands for the hash of its own text, which nobody can write into it by hand.
  const signed = checked.review.signed === 'HASH' ? textHash(topic) : checked.review.signed
  return { ...topic, meta: { ...checked, review: { ...checked.review, signed } } }
}

export interface Options {
  readonly as?: { readonly level: string; readonly length: string }
  readonly language?: string
  readonly settings?: Settings
  /** The English text that it translates. */
  readonly original?: string
}

/** What each variant prints. */
export function printsOf(topic: Topic, { as, settings: given = settings }: Options = {}): Print[] {
  return Object.keys(given.levels).flatMap((level) =>
    Object.keys(given.lengths)
      .filter((length) => !as || (as.level === level && as.length === length))
      .map((length): Print | undefined => {
        if (as && as.level !== level) return undefined
        const variant = {
          organization: 'plain',
          language: topic.language,
          topic: topic.id,
          level,
          length,
          edition: 'standard' as const,
        }
        return {
          level,
          length,
          edition: 'standard',
          ids: [`${level}/${length}`],
          selected: selectTopic(topic, variant, given, ['plain']),
        }
      })
      .filter((print) => print !== undefined),
  )
}

/** The text that a topic translates; none is there but one in English. */
function originalOf({ meta }: Topic, text: string | undefined): Original | 'missing' | undefined {
  if (meta.translationOf && (text === undefined || meta.translationOf.language !== 'en')) return 'missing'
  return meta.translationOf && text !== undefined ? topicOf(text) : undefined
}

/** Judges a text. */
export function lintText(text: string, options: Options = {}): Lint {
  const topic = topicOf(text, options.language)
  return lint({
    topic,
    original: originalOf(topic, options.original),
    prints: printsOf(topic, options),
    settings: options.settings ?? settings,
    today,
    complete: true,
  })
}

/** Places, `line:column`, where a rule reports in a text; faults that other rooms find are in it. */
export function placesOf(rule: string, text: string, options: Options = {}): string[] {
  const topic = topicOf(text, options.language)
  const vocabulary = {
    levels: Object.keys(settings.levels),
    lengths: Object.keys(settings.lengths),
    editions: ['standard', 'large-print'],
    organizations: ['plain'],
    topics: ['t'],
    notices: [],
  }
  const elsewhere = [
    ...validateBody(topic.body, text, topic.meta, vocabulary, topic.path),
    ...printsOf(topic, options).flatMap(({ selected }) => selected.messages),
  ]
  const found = lintText(text, options).findings.map(({ message }) => message)
  return [...elsewhere, ...found]
    .filter(({ ruleId }) => ruleId === rule)
    .map(({ line, column }) => `${line}:${column}`)
}
