// A temporary library in, what a build in this process made of it and why out.
import { afterAll } from 'vitest'
import { type BuildOptions, type BuildResult, build, openPool } from '../../src/batch/build.js'
import { loadSettings, readSurroundings } from '../../src/config/load.js'
import type { HandoutRecord } from '../../src/model/manifest.js'
import type { Pool } from '../../src/pdf/pool.js'
import type { TemporaryLibrary } from './library.js'

const none = { topics: [], organizations: [], languages: [], levels: [], lengths: [], editions: [] }

/** Short handouts of two levels: enough to tell what depends on what. */
export const fewFilters = { ...none, levels: ['easy', 'detailed'], lengths: ['short'] }

export interface Built extends BuildResult {
  /** Ids of the handouts that were made, sorted. */
  readonly made: readonly string[]
  /** What became of each handout, in the order they were done. */
  readonly records: readonly HandoutRecord[]
  /** Why each was made, by its id. */
  readonly why: ReadonlyMap<string, readonly string[]>
}

const pools: Pool[] = []
afterAll(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

/** The machine as it is, without settings of ours. */
export function surroundings() {
  const real = readSurroundings()
  const env = Object.fromEntries(
    Object.entries(real.env).filter(([name]) => !name.startsWith('HANDOUT_') || name === 'HANDOUT_BROWSER'),
  )
  return { ...real, env }
}

/** Builds with one browser for the whole test file. */
export async function buildLibrary(
  { root }: Pick<TemporaryLibrary, 'root'>,
  options: Partial<BuildOptions> & {
    readonly out?: string
    readonly env?: Readonly<Record<string, string>>
  } = {},
): Promise<Built> {
  const { out, env, ...rest } = options
  const machine = surroundings()
  const here = { ...machine, env: { ...machine.env, ...env } }
  const settings = await loadSettings({ root, out }, here)
  pools[0] ??= openPool(settings, here)
  const why = new Map<string, readonly string[]>()
  const made: string[] = []
  const records: HandoutRecord[] = []
  const result = await build(settings, here, {
    filters: fewFilters,
    explain: true,
    pool: pools[0],
    ...rest,
    onEvent: (event) => {
      rest.onEvent?.(event)
      if (event.type !== 'done') return
      records.push(event.record)
      if (event.record.status !== 'made') return
      made.push(event.record.id)
      why.set(event.record.id, event.why)
    },
  })
  return { ...result, made: made.sort(), records, why }
}
