// A library on disk -> its handouts composed, and the finished HTML of each as the browser prints it: type set, sections marked.
import type { Browser, CDPSession, Page } from 'puppeteer'
import { openLibrary } from '../../src/batch/library.js'
import { type Filters, plan } from '../../src/batch/plan.js'
import { loadSettings, readSurroundings } from '../../src/config/load.js'
import type { Settings } from '../../src/model/settings.js'
import type { Topic } from '../../src/model/topic.js'
import { producer } from '../../src/model/version.js'
import { findBrowser } from '../../src/pdf/find-browser.js'
import { fitExpression } from '../../src/pdf/fit.js'
import { launchBrowser, runsWithoutSandbox } from '../../src/pdf/launch.js'
import { type Composed, compose } from '../../src/pipeline/compose.js'
import { length } from './library.js'

export const organization = 'plain'

const filters: Filters = {
  topics: [],
  organizations: [organization],
  languages: ['en'],
  levels: [],
  lengths: [length],
  editions: [],
}

export interface ComposedHandout {
  readonly composed: Composed
  readonly topic: Topic
}

/** Composes every handout of a library, as `handout build` would. */
export async function composeAll(root: string): Promise<{ handouts: ComposedHandout[]; settings: Settings }> {
  const settings = await loadSettings({ root, config: undefined }, readSurroundings())
  const library = await openLibrary(settings)
  const variants = plan(library.found, library.usable, settings, filters)
  const readings = await library.readTopics(() => true)
  const topics = new Map(readings.map((reading) => [reading.id, reading.topic]))
  const handouts: ComposedHandout[] = []
  for (const variant of variants) {
    const topic = topics.get(variant.topic)
    const owner = library.usable.find((one) => one.id === variant.organization)
    const theme = owner && (await library.theme(owner, variant.language)).theme
    const composed = topic && theme && compose(topic, variant, theme, settings, producer).composed
    if (!composed) throw new Error(`${variant.topic} cannot be composed`)
    handouts.push({ composed, topic })
  }
  return { handouts, settings }
}

/** The browser that `handout build` would use, started as it would start it. */
export async function startBrowser(): Promise<Browser> {
  const surroundings = readSurroundings()
  const wanted = surroundings.env.HANDOUT_BROWSER || undefined
  const found = await findBrowser({ surroundings, wanted, mayFetch: false })
  return launchBrowser(found, {
    withoutSandbox: runsWithoutSandbox(surroundings.isRoot, surroundings.platform),
    env: surroundings.env,
  })
}

/** A page in which documents are swapped; fonts are answered from memory, as nothing can be without them. */
export class BarePage {
  readonly #page: Page
  readonly #session: CDPSession
  readonly #frame: string
  assets: Composed['job']['assets'] = new Map()

  private constructor(page: Page, session: CDPSession, frame: string) {
    this.#page = page
    this.#session = session
    this.#frame = frame
    session.on('Fetch.requestPaused', ({ requestId, request }) => {
      const asset = this.assets.get(request.url)?.()
      void session.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: 200,
        responseHeaders: [
          { name: 'content-type', value: asset?.mediaType ?? 'text/html' },
          { name: 'cache-control', value: 'max-age=31536000, immutable' },
          { name: 'access-control-allow-origin', value: '*' },
        ],
        body: Buffer.from(asset?.bytes ?? '<!doctype html><title>-</title>').toString('base64'),
      })
    })
  }

  static async open(browser: Browser): Promise<BarePage> {
    const page = await browser.newPage()
    const session = await page.createCDPSession()
    await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    await session.send('Emulation.setScriptExecutionDisabled', { value: true })
    await session.send('Emulation.setEmulatedMedia', { media: 'print' })
    const { frameTree } = await session.send('Page.getFrameTree')
    const bare = new BarePage(page, session, frameTree.frame.id)
    await bare.leave()
    return bare
  }

  /** Leaves the document, and all that the browser keeps of those before. */
  async leave(): Promise<void> {
    await this.#page.goto('https://handout.invalid/', { waitUntil: 'domcontentloaded' })
  }

  /** Swaps the document and waits for its fonts. */
  async show(
    html: string,
    expression = 'document.body.getBoundingClientRect(); document.fonts.ready.then(() => 0)',
  ) {
    await this.#session.send('Page.setDocumentContent', { frameId: this.#frame, html })
    const { result } = await this.#session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    return result.value as unknown
  }

  /** Prints what is shown; the bytes as they come, in base64. */
  async print(): Promise<string> {
    const { data } = await this.#session.send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    return data
  }

  /** The page as it is after fitting. */
  async finished({ job }: Composed): Promise<string> {
    this.assets = job.assets
    const { least, most } = job.type
    const bounds = { least, most, maxPages: job.maxPages, height: job.area.height }
    const html = await this.show(
      job.html,
      `(${fitExpression(bounds)}).then(() => document.documentElement.outerHTML)`,
    )
    return `<!doctype html>\n${String(html)}`
  }
}
