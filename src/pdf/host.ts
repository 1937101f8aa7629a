// A found browser -> one running browser with its pages, its folder and its process, until it is retired, ends or is killed.
import type { Browser } from 'puppeteer'
import { HandoutError } from '../model/error.js'
import type { FoundBrowser } from './find-browser.js'
import { launchBrowser } from './launch.js'
import { Printer } from './printer.js'
import { removeFolder, removeFolderMeanwhile } from './run-folder.js'

/** A browser that lives answers within milliseconds, whatever its pages are doing; one that is stopped never does. */
const answersWithin = 2000
/** A page that hangs, or a process that does not end, is not waited for any longer. */
const closesWithin = 2000

export interface HostOptions {
  readonly withoutSandbox: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  /** Empty folder for its profile and temporary files. */
  readonly folder: string
}

/** One running browser. */
export class Host {
  /** Handouts it has printed. */
  served = 0
  /** Pages lent. */
  lent = 0
  /** Takes no more handouts; it is closed when its last page comes back. */
  retired = false
  readonly #browser: Browser
  readonly #folder: string
  readonly #free: Printer[] = []
  #prepared: Promise<Printer> | undefined
  #ended = false
  #closing = false

  private constructor(browser: Browser, folder: string) {
    this.#browser = browser
    this.#folder = folder
    // A pipe whose other end is killed is reset; the end of the browser is told by other means.
    for (const pipe of browser.process()?.stdio ?? []) pipe?.on('error', () => {})
    browser.once('disconnected', () => {
      this.#ended = true
      this.#free.length = 0
      if (this.#closing) return
      // What is left of its processes: a script that started it, a zygote.
      this.#killGroup()
      this.#letGo()
      removeFolder(this.#folder)
    })
  }

  /** @throws HandoutError `browser-failed` */
  static async start(found: FoundBrowser, options: HostOptions): Promise<Host> {
    try {
      return new Host(await launchBrowser(found, options), options.folder)
    } catch (cause) {
      removeFolder(options.folder)
      throw cause
    }
  }

  get ended(): boolean {
    return this.#ended
  }

  /** A page that is free, or a new one. @throws HandoutError `browser-crashed` or `deadline-exceeded` */
  async page(signal: AbortSignal | undefined): Promise<Printer> {
    const free = this.#free.pop()
    if (free) return free
    const opening = this.#prepared ?? Printer.open(this.#browser)
    this.#prepared = undefined
    try {
      return await untilAborted(opening, signal)
    } catch (cause) {
      // A page that comes up too late is one for the next.
      opening.then((printer) => this.free(printer)).catch(() => {})
      if (cause instanceof HandoutError) throw cause
      throw new HandoutError('browser-crashed', 'The browser ended while a page was opened.', { cause })
    }
  }

  /** Takes a page back for the next handout. */
  free(printer: Printer): void {
    if (!this.#ended) this.#free.push(printer)
  }

  /** Gets rid of a page that failed; when it does not go, the browser goes. */
  async drop(printer: Printer): Promise<void> {
    if (this.#ended) return
    if (!(await within(closesWithin, printer.close()))) this.kill()
  }

  /** Whether the browser itself still answers, as one that was stopped does not. */
  async answers(): Promise<boolean> {
    return !this.#ended && within(answersWithin, this.#browser.version())
  }

  /** Opens a page for the first handout before it is asked for. */
  prepare(): void {
    this.#prepared ??= Printer.open(this.#browser)
    this.#prepared.catch(() => {})
  }

  /** Ends the browser. It is not asked to: nothing it would keep is wanted, and being asked takes it longer. */
  async close(): Promise<void> {
    this.#closing = true
    const child = this.#browser.process()
    const isGone = !child || child.exitCode !== null || child.signalCode !== null
    const gone = isGone ? undefined : new Promise((resolve) => child.once('exit', resolve))
    this.kill()
    if (gone) await within(closesWithin, gone)
    await removeFolderMeanwhile(this.#folder)
  }

  /** Ends every process of the browser at once; handouts being printed fail as crashed. */
  kill(): void {
    this.#killGroup()
    // Told by the pipe too; this is sooner, and sure.
    void this.#browser.disconnect().catch(() => {})
    this.#letGo()
  }

  /** A pipe that nobody reads any more does not see its end, and would keep our process up for ever. */
  #letGo(): void {
    for (const pipe of this.#browser.process()?.stdio ?? []) pipe?.destroy()
  }

  /** The browser leads a group of its own; a browser started by a script is the child of what we started. */
  #killGroup(): void {
    const child = this.#browser.process()
    if (child?.pid === undefined) return
    try {
      if (process.platform === 'win32') child.kill('SIGKILL')
      else process.kill(-child.pid, 'SIGKILL')
    } catch {
      // Nobody is left.
    }
  }
}

/** The work, unless its deadline comes first. @throws HandoutError `deadline-exceeded` */
async function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return work
  let expire = () => {}
  const expired = new Promise<never>((_resolve, reject) => {
    expire = () => reject(new HandoutError('deadline-exceeded'))
    if (signal.aborted) expire()
    signal.addEventListener('abort', expire, { once: true })
  })
  try {
    return await Promise.race([work, expired])
  } finally {
    signal.removeEventListener('abort', expire)
  }
}

/** Whether work ended well in time. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, milliseconds, false)
  })
  const done = work.then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([done, late])
  } finally {
    clearTimeout(timer)
  }
}
