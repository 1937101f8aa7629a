// handout merge: joins the output folders of the parts of a batch.
import { merge } from '../../batch/merge.js'
import { closingTable } from '../../report/summary.js'
import { exitCodes } from '../exit.js'
import { type CommonOptions, command } from '../options.js'
import { Terminal } from '../terminal.js'

export const mergeCommand = command('merge', 'join the output folders of the parts of a batch')
  .argument('<folders...>', 'output folders of `handout build --shard`')
  .action(async (folders: string[], flags: CommonOptions) => {
    const terminal = new Terminal({
      quiet: flags.quiet === true,
      color: flags.color === false ? false : undefined,
      ci: true,
    })
    const out = flags.out ?? 'output'
    const { manifest, copied } = await merge(folders, out)
    const pages = manifest.handouts.reduce((sum, { files }) => sum + (files.pdf?.pages ?? 0), 0)
    terminal.note(closingTable({ ...manifest.summary, pages }))
    terminal.note(`${manifest.handouts.length} handouts in ${out}, ${copied} files copied`)
    if (manifest.handouts.some(({ status }) => status === 'failed')) process.exitCode = exitCodes.fault
  })
