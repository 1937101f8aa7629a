// Topics to judge -> what is found in them, and `check/` in the output folder: pages for people, JSON for programs.
import path from 'node:path'
import { type MessageRecord, toRecord } from '../model/message.js'
import { readManifest } from '../output/manifest.js'
import { writeWhole } from '../output/write.js'
import { checkReport, type ReportedTopic } from '../report/check/index.js'
import { type CheckedTopic, messagesOf } from './check-topic.js'
import type { Measure, Wanted } from './check-workers.js'
import { judgeTopic } from './judge-topic.js'

const reportFolder = 'check'

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
  const { output } = measure.settings.folders
  const built = await builtHandouts(output)
  const reported: ReportedTopic[] = []
  const others: MessageRecord[] = []
  for (const one of wanted) {
    const { topic, checked, texts, records } = await judgeTopic(one, measure)
    onDone(checked)
    const { findings, silenced } = checked
    if (topic) reported.push({ topic, texts, findings, silenced, records, built })
    else others.push(...messagesOf(findings).map(toRecord))
  }
  const folder = path.join(output, reportFolder)
  for (const [file, text] of checkReport(reported, others)) await writeWhole(path.join(folder, file), text)
  return path.join(folder, 'index.html')
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
