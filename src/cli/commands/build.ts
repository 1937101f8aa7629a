// handout build: makes what is not fresh.
import path from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { type BuildResult, build } from '../../batch/build.js'
import { parseShard, type Shard } from '../../batch/shard.js'
import { loadSettings, readSurroundings } from '../../config/load.js'
import { asHandoutError } from '../../model/error.js'
import { isError } from '../../model/message.js'
import type { Settings } from '../../model/settings.js'
import type { Surroundings } from '../../model/tools.js'
import { type Paper, variantId } from '../../model/variant.js'
import type { Pool } from '../../pdf/pool.js'
import { closingNotes, closingTable } from '../../report/summary.js'
import { buildAndWatch } from '../build-and-watch.js'
import { exitCodes } from '../exit.js'
import { onInterrupt } from '../interrupt.js'
import {
  type CommonOptions,
  collect,
  command,
  type FilterOptions,
  filtersOf,
  flagsOf,
  positiveInteger,
  withFilters,
} from '../options.js'
import { Progress } from '../progress.js'
import { placesOf, Reports, type ReportWish, withReporters } from '../reports.js'
import { Terminal } from '../terminal.js'
import { today } from '../today.js'

interface BuildFlags extends CommonOptions, FilterOptions {
  readonly format?: string[]
  readonly jobs?: number
  readonly reporter?: ReportWish[]
  readonly force?: boolean
  readonly dryRun?: boolean
  readonly failFast?: boolean
  readonly shard?: Shard
  readonly explain?: boolean
  readonly cache?: boolean
  readonly check?: boolean
  readonly watch?: boolean
  readonly paper?: Paper
  readonly grey?: boolean
}

export const buildCommand = withReporters(withFilters(command('build', 'make what is not fresh')))
  .argument('[topics...]', 'topics; * stands for any letters')
  .option('--format <formats>', 'pdf, html or both', collect)
  .option('--jobs <n>', 'handouts printed at the same time', positiveInteger)
  .addOption(new Option('--paper <size>', 'print on this paper').choices(['letter', 'a4']))
  .option('--grey', 'print for printers without colour')
  .option('--shard <i/n>', 'only this part of all, such as 2/4', shard)
  .option('--force', 'make also what is fresh')
  .option('--no-cache', 'neither read nor write the cache')
  .option('--explain', 'say why each handout is made')
  .option('--dry-run', 'only say what would be made')
  .option('--no-check', 'do not judge the words first, for drafts')
  .option('--watch', 'build again whenever a text or template changes')
  .option('--fail-fast', 'stop at the first handout at fault')
  .action(async (topics: string[], flags: BuildFlags) => {
    const surroundings = readSurroundings()
    const terminal = new Terminal({
      quiet: flags.quiet === true,
      color: flags.color === false ? false : undefined,
      ci: surroundings.env.CI !== undefined,
    })
    const reports = new Reports(flags.reporter, terminal, placesOf(flags, surroundings))
    try {
      await run(topics, flags, terminal, reports, surroundings)
    } catch (cause) {
      const error = asHandoutError(cause)
      reports.fail(error)
      throw error
    } finally {
      await reports.close()
    }
  })

function shard(value: string): Shard {
  try {
    return parseShard(value)
  } catch (cause) {
    const error = asHandoutError(cause)
    throw new InvalidArgumentError(`${error.message} ${error.hint}`)
  }
}

async function run(
  topics: readonly string[],
  flags: BuildFlags,
  terminal: Terminal,
  reports: Reports,
  surroundings: Surroundings,
): Promise<void> {
  const load = () => loadSettings(flagsOf(flags, { jobs: flags.jobs, formats: flags.format }), surroundings)
  const signal = onInterrupt()
  const once = async (settings: Settings, pool?: Pool): Promise<BuildResult> => {
    const progress = new Progress(terminal)
    return build(settings, surroundings, {
      filters: { ...filtersOf(topics, flags), paper: flags.paper, grey: flags.grey },
      shard: flags.shard,
      force: flags.force === true,
      dryRun: flags.dryRun === true,
      failFast: flags.failFast === true,
      noCache: flags.cache === false,
      ...(flags.check === false ? {} : { checkOn: today(surroundings.env) }),
      explain: flags.explain === true,
      signal,
      ...(pool ? { pool } : {}),
      onEvent: (event) => {
        if (event.type === 'messages') reports.tell(event.messages)
        if (event.type === 'done' && event.why.length > 0)
          terminal.print(`${event.record.id}: ${event.why.join(', ')}`)
        progress.tell(event)
      },
    })
  }
  if (flags.watch) return buildAndWatch(load, once, { terminal, surroundings, signal, config: flags.config })
  const settings = await load()
  const result = await once(settings)
  process.exitCode = exitCodeFor(result)
  if (flags.dryRun) {
    for (const variant of result.variants) terminal.print(variantId(variant))
    return
  }
  terminal.note(closingTable(result.summary))
  for (const text of closingNotes(result.summary)) terminal.note(text)
  if (result.interrupted)
    terminal.say(
      `Interrupted: ${result.done} of ${result.variants.length} are done. Run the same command again; it goes on from there.`,
    )
  const index = path.join(path.relative(process.cwd(), settings.folders.output) || '.', 'index.html')
  terminal.note(`Catalogue: ${index}`)
}

function exitCodeFor(result: BuildResult): number {
  if (result.interrupted) return exitCodes.interrupted
  return result.summary.failed > 0 || result.messages.some(isError) ? exitCodes.fault : exitCodes.done
}
