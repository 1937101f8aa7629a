// `--reporter` values and messages as they come -> text told at once, other reports at the end, to stdout or to files.
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import pc from 'picocolors'
import type { VFileMessage } from 'vfile-message'
import type { HandoutError } from '../model/error.js'
import { fault } from '../model/message.js'
import { didYouMean } from '../model/suggest.js'
import type { Surroundings } from '../model/tools.js'
import { writeWhole } from '../output/write.js'
import { type Colors, plainContext, type ReportContext } from '../report/context.js'
import { type ReporterName, report, reporters } from '../report/reporters.js'
import { ruleHelp } from '../report/rule-help.js'
import type { Terminal } from './terminal.js'

/** One `--reporter`: its name, and the file it writes to when one is named. */
export interface ReportWish {
  readonly name: ReporterName
  readonly file: string | undefined
}

/** Reports that name files as the repository does, wherever the command is called. */
const forRepository: ReadonlySet<ReporterName> = new Set(['github', 'sarif'])
/** Sources larger than any topic are not quoted. */
const maxQuoted = 2 * 1024 * 1024
/** Sources held at once; messages about one file come together, and thousands of files would take much memory. */
const mostHeld = 16

/** Adds `--reporter`, the same for every command that has messages. */
export function withReporters(target: Command): Command {
  const names = Object.keys(reporters).join(', ')
  return target.option(
    '--reporter <name[:file]>',
    `how messages are reported: ${names}; repeatable, to a file where one is named`,
    collectReporter,
  )
}

/** Collects a repeatable `--reporter NAME` or `NAME:FILE`. */
export function collectReporter(value: string, before: readonly ReportWish[] = []): ReportWish[] {
  const colon = value.indexOf(':')
  const name = colon < 0 ? value : value.slice(0, colon)
  const file = colon < 0 ? undefined : value.slice(colon + 1)
  if (!Object.hasOwn(reporters, name)) {
    const [known = name] = name.split('=')
    throw new InvalidArgumentError(
      Object.hasOwn(reporters, known)
        ? `A file stands behind a colon. Write ${known}:${value.slice(known.length + 1)}`
        : `There is no reporter ${name}. ${didYouMean(name, Object.keys(reporters))}`,
    )
  }
  if (file === '') throw new InvalidArgumentError('Write the file behind the colon.')
  const wish: ReportWish = { name: name as ReporterName, file }
  const other = toStdout(wish) ? before.find(toStdout) : undefined
  if (other)
    throw new InvalidArgumentError(
      `${other.name} goes to the standard output already. Name a file for one of them, such as ${name}:report.txt.`,
    )
  return [...before, wish]
}

/** Where a run stands. */
export interface ReportPlaces {
  /** Folder that the paths of messages are relative to. */
  readonly root: string
  /** Folder of the checkout, where a CI system says it. */
  readonly checkout: string | undefined
}

/** The places of a run, from its flags and surroundings. */
export function placesOf(flags: { readonly root?: string }, { env }: Surroundings): ReportPlaces {
  return { root: path.resolve(flags.root ?? '.'), checkout: env.GITHUB_WORKSPACE }
}

/** The reports of one run. */
export class Reports {
  readonly #wishes: readonly ReportWish[]
  readonly #terminal: Terminal
  readonly #places: ReportPlaces
  readonly #told: VFileMessage[] = []
  readonly #sources = new Map<string, string | undefined>()

  constructor(wishes: readonly ReportWish[] | undefined, terminal: Terminal, places: ReportPlaces) {
    this.#wishes = wishes ?? [{ name: 'text', file: undefined }]
    this.#terminal = terminal
    this.#places = places
  }

  /** Takes messages as they come; text for people is shown at once. */
  tell(messages: readonly VFileMessage[]): void {
    this.#told.push(...messages)
    if (this.#wishes.some(({ name, file }) => name === 'text' && file === undefined))
      this.#terminal.say(reporters.text(messages, this.#context('text', this.#terminal.colors)))
  }

  /** Takes a failure of the run, which has no place in a file. Its words are shown by whoever catches it. */
  fail(error: HandoutError): void {
    this.#told.push(
      ...error.messages,
      fault({ rule: error.code, reason: error.message, hint: error.hint, file: '' }),
    )
  }

  /** Writes the reports that are made at the end. */
  async close(): Promise<void> {
    const rule = this.#wishes.some(({ name }) => name === 'sarif') ? await ruleHelp() : undefined
    for (const { name, file } of this.#wishes) {
      const colors = file === undefined ? this.#terminal.colors : pc.createColors(false)
      const text = () =>
        report(name, this.#told, { ...this.#context(name, colors), ...(rule ? { rule } : {}) })
      if (file !== undefined) await writeWhole(path.resolve(file), text())
      else if (name !== 'text') this.#terminal.print(text())
    }
  }

  #context(name: ReporterName, colors: Colors): ReportContext {
    const { root, checkout } = this.#places
    const folder = forRepository.has(name) && checkout ? checkout : process.cwd()
    return {
      ...plainContext,
      colors,
      source: (file) => this.#source(file),
      path: (file) => pathFrom(folder, root, file),
    }
  }

  #source(file: string): string | undefined {
    if (!this.#sources.has(file)) this.#sources.set(file, readSource(path.resolve(this.#places.root, file)))
    for (const oldest of this.#sources.keys()) if (this.#sources.size > mostHeld) this.#sources.delete(oldest)
    return this.#sources.get(file)
  }
}

/** Relative to a folder; where the file is outside of it, as the message has it. */
function pathFrom(folder: string, root: string, file: string): string {
  if (file === '') return ''
  const relative = path.relative(folder, path.resolve(root, file))
  const outside = relative === '' || relative.startsWith('..') || path.isAbsolute(relative)
  return outside ? file : relative.split(path.sep).join('/')
}

function readSource(file: string): string | undefined {
  try {
    return statSync(file).size > maxQuoted ? undefined : readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function toStdout({ name, file }: ReportWish): boolean {
  return file === undefined && name !== 'text'
}
