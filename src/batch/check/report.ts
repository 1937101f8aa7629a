// Topics to judge -> what is found in them, and `check/` in the output folder: pages for people, JSON for programs.
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { type MessageRecord, toRecord } from '../../model/message.js'
import { toolName } from '../../model/version.js'
import { readManifest } from '../../output/manifest.js'
import { writeWhole } from '../../output/write.js'
import { checkReport, dataFile, type ReportedTopic } from '../../report/check/index.js'
import { messagesOf } from './check-topic.js'
import { judgeTopic } from './judge-topic.js'
import type { Judging } from './threads.js'

const reportFolder = 'check'

/**
 * Judges topics as `checkTopics` does, in one thread, and writes the report when all are judged.
 *
 * @returns path of the first page
 * @throws HandoutError `disk-failed`
 */
export async function checkTopicsWithReport({
  wanted,
  measure,
  readings,
  onDone,
  meanwhile,
}: Judging): Promise<string> {
  await meanwhile()
  const { output } = measure.settings.folders
  const built = await builtHandouts(output)
  const reported: ReportedTopic[] = []
  const others: MessageRecord[] = []
  for (const one of wanted) {
    const { topic, checked, texts, records } = await judgeTopic(one, measure, readings)
    onDone(checked)
    const { findings, silenced } = checked
    if (topic) reported.push({ topic, texts, findings, silenced, records, built })
    else others.push(...messagesOf(findings).map(toRecord))
  }
  const folder = path.join(output, reportFolder)
  const earlier = await pagesIn(folder)
  for (const [file, text] of checkReport(reported, others)) {
    await writeWhole(path.join(folder, file), text)
    earlier.delete(file)
  }
  for (const file of earlier) await rm(path.join(folder, file), { force: true })
  return path.join(folder, 'index.html')
}

/** Pages of an earlier report, `language/topic/page.html`: what is judged no longer must not look judged. */
async function pagesIn(folder: string): Promise<Set<string>> {
  // Without our data in it the folder is not ours to tidy.
  const data = await readFile(path.join(folder, dataFile), 'utf8').catch(() => '')
  if (!data.includes(`"name": "${toolName}"`)) return new Set()
  const found = await readdir(folder, { recursive: true }).catch(() => [])
  const names = found.map((name) => name.split(path.sep).join('/'))
  return new Set(names.filter((name) => /^[^/]+\/[^/]+\/[^/]+\.html$/.test(name)))
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
