// handout build: makes what is not fresh.
import path from 'node:path'
import { type BuildResult, build } from '../../batch/build.js'
import { loadSettings, readSurroundings } from '../../config/load.js'
import { asHandoutError } from '../../model/error.js'
import { isError } from '../../model/message.js'
import type { Surroundings } from '../../model/tools.js'
import { variantId } from '../../model/variant.js'
import { closingTable } from '../../report/summary.js'
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
  readonly check?: boolean
}

export const buildCommand = withReporters(withFilters(command('build', 'make what is not fresh')))
  .argument('[topics...]', 'topics; * stands for any letters')
  .option('--format <formats>', 'pdf, html or both', collect)
  .option('--jobs <n>', 'handouts printed at the same time', positiveInteger)
  .option('--force', 'make also what is fresh')
  .option('--dry-run', 'only say what would be made')
  .option('--no-check', 'do not judge the words first, for drafts')
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

async function run(
  topics: readonly string[],
  flags: BuildFlags,
  terminal: Terminal,
  reports: Reports,
  surroundings: Surroundings,
): Promise<void> {
  const settings = await loadSettings(
    flagsOf(flags, { jobs: flags.jobs, formats: flags.format }),
    surroundings,
  )
  let total = 0
  let done = 0
  const result = await build(settings, surroundings, {
    filters: filtersOf(topics, flags),
    force: flags.force === true,
    dryRun: flags.dryRun === true,
    failFast: flags.failFast === true,
    ...(flags.check === false ? {} : { checkOn: today(surroundings.env) }),
    signal: onInterrupt(),
    onEvent: (event) => {
      if (event.type === 'planned') total = event.total
      else if (event.type === 'messages') reports.tell(event.messages)
      else if (event.type === 'progress')
        terminal.progress(`${event.what} … ${Math.round(event.share * 100)} %`)
      else {
        done += 1
        terminal.progress(`${done}/${total} ${event.record.status} ${event.record.id}`)
      }
    },
  })
  process.exitCode = exitCodeFor(result)
  if (flags.dryRun) {
    for (const variant of result.variants) terminal.print(variantId(variant))
    return
  }
  terminal.note(closingTable(result.summary))
  const index = path.join(path.relative(process.cwd(), settings.folders.output) || '.', 'index.html')
  terminal.note(`Catalogue: ${index}`)
}

function exitCodeFor(result: BuildResult): number {
  if (result.interrupted) return exitCodes.interrupted
  return result.summary.failed > 0 || result.messages.some(isError) ? exitCodes.fault : exitCodes.done
}
