// Topics to judge -> what the rules find in them, and `check/` in the output folder: pages for people, JSON for programs.
import path from 'node:path'
import { readTopic } from '../content/read-topic.js'
import { readReviewRecords } from '../content/review-records.js'
import type { Finding } from '../lint/engine.js'
import { checkRecords } from '../lint/instruments/records.js'
import { textHash } from '../lint/instruments/text-hash.js'
import { type MessageRecord, toRecord } from '../model/message.js'
import type { TopicReading } from '../model/topic.js'
import { readManifest } from '../output/manifest.js'
import { writeWhole } from '../output/write.js'
import { checkReport, type ReportedTopic } from '../report/check/index.js'
import { type CheckedTopic, checkTopic, messagesOf } from './check-topic.js'
import type { Measure, Wanted } from './check-workers.js'

export const reportFolder = 'check'

/**
 * Judges topics as `checkTopics` does, in one thread, and writes the report when all are judged.
 *
 * @returns path of the first page
 * @throws HandoutError `disk-failed`
 */
export async function checkTopicsWithReport(
  wanted: readonly Wanted[],
  measure: Measure,
  onDone: (checked: CheckedTopic) => void,
): Promise<string> {
  const { root, folders } = measure.settings
  const built = await builtHandouts(folders.output)
  const reported: ReportedTopic[] = []
  const others: MessageRecord[] = []
  for (const { found, variants } of wanted) {
    const reading = await readTopic(found, root, measure.vocabulary)
    const { checked, texts } = checkTopic(reading, variants, measure)
    const { topic } = reading
    if (!topic) {
      others.push(...messagesOf(checked.findings).map(toRecord))
      onDone(checked)
      continue
    }
    const signed = await signedRecords(found.file, root, reading, texts)
    const findings = [...checked.findings, ...signed.findings]
    onDone({ ...checked, findings })
    reported.push({ topic, texts, findings, silenced: checked.silenced, records: signed.records, built })
  }
  const folder = path.join(folders.output, reportFolder)
  for (const [file, text] of checkReport(reported, others)) await writeWhole(path.join(folder, file), text)
  return path.join(folder, 'index.html')
}

/** Records beside the topic that are about its language, and what is wrong with them. */
async function signedRecords(
  file: string,
  root: string,
  { topic, language }: TopicReading,
  texts: ReturnType<typeof checkTopic>['texts'],
): Promise<{ findings: Finding[]; records: ReportedTopic['records'] }> {
  const read = await readReviewRecords(file, root)
  const own = read.records.filter((record) => record.language === language)
  const { holding, messages } = checkRecords(
    own,
    texts.map(({ print }) => ({
      level: print.level,
      length: print.length,
      language,
      text: topic ? textHash(print.selected, topic) : '',
    })),
  )
  return {
    findings: [...read.messages, ...messages].map((message) => ({ message, variants: [] })),
    records: holding,
  }
}

/** The handouts that were built, by id. */
async function builtHandouts(output: string): Promise<ReportedTopic['built']> {
  const manifest = await readManifest(output)
  const built = new Map(
    manifest?.handouts.flatMap(({ id, files }) =>
      files.pdf ? [[id, { pages: files.pdf.pages, path: files.pdf.path }] as const] : [],
    ),
  )
  return (id) => built.get(id)
}
