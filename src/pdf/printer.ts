// A running browser -> a page that prints handouts one after another, every byte answered from memory.
import type { Browser, CDPSession, Page } from 'puppeteer'
import { HandoutError } from '../model/error.js'
import { BlockedRequest, type PrintAsset, type PrintedPdf, type PrintJob } from '../model/print.js'
import { atLeastSize, type FitAnswer, fitExpression, sizeExpression } from './fit.js'

/** Where the page lives: an origin that exists nowhere, so links and storage of a file system are out of reach. */
const home = 'https://handout.invalid/'
const homePolicy = `default-src 'none'; style-src 'unsafe-inline'; font-src ${home}; img-src ${home}`
const cssPixelsPerPoint = 96 / 72
/** Prints with a smaller type at most so often when the pages are more than estimated. */
const maxCorrections = 8
const correctionStep = 0.25
/**
 * Documents swapped in a page before it is left for a fresh one: whatever the browser keeps of those before, a page that
 * was never left prints half as fast after a thousand.
 */
const mostSwapped = 30

/** A page kept open; documents are swapped in it. */
export class Printer {
  readonly #session: CDPSession
  readonly #page: Page
  readonly #frame: string
  #assets: ReadonlyMap<string, () => PrintAsset> = new Map()
  #blocked: string[] = []
  /** Documents shown since the page was last left. */
  #swapped = 0
  #area = ''
  #gone: HandoutError | undefined
  /** What ends the work under way. Not one promise for all: it would keep every answer that was ever raced against it. */
  readonly #enders = new Set<(cause: HandoutError) => void>()

  private constructor(browser: Browser, page: Page, session: CDPSession, frame: string) {
    this.#page = page
    this.#session = session
    this.#frame = frame
    // A crashed renderer does not reject the print that is under way; these events come at once.
    const crashed = () => {
      this.#gone = new HandoutError('browser-crashed')
      for (const end of this.#enders) end(this.#gone)
    }
    page.once('error', crashed)
    page.once('close', crashed)
    browser.once('disconnected', crashed)
    session.on(
      'Fetch.requestPaused',
      (event) => void this.#answer(event.requestId, event.request.url).catch(() => {}),
    )
    // What the content policy refuses is never asked for, so the interception does not see it.
    session.on('Audits.issueAdded', ({ issue }) => {
      const refused = issue.details.contentSecurityPolicyIssueDetails
      if (!refused) return
      const address = refused.blockedURL ?? `<${refused.violatedDirective.replace(/-src.*$/, '')}`
      this.#blocked.push(/^[a-z]+$/.test(address) ? `${address}:` : address)
    })
  }

  /** Opens a page in the browser. @throws HandoutError `browser-crashed` */
  static async open(browser: Browser): Promise<Printer> {
    const page = await browser.newPage()
    const session = await page.createCDPSession()
    await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    await session.send('Audits.enable')
    await session.send('Emulation.setScriptExecutionDisabled', { value: true })
    await session.send('Emulation.setEmulatedMedia', { media: 'print' })
    const { frameTree } = await session.send('Page.getFrameTree')
    const printer = new Printer(browser, page, session, frameTree.frame.id)
    await printer.#race(page.goto(home, { waitUntil: 'domcontentloaded' }))
    return printer
  }

  /**
   * Prints one page, its type fitted to its pages.
   *
   * @param signal ends the print: the deadline of the handout
   * @throws BlockedRequest, HandoutError `browser-crashed` or `deadline-exceeded`
   */
  async print(job: PrintJob, signal?: AbortSignal): Promise<PrintedPdf> {
    return this.#race(this.#print(job), signal)
  }

  async close(): Promise<void> {
    await this.#page.close().catch(() => {})
  }

  async #print(job: PrintJob): Promise<PrintedPdf> {
    if (this.#swapped >= mostSwapped) {
      await this.#page.goto(home, { waitUntil: 'domcontentloaded' })
      this.#swapped = 0
    }
    this.#swapped += 1
    this.#assets = job.assets
    this.#blocked = []
    await this.#setArea(job.area)
    const { least, most } = job.type
    const html = atLeastSize(job.html, least)
    await this.#session.send('Page.setDocumentContent', { frameId: this.#frame, html })
    const fit = await this.#evaluate<FitAnswer>(
      fitExpression({ least, most, maxPages: job.maxPages, height: job.area.height }),
    )
    const page = fit.record
    let { type } = fit
    let bytes = await this.#toPdf()
    let pages = countPages(bytes)
    const target = Math.min(fit.pages, job.maxPages)
    for (let tries = 0; tries < maxCorrections && pages > target && type > least; tries++) {
      type = Math.max(least, type - correctionStep)
      await this.#evaluate(sizeExpression(type))
      bytes = await this.#toPdf()
      pages = countPages(bytes)
    }
    if (fit.broken.length > 0) this.#blocked.push(...fit.broken)
    if (this.#blocked.length > 0) {
      // The browser tells what a document was refused once.
      this.#swapped = mostSwapped
      throw new BlockedRequest([...new Set(this.#blocked)])
    }
    const linesOver = pages > job.maxPages ? Math.max(1, fit.linesOver) : 0
    return { bytes, page, fit: { type, pages, linesOver, longest: fit.longest } }
  }

  /** The page is laid out as wide as the words on paper, so that lines break where they will. */
  async #setArea({ width, height }: PrintJob['area']): Promise<void> {
    if (this.#area === `${width} ${height}`) return
    await this.#session.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(width * cssPixelsPerPoint),
      height: Math.round(height * cssPixelsPerPoint),
      deviceScaleFactor: 1,
      mobile: false,
    })
    this.#area = `${width} ${height}`
  }

  async #toPdf(): Promise<Uint8Array> {
    const { data } = await this.#session.send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    return Buffer.from(data, 'base64')
  }

  async #evaluate<Value>(expression: string): Promise<Value> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails)
      throw new HandoutError(
        'internal',
        `The page could not be measured: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`,
      )
    return result.value as Value
  }

  async #answer(requestId: string, url: string): Promise<void> {
    const asset = this.#assets.get(url)?.()
    if (asset || url === home) {
      await this.#session.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: 200,
        responseHeaders: [
          { name: 'content-type', value: asset?.mediaType ?? 'text/html' },
          { name: 'content-security-policy', value: homePolicy },
          { name: 'cache-control', value: 'max-age=31536000, immutable' },
          { name: 'access-control-allow-origin', value: '*' },
        ],
        body: Buffer.from(asset?.bytes ?? '<!doctype html><title>-</title>').toString('base64'),
      })
      return
    }
    this.#blocked.push(url)
    await this.#session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
  }

  async #race<Value>(work: Promise<Value>, signal?: AbortSignal): Promise<Value> {
    let end = (_cause: HandoutError) => {}
    const expire = () => end(new HandoutError('deadline-exceeded'))
    try {
      return await new Promise<Value>((resolve, reject) => {
        end = reject
        this.#enders.add(end)
        signal?.addEventListener('abort', expire, { once: true })
        work.then(resolve, reject)
        if (this.#gone) end(this.#gone)
        else if (signal?.aborted) expire()
      })
    } catch (cause) {
      throw asCrash(cause)
    } finally {
      this.#enders.delete(end)
      signal?.removeEventListener('abort', expire)
    }
  }
}

/**
 * A command that the browser did not carry out is a crash, too: when a renderer is killed, “Printing failed” comes before the
 * news of its end.
 */
function asCrash(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause
  if (cause.name === 'TargetCloseError') return new HandoutError('browser-crashed', undefined, { cause })
  if (cause.name !== 'ProtocolError') return cause
  return new HandoutError('browser-crashed', `The browser could not print: ${cause.message}.`, { cause })
}

/** Chromium writes uncompressed object dictionaries, so its pages can be counted without parsing. */
function countPages(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
