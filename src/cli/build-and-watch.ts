// A build -> the same again whenever a text or template changes, with one browser, until Ctrl-C.
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { BuildResult } from '../batch/build.js'
import { openPool } from '../batch/build.js'
import { watch } from '../batch/watch.js'
import { HandoutError } from '../model/error.js'
import type { Settings } from '../model/settings.js'
import type { Surroundings } from '../model/tools.js'
import type { Pool } from '../pdf/pool.js'
import { visibleLines } from '../report/visible.js'
import type { Terminal } from './terminal.js'

export interface WatchTools {
  readonly terminal: Terminal
  readonly surroundings: Surroundings
  readonly signal: AbortSignal
  /** Configuration file, when one is named. */
  readonly config: string | undefined
}

/** Builds now and after every change. What fails is told, and tried again with the next change. */
export async function buildAndWatch(
  load: () => Promise<Settings>,
  build: (settings: Settings, pool: Pool) => Promise<BuildResult>,
  { terminal, surroundings, signal, config }: WatchTools,
): Promise<void> {
  const first = await load()
  const pool = openPool(first, surroundings)
  const file = path.resolve(first.root, config ?? 'handout.yaml')
  const places = [first.folders.content, first.folders.templates, ...(existsSync(file) ? [file] : [])]
  try {
    await watch({
      places,
      signal,
      onChange: async () => {
        try {
          const { summary } = await build(await load(), pool)
          const { made, kept, failed, seconds } = summary
          terminal.note(
            `${made} made, ${kept} kept, ${failed} failed in ${seconds.toFixed(1)} s; waiting for changes, Ctrl-C ends`,
          )
        } catch (cause) {
          if (!(cause instanceof HandoutError)) throw cause
          if (signal.aborted) return
          for (const text of [cause.message, cause.hint]) terminal.say(visibleLines(text).join('\n'))
        }
      },
    })
  } finally {
    await pool.close()
  }
}
