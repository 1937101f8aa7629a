// handout status: how the reviews stand and how far translations follow; signs what was reviewed, marks what was translated.
import { overridesOf } from '../../batch/overrides.js'
import { readTopicsAsked, reviewStates, signReviews } from '../../batch/reviews.js'
import { markTranslated, translationStates } from '../../batch/translations/states.js'
import { loadSettings, readSurroundings } from '../../config/load.js'
import { exitCodes } from '../exit.js'
import { type CommonOptions, collect, command, flagsOf } from '../options.js'
import { hasStale, overrideLines, plainOverride } from '../status/overrides.js'
import { isLate, reviewLine } from '../status/reviews.js'
import { isDangerous, plainTranslation, translationLines } from '../status/translations.js'
import { Terminal } from '../terminal.js'
import { today } from '../today.js'

interface StatusFlags extends CommonOptions {
  readonly language: string[]
  readonly json?: boolean
  readonly sign?: boolean
  readonly translated: string[]
  readonly overrides?: boolean
  readonly organization: string[]
}

export const statusCommand = command(
  'status',
  'reviews due, texts changed after their review, translations behind their source, overrides behind their originals',
)
  .argument('[topics...]', 'topics; * stands for any letters')
  .option('--language <ids>', 'only these languages', collect, [])
  .option('--sign', 'write the hash of the reviewed text into every topic that is marked as reviewed')
  .option(
    '--translated <topic/language>',
    'write into a translation that it follows its source as it is now',
    collect,
    [],
  )
  .option('--overrides', 'only what organizations override')
  .option('--organization <ids>', 'overrides of these organizations only', collect, [])
  .option('--json', 'as JSON')
  .action(async (topics: string[], flags: StatusFlags) => {
    const surroundings = readSurroundings()
    const settings = await loadSettings(flagsOf(flags), surroundings)
    const terminal = new Terminal({
      quiet: flags.quiet === true,
      color: flags.color === false ? false : undefined,
      ci: true,
    })
    if (flags.overrides) {
      const found = await overridesOf(settings, flags.organization)
      const plain = found.flatMap(({ overrides }) => overrides.map(plainOverride))
      if (flags.json) terminal.print(JSON.stringify(plain, null, 1))
      else for (const line of found.flatMap((one) => overrideLines(one, terminal.width))) terminal.print(line)
      if (found.some(hasStale)) process.exitCode = exitCodes.fault
      return
    }
    const filters = { topics, languages: flags.language }
    let readings = await readTopicsAsked(settings, filters)
    if (flags.translated.length > 0) {
      const written = await markTranslated(settings, readings, flags.translated)
      for (const path of written) terminal.note(`Marked ${path} as following its source`)
      if (written.length === 0) terminal.note('Nothing to write: it was marked so already.')
      readings = await readTopicsAsked(settings, filters)
    }
    if (flags.sign) {
      const signed = await signReviews(settings, readings)
      for (const path of signed) terminal.note(`Signed ${path}`)
      if (signed.length === 0) terminal.note('Nothing to sign: no topic is marked as reviewed and unsigned.')
      readings = await readTopicsAsked(settings, filters)
    }
    const reviews = reviewStates(readings, today(surroundings.env))
    const translations = await translationStates(settings, readings)
    if (flags.json) {
      const plain = reviews.map(({ topic, language, path, review }) => {
        const own = translations.find((one) => one.path === path)
        return {
          topic,
          language,
          path,
          review: review ?? null,
          translation: own ? plainTranslation(own) : null,
        }
      })
      terminal.print(JSON.stringify(plain, null, 1))
    } else
      for (const line of [...reviews.map(reviewLine), ...translations.flatMap(translationLines)])
        terminal.print(line)
    // Overrides are of no topic; they are left out where topics are named.
    const overrides =
      flags.json || topics.length > 0 || flags.language.length > 0
        ? []
        : await overridesOf(settings, flags.organization)
    for (const line of overrides.flatMap((one) => overrideLines(one, terminal.width))) terminal.print(line)
    if (overrides.some(hasStale) || reviews.some(isLate) || translations.some(isDangerous))
      process.exitCode = exitCodes.fault
  })
