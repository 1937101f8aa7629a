// handout verify: looks again at finished PDFs.
import { verifyFiles } from '../../batch/verify-files.js'
import { loadSettings, readSurroundings } from '../../config/load.js'
import { exitCodes } from '../exit.js'
import { type CommonOptions, command, flagsOf } from '../options.js'
import { placesOf, Reports, type ReportWish, withReporters } from '../reports.js'
import { Terminal } from '../terminal.js'

interface VerifyFlags extends CommonOptions {
  readonly reporter?: ReportWish[]
  readonly verapdf?: boolean
}

export const verifyCommand = withReporters(command('verify', 'look again at finished PDFs'))
  .argument('[files...]', 'PDF files; default: all in the output folder')
  .option('--verapdf', 'ask veraPDF too, where it is installed, and say whether both agree')
  .action(async (files: string[], flags: VerifyFlags) => {
    const surroundings = readSurroundings()
    const settings = await loadSettings(flagsOf(flags), surroundings)
    const terminal = new Terminal({
      quiet: flags.quiet === true,
      color: flags.color === false ? false : undefined,
      ci: surroundings.env.CI !== undefined,
    })
    const reports = new Reports(flags.reporter, terminal, placesOf(flags, surroundings))
    let done = 0
    const verdicts = await verifyFiles(settings, {
      files,
      veraPdf: flags.verapdf === true,
      onVerdict: ({ file, ok, pages, messages, veraPdf }) => {
        done += 1
        if (messages.length > 0) reports.tell(messages)
        if (veraPdf !== undefined || files.length > 0)
          terminal.note(
            `${file}: ${ok ? `conforms, pages: ${pages}` : 'does not conform'}${veraPdf ? `; ${veraPdf}` : ''}`,
          )
        else terminal.progress(`${done} ${file}`)
      },
    })
    await reports.close()
    const failed = verdicts.filter(({ ok }) => !ok).length
    terminal.note(
      `${verdicts.length} files: ${verdicts.length - failed} conform to PDF/UA-1 and PDF/A-2a, ${failed} do not`,
    )
    process.exitCode = failed > 0 ? exitCodes.fault : exitCodes.done
  })
