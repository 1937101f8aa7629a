// handout adopt: says of what organizations override that it follows its originals as they are now.
import { adoptOverrides } from '../../batch/overrides.js'
import { loadSettings, readSurroundings } from '../../config/load.js'
import { type CommonOptions, collect, command, flagsOf } from '../options.js'
import { Terminal } from '../terminal.js'

interface AdoptFlags extends CommonOptions {
  readonly file: string[]
}

export const adoptCommand = command('adopt', 'remember what the files of organizations override')
  .argument('[organizations...]', 'organizations; default: all')
  .option('--file <path>', 'only this file, such as partials/title.hbs', collect, [])
  .action(async (organizations: string[], flags: AdoptFlags) => {
    const settings = await loadSettings(flagsOf(flags), readSurroundings())
    const terminal = new Terminal({
      quiet: flags.quiet === true,
      color: flags.color === false ? false : undefined,
      ci: true,
    })
    const adopted = await adoptOverrides(settings, organizations, flags.file)
    for (const { path } of adopted) terminal.print(path)
    if (adopted.length === 0) terminal.note('Nothing to adopt: every override follows its original.')
  })
