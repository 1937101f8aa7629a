// A topic as judged -> everything the report tells about it, as plain data: the pages and the JSON are made of it.
import type { Finding, Silenced } from '../../lint/engine.js'
import { assess } from '../../lint/instruments/assess.js'
import { instruments } from '../../lint/instruments/index.js'
import type { Answer, Decider } from '../../lint/instruments/item.js'
import { materialOf } from '../../lint/instruments/material.js'
import { textHash } from '../../lint/instruments/text-hash.js'
import type { VariantText } from '../../lint/rule.js'
import { type MessageRecord, toRecord } from '../../model/message.js'
import type { ReviewRecord } from '../../model/review-record.js'
import { forLevel, type Topic } from '../../model/topic.js'
import { type CostlyFact, costlyFacts } from './costly.js'
import { type Measure, measuresOf } from './measures.js'

/** A topic with what was found in it. */
export interface ReportedTopic {
  readonly topic: Topic
  readonly texts: readonly VariantText[]
  readonly findings: readonly Finding[]
  readonly silenced: readonly Silenced[]
  /** Signed records that hold, by the hash of the words they are about. */
  readonly records: ReadonlyMap<string, readonly ReviewRecord[]>
  /** A handout that was built. */
  readonly built: (id: string) => BuiltHandout | undefined
}

interface BuiltHandout {
  readonly pages: number | undefined
  /** Its PDF, relative to the output folder, with `/`. */
  readonly path: string
}

export interface ItemFacts {
  readonly number: number
  readonly group: string
  readonly part: string
  readonly says: string
  readonly by: Decider
  readonly mayNotApply: boolean
  readonly answer: Answer | 'not-assessed'
  readonly from: 'machine' | 'person' | 'nobody'
  readonly disputed: boolean
  readonly evidence: string
  readonly signed: readonly {
    readonly by: string
    readonly on: string
    readonly answer: Answer
    readonly because: string
  }[]
}

export interface TallyFacts {
  readonly part: string
  readonly title: string
  readonly points: number
  readonly possible: number
  readonly notApplicable: number
  readonly notAssessed: number
  /** Share of points that the makers of the instrument ask for, when people have judged all items. */
  readonly pass: number
}

export interface InstrumentFacts {
  readonly id: string
  readonly title: string
  readonly origin: string
  readonly tallies: readonly TallyFacts[]
  readonly items: readonly ItemFacts[]
}

export interface VariantFacts {
  /** Name of its page, without the ending. */
  readonly key: string
  readonly name: string
  readonly level: string
  readonly length: string
  readonly edition: string
  /** Handouts that print these words, and their PDFs where they were built. */
  readonly handouts: readonly { readonly id: string; readonly pdf: string | null }[]
  readonly title: string
  /** What signatures are bound to. */
  readonly text: string
  readonly words: number
  readonly sentences: number
  readonly minutes: number
  readonly pages: number | null
  readonly measures: readonly Measure[]
  readonly costliest: readonly CostlyFact[]
  readonly messages: readonly MessageRecord[]
  readonly instruments: readonly InstrumentFacts[]
}

export interface TopicFacts {
  readonly topic: string
  readonly language: string
  readonly path: string
  readonly title: string
  readonly messages: readonly MessageRecord[]
  readonly silenced: readonly (MessageRecord & { readonly because: string })[]
  readonly variants: readonly VariantFacts[]
}

/** Collects the facts; `variants` go in the order of `inOrder`. */
export function factsOf(reported: ReportedTopic): TopicFacts {
  const { topic, texts, findings, silenced } = reported
  const keys = new Set<string>()
  return {
    topic: topic.id,
    language: topic.language,
    path: topic.path,
    title: forLevel(topic.meta.title, ''),
    messages: [...new Set(findings.map(({ message }) => message))].map(toRecord),
    silenced: silenced.map(({ message, reason }) => ({ ...toRecord(message), because: reason })),
    variants: inOrder(texts).map((text) => variantFacts(text, uniqueKey(text, keys), reported)),
  }
}

function variantFacts(
  text: VariantText,
  key: string,
  { topic, findings, records, built }: ReportedTopic,
): VariantFacts {
  const { print, readability, limits } = text
  const { level, length, edition, ids, more } = print
  const found = findings.filter(({ variants }) => variants.some((id) => ids.includes(id)))
  const messages = [...new Set(found.map(({ message }) => message))]
  const hash = textHash(print.selected, topic)
  const signed = records.get(hash) ?? []
  const material = materialOf(text, messages)
  return {
    key,
    name: more ? `${text.name} (${more})` : text.name,
    level,
    length,
    edition,
    handouts: ids.map((id) => ({ id, pdf: built(id)?.path ?? null })),
    title: forLevel(topic.meta.title, level),
    text: hash,
    words: readability.words,
    sentences: readability.sentences,
    minutes: Math.max(1, Math.round(readability.words / limits.wordsPerMinute)),
    pages: ids.map((id) => built(id)?.pages).find((count) => count !== undefined) ?? null,
    measures: measuresOf(text),
    costliest: costlyFacts(text),
    messages: messages.map(toRecord),
    instruments: instruments.map((instrument) => instrumentFacts(assess(instrument, material, signed))),
  }
}

function instrumentFacts({ instrument, items, tallies }: ReturnType<typeof assess>): InstrumentFacts {
  const { id, title, origin } = instrument
  return {
    id,
    title,
    origin,
    tallies: tallies.map(({ part, ...counts }) => ({
      part: part.key,
      title: part.title,
      ...counts,
      pass: part.pass,
    })),
    items: items.map(({ item, decision, signatures, answer, from, disputed }) => ({
      number: item.number,
      group: item.group,
      part: item.part,
      says: item.says,
      by: item.by,
      mayNotApply: item.mayNotApply,
      answer: answer ?? 'not-assessed',
      from: from ?? 'nobody',
      disputed,
      evidence: decision.evidence,
      signed: signatures.map(({ by, on, answer: signed, because }) => ({ by, on, answer: signed, because })),
    })),
  }
}

/** Texts by level and length, both as the configuration has them. */
export function inOrder(texts: readonly VariantText[]): VariantText[] {
  const place = ({ print, settings }: VariantText) => [
    Object.keys(settings.levels).indexOf(print.level),
    Object.keys(settings.lengths).indexOf(print.length),
  ]
  const compare = ([level = 0, length = 0]: number[], [otherLevel = 0, otherLength = 0]: number[]) =>
    level - otherLevel || length - otherLength
  return [...texts].sort((a, b) => compare(place(a), place(b)))
}

/** Level and length name a page; organizations and editions with words of their own get a number. */
function uniqueKey({ print }: VariantText, taken: Set<string>): string {
  const base = `${print.level}.${print.length}`
  let key = base
  for (let number = 2; taken.has(key); number++) key = `${base}.${number}`
  taken.add(key)
  return key
}
