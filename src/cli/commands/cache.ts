// handout cache: what is in the cache; prune, check or clear it.
import { rm } from 'node:fs/promises'
import { InvalidArgumentError } from 'commander'
import { cacheState, pruneCache, scrubCache } from '../../batch/cache/prune.js'
import { loadSettings, readSurroundings } from '../../config/load.js'
import { HandoutError } from '../../model/error.js'
import { didYouMean } from '../../model/suggest.js'
import { type CommonOptions, command, flagsOf } from '../options.js'
import { Terminal } from '../terminal.js'

interface CacheFlags extends CommonOptions {
  readonly json?: boolean
  readonly limit?: number
}

const actions = ['show', 'prune', 'check', 'clear']

export const cacheCommand = command('cache', 'what is in the cache; prune, check or clear it')
  .argument('[action]', `${actions.join(', ')}`, 'show')
  .option(
    '--limit <size>',
    'for prune: what may stay, such as 500MB or 2GB; default: the setting cache-limit',
    size,
  )
  .option('--json', 'as JSON')
  .action(async (action: string, flags: CacheFlags) => {
    const settings = await loadSettings(flagsOf(flags), readSurroundings())
    const terminal = new Terminal({
      quiet: false,
      color: flags.color === false ? false : undefined,
      ci: true,
    })
    const folder = settings.folders.cache
    const tell = (values: object, words: string) =>
      terminal.print(flags.json ? JSON.stringify({ folder, ...values }, null, 1) : words)
    if (action === 'show') {
      const state = await cacheState(folder)
      const limit = settings.cacheLimit
      tell(
        { ...state, limit },
        `${folder}: ${state.entries} handouts, ${megabytes(state.bytes)} of ${megabytes(limit)}`,
      )
    } else if (action === 'prune') {
      const pruned = await pruneCache(folder, flags.limit ?? settings.cacheLimit)
      tell(
        pruned,
        `${pruned.removedEntries} handouts and ${megabytes(pruned.removedBytes)} taken away; ` +
          `${pruned.entries} handouts and ${megabytes(pruned.bytes)} stay`,
      )
    } else if (action === 'check') {
      const scrubbed = await scrubCache(folder)
      tell(scrubbed, `${scrubbed.checked} files read, ${scrubbed.removed} damaged ones taken away`)
    } else if (action === 'clear') {
      await rm(folder, { recursive: true, force: true })
      tell({ cleared: true }, `${folder} is empty`)
    } else
      throw new HandoutError('usage-wrong', `The cache cannot \`${action}\`.`, {
        hint: didYouMean(action, actions),
      })
  })

const units: Readonly<Record<string, number>> = { kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 }

function size(text: string): number {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*(kb|mb|gb)$/i.exec(text) ?? []
  if (number === '') throw new InvalidArgumentError('Write a size such as 500MB or 2GB.')
  return Math.round(Number(number) * (units[unit.toLowerCase()] ?? 1))
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`
}
