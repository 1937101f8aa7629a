#!/usr/bin/env node
// The command `handout`: finds the command, runs it, turns what it throws into words and an exit code.
import './engine.js'
import { Command, CommanderError } from 'commander'
import pc from 'picocolors'
import { asHandoutError } from '../model/error.js'
import { toolVersion } from '../model/version.js'
import { plainContext } from '../report/context.js'
import { textReport } from '../report/text.js'
import { visibleLines } from '../report/visible.js'
import { exitCodeOf, exitCodes } from './exit.js'

/** Loaded when it is called for: `--help` needs no Markdown. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import('./commands/build.js')).buildCommand,
  verify: async () => (await import('./commands/verify.js')).verifyCommand,
  check: async () => (await import('./commands/check.js')).checkCommand,
  status: async () => (await import('./commands/status.js')).statusCommand,
  merge: async () => (await import('./commands/merge.js')).mergeCommand,
  cache: async () => (await import('./commands/cache.js')).cacheCommand,
  list: async () => (await import('./commands/list.js')).listCommand,
  doctor: async () => (await import('./commands/doctor.js')).doctorCommand,
  adopt: async () => (await import('./commands/adopt.js')).adoptCommand,
  new: async () => (await import('./commands/new.js')).newCommand,
  gallery: async () => (await import('./commands/gallery.js')).galleryCommand,
}

async function main(): Promise<void> {
  const program = new Command('handout')
    .description('One Markdown source for each health topic, printed as handouts.')
    .version(toolVersion)
    .showSuggestionAfterError()
    .exitOverride()
  const wanted = commands[process.argv[2] ?? '']
  const loaded = wanted ? [await wanted()] : await Promise.all(Object.values(commands).map((load) => load()))
  for (const one of loaded) program.addCommand(one.exitOverride())
  await program.parseAsync()
}

main().catch((cause: unknown) => {
  if (cause instanceof CommanderError) {
    process.exitCode = cause.exitCode === 0 ? exitCodes.done : exitCodes.usage
    return
  }
  const error = asHandoutError(cause)
  if (error.messages.length > 0)
    process.stderr.write(textReport(error.messages, { ...plainContext, colors: pc }))
  const [message, hint] = [error.message, error.hint].map((text) => visibleLines(text).join('\n  '))
  process.stderr.write(`${pc.red('error')} ${message} ${pc.dim(error.code)}\n  ${hint}\n`)
  process.exitCode = exitCodeOf(error)
})
