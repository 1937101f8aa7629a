// handout gallery: one PDF and one HTML page for the person who approves the brand of an organization.
import path from 'node:path'
import { makeGalleries } from '../../batch/galleries.js'
import { loadSettings, readSurroundings } from '../../config/load.js'
import { exitCodes } from '../exit.js'
import { type CommonOptions, command, flagsOf } from '../options.js'
import { placesOf, Reports, type ReportWish, withReporters } from '../reports.js'
import { Terminal } from '../terminal.js'

interface GalleryFlags extends CommonOptions {
  readonly reporter?: ReportWish[]
}

export const galleryCommand = withReporters(
  command('gallery', 'show every block of an organization at all levels, in both editions and in grey'),
)
  .argument('[organizations...]', 'organizations; default: all')
  .action(async (organizations: string[], flags: GalleryFlags) => {
    const surroundings = readSurroundings()
    const settings = await loadSettings(flagsOf(flags), surroundings)
    const terminal = new Terminal({
      quiet: flags.quiet === true,
      color: flags.color === false ? false : undefined,
      ci: surroundings.env.CI !== undefined,
    })
    const reports = new Reports(flags.reporter, terminal, placesOf(flags, surroundings))
    // Programs read the standard output; paths are for people then.
    const forPrograms = flags.reporter?.some(({ name, file }) => name !== 'text' && file === undefined)
    const all = await makeGalleries(settings, surroundings, {
      organizations,
      onMessages: (messages) => reports.tell(messages),
      onMade: ({ files, pages }) => {
        const shown = files.map((file) => path.relative(process.cwd(), file)).join('\n')
        if (forPrograms) terminal.note(shown)
        else terminal.print(shown)
        terminal.note(`${pages} pages`)
      },
    })
    await reports.close()
    process.exitCode = all ? exitCodes.done : exitCodes.fault
  })
