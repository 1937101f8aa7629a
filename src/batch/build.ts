// Settings and filters -> every wanted handout made or kept, and the manifest of the output folder.
import os from 'node:os'
import type { VFileMessage } from 'vfile-message'
import { HandoutError } from '../model/error.js'
import type { BuildSummary, HandoutRecord, Manifest } from '../model/manifest.js'
import { fault, isError } from '../model/message.js'
import type { Settings } from '../model/settings.js'
import type { Surroundings } from '../model/tools.js'
import type { Variant } from '../model/variant.js'
import { readManifest } from '../output/manifest.js'
import { WholeFolder } from '../output/whole-folder.js'
import { Pool } from '../pdf/pool.js'
import type { Prover } from '../pipeline/proof.js'
import { Brands } from './brands.js'
import { Cache } from './cache/cache.js'
import { keepWithinLimit } from './cache/usage.js'
import { Handouts, type Outcome } from './handouts.js'
import { keepHeapSmall } from './heap.js'
import { Inputs } from './inputs.js'
import { type Library, openLibrary, organizationMessages } from './library.js'
import { Memory } from './memory.js'
import { Outputs } from './outputs.js'
import { exists, type Filters, matchesAny, plan, wants } from './plan.js'
import { Remarks } from './remarks.js'
import { Run } from './run.js'
import { inShard, type Shard } from './shard.js'
import { sourceCommit } from './source-commit.js'
import { Tally } from './tally.js'
import { Topics } from './topics.js'

/** Fewer handouts than this are done before a thread has started. */
const threadsFrom = 12
/** Handouts composed ahead of the browser, so that it need not wait while a topic is read. */
const waiting = 3
/** After an interruption, what is at work may still end well for this long. */
const grace = 2000

export interface BuildOptions {
  readonly filters: Filters
  /** The part of the batch to make. */
  readonly shard?: Shard | undefined
  /** Makes also what is fresh. */
  readonly force?: boolean
  readonly failFast?: boolean
  readonly dryRun?: boolean
  /** ISO date on which the words are judged first; without it they are not. */
  readonly checkOn?: string
  /** Neither reads nor writes the cache. */
  readonly noCache?: boolean
  /** Tells with each handout made which of its parts changed. */
  readonly explain?: boolean
  readonly signal?: AbortSignal
  /** Browsers to print with, which stay open; by default the build starts and ends its own. */
  readonly pool?: Pool
  readonly onEvent?: (event: BuildEvent) => void
}

export type BuildEvent =
  | { readonly type: 'planned'; readonly total: number }
  /** So many of them have to be made or at least composed. */
  | { readonly type: 'work'; readonly count: number }
  | { readonly type: 'progress'; readonly what: string; readonly share: number }
  /** Remarks, each told once. */
  | { readonly type: 'messages'; readonly messages: readonly VFileMessage[] }
  | { readonly type: 'done'; readonly record: HandoutRecord; readonly why: readonly string[] }

export interface BuildResult {
  readonly variants: readonly Variant[]
  /** How many of them are done, well or not. */
  readonly done: number
  /** Every remark, each once. */
  readonly messages: readonly VFileMessage[]
  readonly summary: BuildSummary & { readonly pages: number }
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
  const started = performance.now()
  const { onEvent } = options
  const remarks = new Remarks((fresh) => onEvent?.({ type: 'messages', messages: fresh }))
  const library = await openLibrary(settings)
  const manifest = await readManifest(settings.folders.output)
  const variants = wantedVariants(library, settings, options, manifest)
  onEvent?.({ type: 'planned', total: variants.length })
  remarks.tell(organizationMessages(library, (id) => matchesAny(id, options.filters.organizations)))
  const tally = new Tally(started)
  const result = (interrupted: boolean): BuildResult => ({
    variants,
    done: tally.records.size,
    messages: remarks.told,
    summary: { ...tally.summary(), pages: tally.pages },
    interrupted,
  })
  if (options.dryRun) return result(false)
  await make({ settings, surroundings, options, remarks, library, manifest, variants, tally })
  return result(options.signal?.aborted ?? false)
}

function wantedVariants(
  library: Library,
  settings: Settings,
  { filters, shard }: BuildOptions,
  manifest: Manifest | undefined,
): Variant[] {
  const faulty = faultyOrganizations(library)
  const planned = plan(library.found, library.usable, settings, filters, faulty)
  if (planned.length === 0) mustBeWanted(library, filters)
  const variants = [
    ...planned,
    // What an organization at fault had is outdated now; which topics it takes cannot be asked.
    ...(manifest?.handouts ?? []).filter((one) => faulty.includes(one.organization) && wants(filters, one)),
  ]
  return shard ? variants.filter((variant) => inShard(variant, shard)) : variants
}

/** Nothing to do is well where nothing is asked for, or where faults say why. @throws HandoutError `nothing-wanted` */
function mustBeWanted(library: Library, filters: Filters): void {
  const asked = (['organizations', 'languages', 'levels', 'lengths', 'editions'] as const).flatMap((kind) =>
    filters[kind].length > 0 ? [`--${kind.slice(0, -1)} ${filters[kind].join(',')}`] : [],
  )
  const words = [...filters.topics, ...asked].join(' ')
  const explained = organizationMessages(library, (id) => matchesAny(id, filters.organizations)).some(isError)
  if (words !== '' && !explained)
    throw new HandoutError(
      'nothing-wanted',
      `No handout fits \`${words}\`, though each of these names is known.`,
    )
}

function faultyOrganizations({ organizations }: Library): string[] {
  return organizations.flatMap(({ id, organization }) => (organization ? [] : [id]))
}

interface Making {
  readonly settings: Settings
  readonly surroundings: Surroundings
  readonly options: BuildOptions
  readonly remarks: Remarks
  readonly library: Library
  readonly manifest: Manifest | undefined
  readonly variants: readonly Variant[]
  readonly tally: Tally
}

async function make(making: Making): Promise<void> {
  const { settings, surroundings, options, remarks, library, manifest, variants, tally } = making
  const { onEvent, signal } = options
  const { output, cache: cacheFolder } = settings.folders
  const pool = options.pool ?? openPool(settings, surroundings, onEvent)
  const secret = surroundings.env.HANDOUT_CACHE_KEY || undefined
  const cache = options.noCache ? undefined : await Cache.open(cacheFolder, secret)
  const folder = await WholeFolder.open(output)
  const memory = new Memory(cache)
  let prover: Prover | undefined
  const stop = () => {
    setTimeout(() => {
      pool.abort()
      void prover?.close()
    }, grace).unref()
  }
  signal?.addEventListener('abort', stop, { once: true })
  try {
    // Something will be printed for sure: the browser starts while the texts are read.
    const warm =
      settings.formats.includes('pdf') && (options.force || (!manifest && (await memory.isEmpty())))
    if (warm) pool.warm()
    const browser = await pool.identity()
    const inputs = new Inputs(settings, browser.hash, library.vocabulary)
    const faulty = faultyOrganizations(library)
    const outputs = new Outputs(folder, (one) => exists(one, library.found, library.usable, settings, faulty))
    const commit = await sourceCommit(settings.root)
    const write = async (finished: boolean) => {
      const about = { browser: browser.version, commit, summary: tally.summary(cache?.counts) }
      tally.withdrawn = await outputs.write(tally.records, about, finished)
      if (tally.made > 0 || finished) await memory.save()
    }
    const run = new Run({
      settings,
      library,
      inputs,
      topics: new Topics({ settings, library, inputs, memory, variants, checkOn: options.checkOn }),
      brands: new Brands({ settings, library, known: { memory, inputs } }),
      handouts: new Handouts({
        settings,
        output: folder,
        cache,
        memory,
        browser: browser.hash,
        press: {
          pool,
          prove: async (input, deadline) => {
            prover ??= await threads(variants.length)
            return prover.prove(input, deadline)
          },
          deadline: settings.deadline,
        },
        earlier: new Map(manifest?.handouts.map((record) => [record.id, record])),
        force: options.force === true,
        explain: options.explain === true,
      }),
      // Whoever wants to stop at the first fault wants none made behind it.
      width: options.failFast ? settings.jobs : settings.jobs + threadCount() + waiting,
      failFast: options.failFast === true,
      signal,
      onWork: (count) => {
        keepHeapSmall(count)
        onEvent?.({ type: 'work', count })
        if (settings.formats.includes('pdf')) pool.warm()
      },
      onRemarks: (messages) => remarks.tell(messages),
      onOutcome: async (outcome: Outcome) => {
        tally.add(outcome)
        remarks.tell(outcome.messages)
        onEvent?.({ type: 'done', record: outcome.record, why: outcome.why })
        if (tally.isCheckpoint()) await tally.checkpoint(() => write(false))
      },
    })
    let failure: unknown
    await run.all(variants).catch((cause: unknown) => {
      failure = cause
    })
    // Nothing more is printed; the browser ends while the manifest is written.
    const closed = options.pool ? undefined : pool.close()
    // Its room is for the manifest.
    await prover?.close()
    // A part of a batch without handouts has a manifest too, to be joined.
    if (variants.length > 0 || manifest || options.shard)
      await write(true).catch((cause: unknown) => (failure ??= cause))
    if (cache) await keepWithinLimit(cache, settings.cacheLimit)
    if (cache?.problem) remarks.tell([unwritable(cache.problem)])
    await closed
    if (failure !== undefined) throw failure
  } finally {
    signal?.removeEventListener('abort', stop)
    await Promise.all([
      options.pool ? undefined : pool.close(),
      prover?.close(),
      folder.close(),
      cache?.close(),
    ])
  }
}

/** A cache that cannot be written to stops nothing, but the next build will miss it. */
function unwritable({ message }: HandoutError): VFileMessage {
  return fault({
    rule: 'cache-unwritable',
    severity: 'warning',
    reason: `The cache could not be written, so the next build has more to do: ${message}`,
    hint: 'Make room there, name another folder in `folders.cache`, or give `--no-cache`.',
  })
}

/** Browsers as the settings want them. */
export function openPool(
  settings: Settings,
  surroundings: Surroundings,
  onEvent?: BuildOptions['onEvent'],
): Pool {
  return new Pool({
    surroundings,
    browser: settings.browser,
    pages: settings.jobs,
    onProgress: (what, share) => onEvent?.({ type: 'progress', what, share }),
  })
}

/** Finishing and verifying take about as long as printing takes the browser. */
function threadCount(): number {
  return Math.max(1, Math.floor(os.availableParallelism() / 2))
}

async function threads(handouts: number): Promise<Prover> {
  if (handouts < threadsFrom) return (await import('../pipeline/proof.js')).ownThread
  const { provers } = await import('./provers/threads.js')
  return provers(threadCount())
}
