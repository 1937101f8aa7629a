// handout check: judges content and organizations without making PDFs.
import path from 'node:path'
import { type CheckResult, check } from '../../batch/check/check.js'
import { loadSettings, readSurroundings } from '../../config/load.js'
import { asHandoutError } from '../../model/error.js'
import type { Settings } from '../../model/settings.js'
import type { Surroundings } from '../../model/tools.js'
import { type Figures, figuresTable } from '../../report/figures.js'
import { exitCodes } from '../exit.js'
import {
  type CommonOptions,
  command,
  type FilterOptions,
  filtersOf,
  flagsOf,
  wholeNumber,
  withFilters,
} from '../options.js'
import { placesOf, Reports, type ReportWish, withReporters } from '../reports.js'
import { Terminal } from '../terminal.js'
import { today } from '../today.js'
import { runOnChange } from '../watch.js'

interface CheckFlags extends CommonOptions, FilterOptions {
  readonly reporter?: ReportWish[]
  readonly maxWarnings?: number
  readonly report?: boolean
  readonly watch?: boolean
}

export const checkCommand = withReporters(withFilters(command('check', 'judge content and organizations')))
  .argument('[topics...]', 'topics; * stands for any letters')
  .option('--max-warnings <n>', 'fail when there are more warnings', wholeNumber)
  .option('--report', 'write a report for people: check/index.html in the output folder')
  .option('--watch', 'judge again whenever a file changes')
  .action(async (topics: string[], flags: CheckFlags) => {
    const surroundings = readSurroundings()
    const terminal = new Terminal({
      quiet: flags.quiet === true,
      color: flags.color === false ? false : undefined,
      ci: surroundings.env.CI !== undefined,
    })
    if (!flags.watch) return once(topics, flags, terminal, surroundings)
    const settings = await loadSettings(flagsOf(flags), surroundings)
    const { content, templates } = settings.folders
    const files = [path.resolve(settings.root, flags.config ?? 'handout.yaml')]
    await runOnChange({ folders: [content, templates], files }, async () => {
      terminal.note('Judging the words.')
      try {
        await once(topics, flags, terminal, surroundings)
      } catch (cause) {
        const { message, hint } = asHandoutError(cause)
        terminal.say(`${message}\n  ${hint}`)
      }
      terminal.note('Waiting for changes. Ctrl-C ends it.')
    })
  })

async function once(
  topics: readonly string[],
  flags: CheckFlags,
  terminal: Terminal,
  surroundings: Surroundings,
): Promise<void> {
  const reports = new Reports(flags.reporter, terminal, placesOf(flags, surroundings))
  try {
    const settings = await loadSettings(flagsOf(flags), surroundings)
    const result = await run(topics, flags, settings, terminal, reports, surroundings)
    const { errors, warnings } = result.summary
    const tooMany = flags.maxWarnings !== undefined && warnings > flags.maxWarnings
    process.exitCode = errors > 0 || tooMany ? exitCodes.fault : exitCodes.done
  } catch (cause) {
    const error = asHandoutError(cause)
    reports.fail(error)
    throw error
  } finally {
    await reports.close()
  }
}

async function run(
  topics: readonly string[],
  flags: CheckFlags,
  settings: Settings,
  terminal: Terminal,
  reports: Reports,
  { env }: Surroundings,
): Promise<CheckResult> {
  let total = 0
  let done = 0
  const result = await check(settings, {
    filters: filtersOf(topics, flags),
    today: today(env),
    report: flags.report === true,
    onEvent: (event) => {
      if (event.type === 'planned') total = event.topics
      else if (event.type === 'messages') reports.tell(event.messages)
      else {
        done += 1
        terminal.progress(`${done}/${total} ${event.topic.path}`)
      }
    },
  })
  // Programs read the standard output; the table is for people.
  const forPeople =
    !flags.quiet && !flags.reporter?.some(({ name, file }) => name !== 'text' && file === undefined)
  if (forPeople) terminal.print(figuresTable(figuresOf(result, settings)))
  const { summary } = result
  terminal.note(
    `${summary.topics} topics, ${summary.variants} handouts: ${summary.errors} errors, ${summary.warnings} warnings, ` +
      `${summary.silenced} silenced with a reason (${summary.seconds.toFixed(1)} s)`,
  )
  if (result.reportPage !== undefined)
    terminal.note(`Report: ${path.relative(process.cwd(), result.reportPage)}`)
  return result
}

function figuresOf({ topics, pages }: CheckResult, settings: Settings): Figures[] {
  return topics.flatMap(({ id, language, prints }) =>
    prints.map(({ level, length, more, ids, readability }) => ({
      topic: id,
      language,
      name: [level, length, ...(more ? [`(${more})`] : [])].join(' '),
      readability,
      minutes: Math.max(1, Math.round(readability.words / (settings.levels[level]?.wordsPerMinute ?? 160))),
      pages: Math.max(0, ...ids.flatMap((one) => pages.get(one) ?? [])) || undefined,
    })),
  )
}
