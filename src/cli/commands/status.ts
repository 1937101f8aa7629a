// handout status: how the reviews stand; signs the texts that were reviewed.
import { type ReviewState, reviewStates, signReviews } from '../../batch/reviews.js'
import { loadSettings, readSurroundings } from '../../config/load.js'
import { exitCodes } from '../exit.js'
import { type CommonOptions, collect, command, flagsOf } from '../options.js'
import { Terminal } from '../terminal.js'
import { today } from '../today.js'

interface StatusFlags extends CommonOptions {
  readonly language: string[]
  readonly json?: boolean
  readonly sign?: boolean
}

export const statusCommand = command(
  'status',
  'reviews due, and whether the texts are those that were reviewed',
)
  .argument('[topics...]', 'topics; * stands for any letters')
  .option('--language <ids>', 'only these languages', collect, [])
  .option('--sign', 'write the hash of the reviewed text into every topic that is marked as reviewed')
  .option('--json', 'as JSON')
  .action(async (topics: string[], flags: StatusFlags) => {
    const surroundings = readSurroundings()
    const settings = await loadSettings(flagsOf(flags), surroundings)
    const terminal = new Terminal({
      quiet: flags.quiet === true,
      color: flags.color === false ? false : undefined,
      ci: true,
    })
    const filters = { topics, languages: flags.language }
    const day = today(surroundings.env)
    let states = await reviewStates(settings, filters, day)
    if (flags.sign) {
      const signed = await signReviews(settings, states)
      for (const path of signed) terminal.note(`Signed ${path}`)
      if (signed.length === 0) terminal.note('Nothing to sign: no topic is marked as reviewed and unsigned.')
      states = await reviewStates(settings, filters, day)
    }
    if (flags.json) terminal.print(JSON.stringify(states.map(plain), null, 1))
    else for (const state of states) terminal.print(line(state))
    const late = states.some(({ review }) => !review || review.daysLeft < 0 || review.signature === 'changed')
    if (late) process.exitCode = exitCodes.fault
  })

function plain({ topic, language, path, review }: ReviewState): object {
  return { topic, language, path, review: review ?? null }
}

function line({ path, review }: ReviewState): string {
  if (!review) return `${path}  has faults; run handout check`
  const { status, on, by, due, daysLeft, signature } = review
  const when = daysLeft < 0 ? `overdue since ${due}` : `due ${due}, in ${daysLeft} days`
  const names = by.length > 0 ? ` by ${by.join(', ')}` : ''
  const signed = { none: 'not signed', valid: 'signed', changed: 'changed since it was signed' }[signature]
  return `${path}  ${status} ${on}${names}, ${when}${status === 'reviewed' ? `, ${signed}` : ''}`
}
