// The terminal: the only file that writes to it. Results go to stdout, everything else to stderr.
import pc from 'picocolors'
import type { Colors } from '../report/context.js'

/** Without a terminal, a plain line now and then. */
const plainEvery = 5000
const liveEvery = 80

export interface TerminalOptions {
  readonly quiet: boolean
  readonly color: boolean | undefined
  readonly ci: boolean
}

export class Terminal {
  readonly colors: Colors
  readonly #live: boolean
  readonly #quiet: boolean
  #last = 0
  #shown = false

  constructor(options: TerminalOptions) {
    const { isColorSupported } = pc
    this.colors = pc.createColors(options.color ?? isColorSupported)
    this.#quiet = options.quiet
    this.#live = process.stderr.isTTY === true && !options.ci
  }

  /** Characters of a line of results; a common width where they go to a file. */
  get width(): number {
    return process.stdout.columns ?? 120
  }

  /** A result, for people or programs. */
  print(text: string): void {
    this.#clear()
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  }

  /** A message; also shown when quiet. */
  say(text: string): void {
    this.#clear()
    process.stderr.write(text.endsWith('\n') ? text : `${text}\n`)
  }

  /** A remark that `--quiet` leaves out. */
  note(text: string): void {
    if (!this.#quiet) this.say(text)
  }

  /** The state of the run; each call replaces the last on a terminal. */
  progress(text: string): void {
    const now = performance.now()
    if (this.#quiet || now - this.#last < (this.#live ? liveEvery : plainEvery)) return
    this.#last = now
    if (!this.#live) {
      process.stderr.write(`${text}\n`)
      return
    }
    const width = process.stderr.columns ?? 80
    process.stderr.write(`\r\u001b[2K${text.slice(0, width - 1)}`)
    this.#shown = true
  }

  #clear(): void {
    if (this.#shown) process.stderr.write('\r\u001b[2K')
    this.#shown = false
  }
}
