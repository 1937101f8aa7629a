// The body of a topic in, its material as one variant out, as the report judges it.
import { parseMarkdown } from '../../../src/content/markdown.js'
import { lint } from '../../../src/lint/engine.js'
import { assess, type Judged } from '../../../src/lint/instruments/assess.js'
import type { Decision, Instrument } from '../../../src/lint/instruments/item.js'
import { type Material, materialOf } from '../../../src/lint/instruments/material.js'
import type { Settings } from '../../../src/model/settings.js'
import type { Topic, TopicMeta } from '../../../src/model/topic.js'
import { selectTopic } from '../../../src/select/select-topic.js'
import { defaultSettings } from '../../helpers/settings.js'

export interface Given {
  readonly level?: string
  readonly length?: string
  readonly language?: string
  readonly meta?: Partial<TopicMeta>
  readonly settings?: Partial<Settings>
}

const meta: TopicMeta = {
  title: 'Washing your hands',
  summary: 'How to wash your hands.',
  audience: 'patient',
  codes: {},
  notices: [],
  review: { status: 'draft', on: '2026-11-22', everyMonths: 24, by: [] },
  terms: {},
  sources: {},
  related: [],
}

/** Blocks that every handout has; tests add to them. */
export const frame = {
  message: ':::main-message\nClean hands keep you well.\n:::\n',
  actions: ':::actions[What you can do]\n1. Wash your hands before you eat.\n2. Dry them well.\n:::\n',
  help: ':::get-help[Call us if]\n- you have a rash.\n:::\n',
}

/** A handout with the blocks every one has. */
export const whole = (more = '') => [frame.message, more, frame.actions, frame.help].join('\n')

export async function materialFor(body: string, given: Given = {}): Promise<Material> {
  const settings = { ...(await defaultSettings()), ...given.settings }
  const { level = 'easy', length = 'long', language = 'en' } = given
  const topic: Topic = {
    id: 'hands',
    language,
    path: `content/hands/${language}.md`,
    source: body,
    meta: { ...meta, ...given.meta },
    body: parseMarkdown(body).body,
    pictures: new Map(),
  }
  const variant = {
    organization: 'clinic',
    language,
    topic: 'hands',
    level,
    length,
    edition: 'standard',
  } as const
  const selected = selectTopic(topic, variant, settings, ['clinic'])
  const { findings, texts } = lint({
    topic,
    prints: [{ level, length, edition: 'standard', selected, ids: ['one'] }],
    settings,
    today: '2026-11-22',
    complete: false,
  })
  const [text] = texts
  if (!text) throw new Error('one print gives one text')
  return materialOf(
    text,
    findings.map(({ message }) => message),
  )
}

/** What the machine says about one item. */
export async function decide(
  instrument: Instrument,
  number: number,
  body: string,
  given: Given = {},
): Promise<Decision> {
  const item = instrument.items.find((one) => one.number === number)
  if (!item) throw new Error(`no item ${number}`)
  return item.decide(await materialFor(body, given))
}

/** Every item, without records. */
export async function judgeAll(
  instrument: Instrument,
  body: string,
  given: Given = {},
): Promise<readonly Judged[]> {
  return assess(instrument, await materialFor(body, given), []).items
}
