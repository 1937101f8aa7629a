// Settings -> browsers and pages, lent for one handout at a time, watched, recycled, and replaced when they die.
import { HandoutError } from '../model/error.js'
import type { PrintedPdf, PrintJob } from '../model/print.js'
import type { Surroundings } from '../model/tools.js'
import { type BrowserIdentity, browserIdentity } from './browser-identity.js'
import { type BrowserSearch, type FoundBrowser, findBrowser } from './find-browser.js'
import { Host } from './host.js'
import { runsWithoutSandbox } from './launch.js'
import type { Printer } from './printer.js'
import { RunFolder } from './run-folder.js'
import { Turns } from './turns.js'

/** A browser is replaced after so many handouts: an insurance against what may grow in it, for a launch of 0.3 s. */
const recycledAfter = 1000
/** The next browser is started so many handouts before it is needed. */
const warmedBefore = 20
/** How often a browser that does not start is tried again. */
const launches = 3

export interface PoolOptions {
  readonly surroundings: Surroundings
  readonly browser: string | undefined
  /** Pages lent at the same time; default 1. */
  readonly pages?: number
  readonly recycledAfter?: number
  readonly onProgress?: BrowserSearch['onProgress']
}

export interface PrintOptions {
  /** Called when a page is there for it; gives what ends the print: the deadline of the handout. */
  readonly onTurn?: () => AbortSignal
  /** Waits until no other handout is being printed, and lets none begin: a crash then is this one's own. */
  readonly alone?: boolean
}

/** Lends pages; the only way to a page. */
export class Pool {
  readonly #options: PoolOptions
  readonly #turns: Turns
  readonly #hosts = new Set<Host>()
  #current: Promise<Host> | undefined
  #next: Promise<Host> | undefined
  #found: Promise<FoundBrowser> | undefined
  #folder: RunFolder | undefined
  #warmed = false
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
    this.#turns = new Turns(options.pages ?? 1)
  }

  /** Starts the browser, with a page, before it is needed, so that both are there when the first handout is composed. */
  warm(): void {
    if (this.#warmed) return
    this.#warmed = true
    this.#host()
      .then((host) => host.prepare())
      .catch(() => {})
  }

  /** What tells this browser from another, the same on every machine that has it; nothing is started for it. */
  async identity(): Promise<BrowserIdentity> {
    return browserIdentity(await this.#find(), this.#options.surroundings)
  }

  /**
   * Prints one handout.
   *
   * @throws BlockedRequest; HandoutError `browser-crashed`, also when the browser stopped answering; `deadline-exceeded` when
   * the page itself takes too long; `browser-failed` and `browser-missing`
   */
  async print(job: PrintJob, { onTurn, alone = false }: PrintOptions = {}): Promise<PrintedPdf> {
    const endTurn = await this.#turns.take(alone)
    try {
      const host = await this.#host()
      host.lent += 1
      try {
        return await this.#printOn(host, job, onTurn?.())
      } finally {
        host.lent -= 1
        host.served += 1
        this.#recycle(host)
      }
    } finally {
      endTurn()
    }
  }

  /** Ends every browser at once; what is being printed fails as crashed. */
  abort(): void {
    this.#closed = true
    for (const host of this.#hosts) host.kill()
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([this.#current, this.#next].map((host) => host?.catch(() => undefined)))
    await Promise.all([...this.#hosts].map((host) => host.close()))
    this.#folder?.close()
  }

  async #printOn(host: Host, job: PrintJob, signal: AbortSignal | undefined): Promise<PrintedPdf> {
    let printer: Printer | undefined
    try {
      printer = await host.page(signal)
      const printed = await printer.print(job, signal)
      host.free(printer)
      return printed
    } catch (cause) {
      // A request that was refused says nothing against the page.
      if (!(cause instanceof HandoutError)) {
        if (printer) host.free(printer)
        throw cause
      }
      if (cause.code === 'deadline-exceeded' && !(await host.answers())) {
        host.kill()
        throw new HandoutError('browser-crashed', 'The browser stopped answering and was ended.', { cause })
      }
      if (printer) await host.drop(printer)
      throw cause
    }
  }

  /** The browser in use; a new one when there is none, or when it is gone. @throws HandoutError */
  async #host(): Promise<Host> {
    for (;;) {
      if (this.#closed) throw new HandoutError('interrupted')
      this.#current ??= this.#take()
      const current = this.#current
      const host = await current.catch((cause: unknown) => {
        if (this.#current === current) this.#current = undefined
        throw cause
      })
      if (!host.ended && !host.retired) return host
      if (this.#current === current) this.#current = undefined
    }
  }

  #take(): Promise<Host> {
    const next = this.#next ?? this.#start()
    this.#next = undefined
    return next
  }

  #recycle(host: Host): void {
    const limit = this.#options.recycledAfter ?? recycledAfter
    if (host.served >= limit - warmedBefore && !host.retired && !this.#closed) {
      this.#next ??= this.#start()
      this.#next.catch(() => {})
    }
    if (host.served >= limit) host.retired = true
    if (host.retired && host.lent === 0) void host.close().then(() => this.#hosts.delete(host))
  }

  async #start(): Promise<Host> {
    const { surroundings } = this.#options
    const found = await this.#find()
    for (let tries = 1; ; tries++) {
      this.#folder ??= new RunFolder()
      try {
        const host = await Host.start(found, {
          withoutSandbox: runsWithoutSandbox(surroundings.isRoot, surroundings.platform),
          env: surroundings.env,
          folder: this.#folder.next(),
        })
        this.#hosts.add(host)
        if (this.#closed) host.kill()
        return host
      } catch (cause) {
        if (tries >= launches || this.#closed) throw cause
      }
    }
  }

  #find(): Promise<FoundBrowser> {
    const { surroundings, browser: wanted, onProgress } = this.#options
    this.#found ??= findBrowser({
      surroundings,
      wanted,
      mayFetch: true,
      ...(onProgress ? { onProgress } : {}),
    })
    return this.#found
  }
}
