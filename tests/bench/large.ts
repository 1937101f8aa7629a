// Two libraries, one many times the other -> what each handout of them takes, the memory over time, and what is left behind.
import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ProcessWatch } from '../helpers/processes.js'
import type { CommandRun, Sample } from './command.js'

/** Handouts after which memory must not grow any more. */
const settled = 500
/** Milliseconds after which nothing may be running any more. */
const patience = 5000
/** Milliseconds between two looks at what is running; each takes some of the time that is measured. */
const lookEvery = 2000

export interface LargeRun {
  readonly handouts: number
  readonly run: CommandRun
  /** Megabytes of Node from the first {@link settled} handouts on, least and most. */
  readonly least: number
  readonly most: number
  /** Processes, temporary files and half files that are still there. */
  readonly left: readonly string[]
}

/**
 * Builds one library, in a folder for temporary files of its own.
 *
 * @param build runs the command with these variables in its environment
 */
export async function measureLarge(
  root: string,
  handouts: number,
  build: (env: Readonly<Record<string, string>>) => Promise<CommandRun>,
): Promise<LargeRun> {
  const temporary = path.join(root, '.temporary')
  await mkdir(temporary)
  const word = `HANDOUT_BENCH_RUN=${handouts}`
  const [name = '', value = ''] = word.split('=')
  // The bench is in the same group of processes.
  const before = new Set(await readdir('/proc').catch(() => []))
  const watch = new ProcessWatch(word, lookEvery)
  const run = await build({ TMPDIR: temporary, [name]: value })
  await wait(patience)
  const processes = (await watch.left(0))
    .filter(({ pid }) => !before.has(String(pid)))
    .map(({ pid, command }) => `process ${pid} ${command}`)
  const after = run.samples.filter((one) => one.at > (run.seconds * settled) / handouts)
  const megabytes = after.map(({ node }: Sample) => node)
  return {
    handouts,
    run,
    least: Math.min(...megabytes),
    most: Math.max(...megabytes),
    left: [...processes, ...(await filesLeft(root, temporary))],
  }
}

async function filesLeft(root: string, temporary: string): Promise<string[]> {
  // The folder that all runs share stays.
  const inTemporary = (await readdir(temporary, { recursive: true })).filter(
    (name) => !/^handout-press-\d+$/.test(name),
  )
  const staged = await Promise.all(
    ['output', '.handout-cache'].map(async (folder) =>
      (await readdir(path.join(root, folder))).filter((name) => name.startsWith('.')),
    ),
  )
  return [...inTemporary, ...staged.flat()]
}
