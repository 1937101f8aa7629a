// `--reporter` values and messages as they come -> text told at once, other reports at the end, to stdout or to files.
import path from 'node:path'
import { InvalidArgumentError } from 'commander'
import pc from 'picocolors'
import type { VFileMessage } from 'vfile-message'
import type { HandoutError } from '../model/error.js'
import { fault } from '../model/message.js'
import { didYouMean } from '../model/suggest.js'
import { writeWhole } from '../output/write.js'
import { type ReporterName, report, reporters } from '../report/reporters.js'
import type { Terminal } from './terminal.js'

/** One `--reporter`: its name, and the file it writes to when one is named. */
export interface ReportWish {
  readonly name: ReporterName
  readonly file: string | undefined
}

/** Collects a repeatable `--reporter NAME` or `NAME:FILE`. */
export function collectReporter(value: string, before: readonly ReportWish[] = []): ReportWish[] {
  const colon = value.indexOf(':')
  const name = colon < 0 ? value : value.slice(0, colon)
  const file = colon < 0 ? undefined : value.slice(colon + 1)
  if (!Object.hasOwn(reporters, name))
    throw new InvalidArgumentError(
      `There is no reporter ${name}. ${didYouMean(name, Object.keys(reporters))}`,
    )
  if (file === '') throw new InvalidArgumentError('Write the file behind the colon.')
  return [...before, { name: name as ReporterName, file }]
}

/** The reports of one run. */
export class Reports {
  readonly #wishes: readonly ReportWish[]
  readonly #terminal: Terminal
  readonly #told: VFileMessage[] = []

  constructor(wishes: readonly ReportWish[] | undefined, terminal: Terminal) {
    this.#wishes = wishes ?? [{ name: 'text', file: undefined }]
    this.#terminal = terminal
  }

  /** Takes messages as they come; text for people is shown at once. */
  tell(messages: readonly VFileMessage[]): void {
    this.#told.push(...messages)
    if (this.#wishes.some(({ name, file }) => name === 'text' && file === undefined))
      this.#terminal.say(reporters.text(messages, this.#terminal.colors))
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
    for (const { name, file } of this.#wishes) {
      const colors = file === undefined ? this.#terminal.colors : pc.createColors(false)
      const text = () => report(name, this.#told, colors)
      if (file !== undefined) await writeWhole(path.resolve(file), text())
      else if (name !== 'text') this.#terminal.print(text())
    }
  }
}
