// Settings and filters -> every wanted handout made or kept, and the manifest of the output folder.
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { FileRecord, HandoutRecord, Manifest } from '../model/manifest.js'
import { isError, toRecord } from '../model/message.js'
import type { Settings } from '../model/settings.js'
import type { Surroundings } from '../model/tools.js'
import { forLevel, type Topic, type TopicReading } from '../model/topic.js'
import { type Variant, variantId } from '../model/variant.js'
import { producer, toolName, toolVersion } from '../model/version.js'
import { cataloguePage } from '../output/catalogue.js'
import { readManifest, writeManifest } from '../output/manifest.js'
import { outputPath } from '../output/name.js'
import { isWhole, remove, sha256, writeWhole } from '../output/write.js'
import { Pool } from '../pdf/pool.js'
import { type Composed, compose } from '../pipeline/compose.js'
import { press } from '../pipeline/press.js'
import type { Theme } from '../template/theme.js'
import { chainsOf } from './check.js'
import { checkTopic, messagesOf } from './check-topic.js'
import { fingerprint } from './fingerprint.js'
import { type Library, openLibrary, organizationMessages } from './library.js'
import { type Filters, matchesAny, plan, wants } from './plan.js'
import { Remarks } from './remarks.js'
import { sourceCommit } from './source-commit.js'

export interface BuildOptions {
  readonly filters: Filters
  /** Makes also what is fresh. */
  readonly force?: boolean
  readonly failFast?: boolean
  readonly dryRun?: boolean
  /** ISO date on which the words are judged first; without it they are not. */
  readonly checkOn?: string
  readonly signal?: AbortSignal
  readonly onEvent?: (event: BuildEvent) => void
}

export type BuildEvent =
  | { readonly type: 'planned'; readonly total: number }
  | { readonly type: 'progress'; readonly what: string; readonly share: number }
  /** Remarks, each told once. */
  | { readonly type: 'messages'; readonly messages: readonly VFileMessage[] }
  | { readonly type: 'done'; readonly record: HandoutRecord }

export interface BuildResult {
  readonly variants: readonly Variant[]
  readonly records: readonly HandoutRecord[]
  /** Every remark, each once. */
  readonly messages: readonly VFileMessage[]
  readonly summary: Manifest['summary'] & { readonly pages: number }
  readonly interrupted: boolean
}

/**
 * Makes what is not fresh.
 *
 * @throws HandoutError for wrong names and failing surroundings; what was made before that is kept
 */
export async function build(
  settings: Settings,
  surroundings: Surroundings,
  options: BuildOptions,
): Promise<BuildResult> {
  const { onEvent } = options
  const pool = new Pool({
    surroundings,
    browser: settings.browser,
    onProgress: (what, share) => onEvent?.({ type: 'progress', what, share }),
  })
  const manifest = await readManifest(settings.folders.output)
  // Something will be printed for sure: the browser starts while the texts are read.
  if (!options.dryRun && (options.force || !manifest)) pool.warm()
  try {
    return await buildWith(pool, manifest, settings, options)
  } finally {
    await pool.close()
  }
}

async function buildWith(
  pool: Pool,
  manifest: Manifest | undefined,
  settings: Settings,
  options: BuildOptions,
): Promise<BuildResult> {
  const started = performance.now()
  const { filters, onEvent } = options
  const library = await openLibrary(settings)
  const messages = organizationMessages(library, (id) => matchesAny(id, filters.organizations))
  const faulty = library.organizations.flatMap(({ id, organization }) => (organization ? [] : [id]))
  const variants = [
    ...plan(library.found, library.usable, settings, filters, faulty),
    // What an organization at fault had is outdated now; which topics it takes cannot be asked.
    ...(manifest?.handouts ?? []).filter((one) => faulty.includes(one.organization) && wants(filters, one)),
  ]
  onEvent?.({ type: 'planned', total: variants.length })
  const remarks = new Remarks((fresh) => onEvent?.({ type: 'messages', messages: fresh }))
  remarks.tell(messages)
  if (options.dryRun)
    return {
      variants,
      records: [],
      messages: remarks.told,
      summary: { made: 0, kept: 0, failed: 0, pages: 0, seconds: seconds(started) },
      interrupted: false,
    }

  const run = new Run(settings, library, pool, options, remarks, manifest, await pool.identity())
  try {
    await run.all(variants)
  } finally {
    if (run.records.size > 0) await run.writeOutputs(started)
  }
  const records = [...run.records.values()]
  return {
    variants,
    records,
    messages: remarks.told,
    summary: {
      ...summarize(records, started),
      pages: records.reduce((sum, one) => sum + (one.files.pdf?.pages ?? 0), 0),
    },
    interrupted: options.signal?.aborted ?? false,
  }
}

/** One run over the planned variants. */
class Run {
  readonly records = new Map<string, HandoutRecord>()
  readonly #earlier: ReadonlyMap<string, HandoutRecord>
  /** Remarks about the words, by variant. */
  readonly #judged = new Map<string, readonly VFileMessage[]>()
  #stopped = false

  constructor(
    readonly settings: Settings,
    readonly library: Library,
    readonly pool: Pool,
    readonly options: BuildOptions,
    readonly remarks: Remarks,
    readonly manifest: Manifest | undefined,
    readonly browser: string,
  ) {
    this.#earlier = new Map(manifest?.handouts.map((record) => [record.id, record]))
  }

  async all(variants: readonly Variant[]): Promise<void> {
    const wantedTopics = new Set(variants.map((one) => `${one.topic}/${one.language}`))
    const readings = await this.library.readTopics((topic) =>
      wantedTopics.has(`${topic.id}/${topic.language}`),
    )
    const topics = new Map(readings.map((reading) => [`${reading.id}/${reading.language}`, reading]))
    for (const reading of readings) this.remarks.tell(reading.messages)
    if (this.options.checkOn !== undefined) this.#check(readings, variants, this.options.checkOn)
    const queue = [...variants]
    const worker = async () => {
      for (let variant = queue.shift(); variant && !this.#stopped; variant = queue.shift()) {
        if (this.options.signal?.aborted) return
        const reading = topics.get(`${variant.topic}/${variant.language}`)
        if (reading) await this.#one(variant, reading)
      }
    }
    // The first fault of the surroundings stops the others between two handouts, and is thrown when all have stopped.
    const workers = Array.from({ length: Math.min(this.settings.jobs, variants.length) }, () =>
      worker().catch((cause: unknown) => {
        this.#stopped = true
        throw cause
      }),
    )
    const failed = (await Promise.allSettled(workers)).find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
  }

  /** Judges the words; what is found goes to the variants it is about. */
  #check(readings: readonly TopicReading[], variants: readonly Variant[], today: string): void {
    const chains = chainsOf(this.library.usable)
    for (const reading of readings) {
      const own = variants.filter(
        ({ topic, language }) => topic === reading.id && language === reading.language,
      )
      const { findings } = checkTopic(reading, own, { settings: this.settings, chains, today }).checked
      this.remarks.tell(messagesOf(findings))
      for (const { message, variants: ids } of findings)
        for (const id of ids) this.#judged.set(id, [...(this.#judged.get(id) ?? []), message])
    }
  }

  async #one(variant: Variant, reading: TopicReading): Promise<void> {
    const { topic } = reading
    if (!topic) return this.#fail(variant, reading.messages, undefined, variant.topic)
    const judged = this.#judged.get(variantId(variant)) ?? []
    if (judged.some(isError)) return this.#fail(variant, judged, topic)
    const organization = this.library.usable.find((one) => one.id === variant.organization)
    if (!organization) {
      const found = organizationMessages(this.library, (id) => id === variant.organization)
      return this.#fail(variant, found, topic)
    }
    const { theme, messages } = await this.library.theme(organization, variant.language)
    if (!theme) return this.#fail(variant, messages, topic)
    const { composed, messages: found } = compose(topic, variant, theme, this.settings, producer)
    if (!composed) return this.#fail(variant, found, topic)
    const print = fingerprint(composed, producer, this.browser)
    if (!this.options.force && (await this.#keep(variant, print, composed))) return
    await this.#make(variant, composed, topic, theme, print)
  }

  async #keep(variant: Variant, print: string, composed: Composed): Promise<boolean> {
    const earlier = this.#earlier.get(variantId(variant))
    if (earlier?.fingerprint !== print || !earlier.files.pdf || earlier.status === 'failed') return false
    if (!(await isWhole(this.settings.folders.output, earlier.files.pdf))) return false
    const messages = [...(this.#judged.get(variantId(variant)) ?? []), ...composed.messages]
    this.#done({ ...earlier, status: 'kept', messages: messages.map(toRecord) }, messages)
    return true
  }

  async #make(
    variant: Variant,
    composed: Composed,
    topic: Topic,
    theme: Theme,
    print: string,
  ): Promise<void> {
    const pressed = await press(composed, topic, theme, this.pool, this.settings.deadline)
    const judged = this.#judged.get(variantId(variant)) ?? []
    const messages = [...judged, ...composed.messages, ...pressed.messages]
    if (!pressed.pdf || messages.some(isError)) return this.#fail(variant, messages, topic)
    const file = outputPath(variant, 'pdf')
    await writeWhole(path.join(this.settings.folders.output, file), pressed.pdf)
    const pdf: FileRecord = {
      path: file,
      sha256: sha256(pressed.pdf),
      bytes: pressed.pdf.length,
      pages: pressed.pages,
    }
    const record: HandoutRecord = {
      ...this.#base(variant, topic, composed.title),
      paper: theme.organization.paper,
      status: 'made',
      files: { pdf },
      readability: composed.readability,
      conformance: pressed.conformance,
      review: composed.review,
      version: composed.version,
      fingerprint: print,
      messages: messages.map(toRecord),
    }
    this.#done(record, messages)
  }

  /** A failed handout leaves no file behind: an outdated page must not be handed out as if it were the new one. */
  async #fail(
    variant: Variant,
    messages: readonly VFileMessage[],
    topic: Topic | undefined,
    title?: string,
  ): Promise<void> {
    await remove(path.join(this.settings.folders.output, outputPath(variant, 'pdf')))
    const record: HandoutRecord = {
      ...this.#base(variant, topic, title ?? variant.topic),
      paper: this.library.usable.find((one) => one.id === variant.organization)?.paper ?? '',
      status: 'failed',
      files: {},
      conformance: [],
      review: { status: topic?.meta.review.status ?? '', on: topic?.meta.review.on ?? '', due: '' },
      version: '',
      fingerprint: '',
      messages: messages.map(toRecord),
    }
    if (this.options.failFast) this.#stopped = true
    this.#done(record, messages)
  }

  #base(variant: Variant, topic: Topic | undefined, title: string): Variant & { id: string; title: string } {
    return {
      id: variantId(variant),
      ...variant,
      title: topic ? forLevel(topic.meta.title, variant.level) : title,
    }
  }

  #done(record: HandoutRecord, messages: readonly VFileMessage[]): void {
    this.records.set(record.id, record)
    this.remarks.tell(messages)
    this.options.onEvent?.({ type: 'done', record })
  }

  /** Catalogue, checksums and manifest; what other runs made and is still there stays in them. */
  async writeOutputs(started: number): Promise<void> {
    const { output } = this.settings.folders
    const kept: HandoutRecord[] = []
    for (const record of this.#earlier.values()) {
      if (this.records.has(record.id)) continue
      const file =
        record.files.pdf && (await stat(path.join(output, record.files.pdf.path)).catch(() => undefined))
      if (file) kept.push({ ...record, status: 'kept' })
    }
    const handouts = [...kept, ...this.records.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    const manifest: Manifest = {
      schema: 1,
      tool: { name: toolName, version: toolVersion },
      browser: this.browser,
      source: { commit: await sourceCommit(this.settings.root) },
      handouts,
      summary: summarize([...this.records.values()], started),
    }
    await writeWhole(path.join(output, 'index.html'), cataloguePage(manifest))
    await writeManifest(output, manifest)
  }
}

function summarize(records: readonly HandoutRecord[], started: number): Manifest['summary'] {
  const count = (status: HandoutRecord['status']) => records.filter((one) => one.status === status).length
  return { made: count('made'), kept: count('kept'), failed: count('failed'), seconds: seconds(started) }
}

function seconds(started: number): number {
  return Math.round(performance.now() - started) / 1000
}
