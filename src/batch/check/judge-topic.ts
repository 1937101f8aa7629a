// A topic file and the variants wanted of it -> everything found: by the rules, and in the signed records beside it.
import { readReviewRecords } from '../../content/review-records.js'
import type { Finding } from '../../lint/engine.js'
import { checkRecords } from '../../lint/instruments/records.js'
import { textHash } from '../../lint/instruments/text-hash.js'
import type { VariantText } from '../../lint/rule.js'
import type { ReviewRecord } from '../../model/review-record.js'
import type { Topic } from '../../model/topic.js'
import { type CheckedTopic, checkTopic } from './check-topic.js'
import type { Readings } from './readings.js'
import type { Measure, Wanted } from './threads.js'

export interface JudgedTopic {
  /** Undefined when the file has faults that forbid printing. */
  readonly topic: Topic | undefined
  readonly checked: CheckedTopic
  readonly texts: readonly VariantText[]
  /** Signed records that hold, by the hash of the words they are about. */
  readonly records: ReadonlyMap<string, readonly ReviewRecord[]>
}

/** Reads and judges one topic. */
export async function judgeTopic(
  { found, variants }: Wanted,
  measure: Measure,
  readings: Readings,
): Promise<JudgedTopic> {
  const { root } = measure.settings
  const reading = await readings.read(found)
  const original = reading.topic && (await readings.original(reading.topic))
  const { checked, texts } = checkTopic(reading, variants, { ...measure, original })
  const { topic } = reading
  if (!topic) return { topic, checked, texts, records: new Map() }
  const { findings, records } = await signedRecords(found.file, root, topic, texts)
  return { topic, checked: { ...checked, findings: [...checked.findings, ...findings] }, texts, records }
}

/** Records that are about the language of the topic; most topics have none. */
async function signedRecords(
  file: string,
  root: string,
  topic: Topic,
  texts: readonly VariantText[],
): Promise<{ findings: Finding[]; records: JudgedTopic['records'] }> {
  const read = await readReviewRecords(file, root)
  const own = read.records.filter(({ language }) => language === topic.language)
  if (own.length === 0 && read.messages.length === 0) return { findings: [], records: new Map() }
  const signedTexts = texts.map(({ print: { level, length, selected } }) => ({
    level,
    length,
    language: topic.language,
    text: textHash(selected, topic),
  }))
  const { holding, messages } = checkRecords(own, signedTexts)
  return {
    findings: [...read.messages, ...messages].map((message) => ({ message, variants: [] })),
    records: holding,
  }
}
