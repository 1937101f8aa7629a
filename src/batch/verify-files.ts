// Paths of PDFs, or the output folder -> a verdict for each, its faults at the line of the content where that is known.
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { Manifest } from '../model/manifest.js'
import { fault } from '../model/message.js'
import type { Expectation, PdfFault } from '../model/pdf.js'
import { pageBudget, type Settings } from '../model/settings.js'
import type { TopicReading } from '../model/topic.js'
import { editions } from '../model/variant.js'
import { isWhole } from '../output/hash.js'
import { readManifest } from '../output/manifest.js'
import { explain } from '../verify/explain.js'
import { verify } from '../verify/index.js'
import { askVeraPdf } from '../verify/verapdf.js'
import { openLibrary } from './library.js'
import { topicKey, topicKeys } from './topics.js'

/** Larger files are refused before they are read; no handout comes near. */
const maxBytes = 32 * 1024 * 1024

export interface FileVerdict {
  /** As given, or relative to the output folder. */
  readonly file: string
  readonly ok: boolean
  readonly pages: number
  readonly messages: readonly VFileMessage[]
  /** What veraPDF said, in one line; undefined when it was not asked. */
  readonly veraPdf?: string
}

export interface VerifyOptions {
  /** Empty: every PDF of the output folder's manifest. */
  readonly files: readonly string[]
  readonly veraPdf: boolean
  readonly onVerdict?: (verdict: FileVerdict) => void
}

/** Looks again at finished PDFs. @throws HandoutError `folder-unreadable` */
export async function verifyFiles(settings: Settings, options: VerifyOptions): Promise<FileVerdict[]> {
  const manifest = await readManifest(settings.folders.output)
  const known = new Map(
    (manifest?.handouts ?? []).flatMap((one) =>
      one.files.pdf ? [[path.join(settings.folders.output, one.files.pdf.path), one] as const] : [],
    ),
  )
  const files = options.files.length > 0 ? options.files.map((file) => path.resolve(file)) : [...known.keys()]
  const topics = await topicsOf(
    settings,
    files.flatMap((file) => known.get(file) ?? []),
  )
  const verdicts: FileVerdict[] = []
  for (const file of files) {
    const record = known.get(file)
    const readings = record ? topicKeys(record).flatMap((key) => topics.get(key) ?? []) : []
    const verdict = await verifyOne(file, settings, record, readings, options.veraPdf)
    verdicts.push(verdict)
    options.onVerdict?.(verdict)
  }
  return verdicts
}

type Record = Manifest['handouts'][number]

async function topicsOf(settings: Settings, records: readonly Record[]): Promise<Map<string, TopicReading>> {
  if (records.length === 0) return new Map()
  const wanted = new Set(records.flatMap(topicKeys))
  const library = await openLibrary(settings).catch(() => undefined)
  const readings = (await library?.readTopics((topic) => wanted.has(topicKey(topic)))) ?? []
  return new Map(readings.map((reading) => [topicKey(reading), reading]))
}

async function verifyOne(
  file: string,
  settings: Settings,
  record: Record | undefined,
  readings: readonly TopicReading[],
  veraPdf: boolean,
): Promise<FileVerdict> {
  const shown = path.relative(settings.root, file).split(path.sep).join('/')
  const about = (rule: string, reason: string, hint: string) => fault({ rule, reason, hint, file: shown })
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile())
    return {
      file: shown,
      ok: false,
      pages: 0,
      messages: [
        found
          ? about('file-unreadable', 'This is no file.', 'Name PDF files, or an output folder with `--out`.')
          : about('file-unreadable', 'The file cannot be read.', 'Check the path.'),
      ],
    }
  if (found.size > maxBytes)
    return {
      file: shown,
      ok: false,
      pages: 0,
      messages: [about('file-too-large', 'The file is over 32 MB.', 'This is no handout.')],
    }
  const bytes = await readFile(file)
  const changed =
    record?.files.pdf && !isWhole(path.join(settings.folders.output, record.files.pdf.path), record.files.pdf)
      ? [
          about(
            'file-changed',
            'The file is not the one that was made: its checksum differs.',
            'Build it again.',
          ),
        ]
      : []
  const verdict = verify(bytes, expectationOf(file, settings, record))
  const messages = [...changed, ...verdict.faults.map((one) => toMessage(one, shown, readings))]
  const opinion = veraPdf ? await secondOpinion(file, verdict.faults) : undefined
  return {
    file: shown,
    ok: messages.length === 0,
    pages: verdict.facts?.pages ?? 0,
    messages,
    ...(opinion === undefined ? {} : { veraPdf: opinion }),
  }
}

/** A file of ours is held to its edition and page budget; any other file to the standards alone. */
function expectationOf(file: string, settings: Settings, record: Record | undefined): Expectation {
  if (!record) {
    const edition = editions.find((one) => one !== 'standard' && file.includes(`.${one}.`))
    return edition ? { edition } : {}
  }
  const maxPages = pageBudget(settings, record)
  return { edition: record.edition, ...(maxPages === undefined ? {} : { maxPages }) }
}

/** At the line of the content when the topic is known, and always with the page of the PDF. */
function toMessage(found: PdfFault, file: string, readings: readonly TopicReading[]): VFileMessage {
  const explained = readings.flatMap(({ topic }) => (topic ? explain(found, topic.body, topic.path) : []))
  const message = explained.find(({ line }) => line !== undefined)
  if (message) {
    message.reason = `${file}: ${message.reason}`
    return message
  }
  return fault({
    rule: found.rule,
    reason: found.page === undefined ? found.text : `Page ${found.page}: ${found.text}`,
    ...(found.hint === undefined ? {} : { hint: found.hint }),
    file,
  })
}

async function secondOpinion(file: string, faults: readonly PdfFault[]): Promise<string> {
  const opinion = await askVeraPdf(file, faults)
  if (opinion.kind === 'not-installed') return 'veraPDF is not installed'
  if (opinion.kind === 'failed') return `veraPDF failed: ${opinion.reason}`
  const said = opinion.results.map(
    ({ flavour, compliant, failed }) => `${flavour} ${compliant ? 'passed' : `failed ${failed.join(', ')}`}`,
  )
  return `veraPDF ${opinion.agrees ? 'agrees' : 'DISAGREES'}: ${said.join('; ')}`
}
