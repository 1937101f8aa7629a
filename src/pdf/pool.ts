// Settings -> browsers and pages, lent for one handout at a time and replaced when they die.
import { stat } from 'node:fs/promises'
import type { Browser } from 'puppeteer-core'
import { HandoutError } from '../model/error.js'
import type { Surroundings } from '../model/tools.js'
import { type BrowserSearch, type FoundBrowser, findBrowser } from './find-browser.js'
import { launchBrowser, runsWithoutSandbox } from './launch.js'
import { Printer } from './printer.js'

export interface PoolOptions {
  readonly surroundings: Surroundings
  readonly browser: string | undefined
  readonly onProgress?: BrowserSearch['onProgress']
}

/** Lends pages; the only way to a page. */
export class Pool {
  readonly #options: PoolOptions
  readonly #free: Printer[] = []
  #browser: Promise<Browser> | undefined
  #found: Promise<FoundBrowser> | undefined

  constructor(options: PoolOptions) {
    this.#options = options
  }

  /** Starts the browser before it is needed, so that it is up when the first page is composed. */
  warm(): void {
    this.#start().catch(() => {})
  }

  /** What tells this browser from another without starting it: where it is, its size and date. */
  async identity(): Promise<string> {
    const { path } = await this.#find()
    const { size, mtimeMs } = await stat(path)
    return `${path}:${size}:${Math.trunc(mtimeMs)}`
  }

  /**
   * Lends a page for one handout. A page that failed is not used again, nor is a browser that is gone.
   */
  async withPrinter<Value>(use: (printer: Printer) => Promise<Value>): Promise<Value> {
    const printer = this.#free.pop() ?? (await Printer.open(await this.#start()))
    try {
      const value = await use(printer)
      this.#free.push(printer)
      return value
    } catch (cause) {
      if (cause instanceof HandoutError) void printer.close()
      else this.#free.push(printer)
      throw cause
    }
  }

  async close(): Promise<void> {
    const browser = await this.#browser?.catch(() => undefined)
    this.#browser = undefined
    this.#free.length = 0
    await browser?.close().catch(() => browser.process()?.kill('SIGKILL'))
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

  async #start(): Promise<Browser> {
    const { surroundings } = this.#options
    this.#browser ??= this.#find().then(async (found) => {
      const browser = await launchBrowser(found, {
        withoutSandbox: runsWithoutSandbox(surroundings.isRoot, surroundings.platform),
        env: surroundings.env,
      })
      browser.once('disconnected', () => {
        this.#browser = undefined
        this.#free.length = 0
      })
      return browser
    })
    try {
      return await this.#browser
    } catch (cause) {
      this.#browser = undefined
      throw cause
    }
  }
}
