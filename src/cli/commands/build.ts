// handout build: makes what is not fresh.
import path from 'node:path'
import { build } from '../../batch/build.js'
import { loadSettings, readSurroundings } from '../../config/load.js'
import { variantId } from '../../model/variant.js'
import { closingTable } from '../../report/summary.js'
import { textReport } from '../../report/text.js'
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
import { Terminal } from '../terminal.js'

interface BuildFlags extends CommonOptions, FilterOptions {
  readonly format?: string[]
  readonly jobs?: number
  readonly force?: boolean
  readonly dryRun?: boolean
  readonly failFast?: boolean
}

export const buildCommand = withFilters(command('build', 'make what is not fresh'))
  .argument('[topics...]', 'topics; * stands for any letters')
  .option('--format <formats>', 'pdf, html or both', collect)
  .option('--jobs <n>', 'handouts printed at the same time', positiveInteger)
  .option('--force', 'make also what is fresh')
  .option('--dry-run', 'only say what would be made')
  .option('--fail-fast', 'stop at the first handout at fault')
  .action(async (topics: string[], flags: BuildFlags) => {
    const surroundings = readSurroundings()
    const settings = await loadSettings(
      flagsOf(flags, { jobs: flags.jobs, formats: flags.format }),
      surroundings,
    )
    const terminal = new Terminal({
      quiet: flags.quiet === true,
      color: flags.color === false ? false : undefined,
      ci: surroundings.env.CI !== undefined,
    })
    let total = 0
    let done = 0
    const result = await build(settings, surroundings, {
      filters: filtersOf(topics, flags),
      force: flags.force === true,
      dryRun: flags.dryRun === true,
      failFast: flags.failFast === true,
      signal: onInterrupt(),
      onEvent: (event) => {
        if (event.type === 'planned') total = event.total
        else if (event.type === 'progress')
          terminal.progress(`${event.what} … ${Math.round(event.share * 100)} %`)
        else {
          done += 1
          if (event.messages.length > 0) terminal.say(textReport(event.messages, terminal.colors))
          terminal.progress(`${done}/${total} ${event.record.status} ${event.record.id}`)
        }
      },
    })
    if (flags.dryRun) {
      for (const variant of result.variants) terminal.print(variantId(variant))
      return
    }
    const untold = result.messages.filter(
      (message) =>
        message.fatal && !message.file?.startsWith(path.relative(settings.root, settings.folders.content)),
    )
    void untold
    terminal.note(closingTable(result.summary))
    const index = path.join(path.relative(process.cwd(), settings.folders.output) || '.', 'index.html')
    terminal.note(`Catalogue: ${index}`)
    if (result.interrupted) process.exitCode = exitCodes.interrupted
    else if (result.summary.failed > 0 || result.messages.some((message) => message.fatal))
      process.exitCode = exitCodes.fault
  })
