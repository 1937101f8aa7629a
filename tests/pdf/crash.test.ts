// Browsers that crash or are killed while they print, what is noticed of it and made in spite of it out.
import { execFileSync } from 'node:child_process'
import type { Browser } from 'puppeteer'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { toRecord } from '../../src/model/message.js'
import type { PrintedPdf, PrintJob } from '../../src/model/print.js'
import type { Pool, PrintOptions } from '../../src/pdf/pool.js'
import { Printer } from '../../src/pdf/printer.js'
import { press } from '../../src/pipeline/press.js'
import { ownThread } from '../../src/pipeline/proof.js'
import { type PageMaker, pageMaker, topicOf } from '../helpers/page.js'
import { openPool, startBrowser } from '../helpers/real-browser.js'
import { requiredBlocks } from '../helpers/topic.js'

/** Far below the time after which the protocol itself gives up: what is noticed by then was noticed at once. */
const wellBeforeProtocolTimeout = 60_000

let maker: PageMaker
beforeAll(async () => {
  maker = await pageMaker()
})

describe('a printer', () => {
  const browsers: Browser[] = []
  afterEach(async () => {
    for (const browser of browsers.splice(0)) await browser.close().catch(() => {})
  })

  async function open() {
    const browser = await startBrowser()
    browsers.push(browser)
    const printer = await Printer.open(browser)
    const page = (await browser.pages()).at(-1)
    if (!page) throw new Error('There is no page')
    const session = await page.createCDPSession()
    const crash = () => void session.send('Page.crash').catch(() => {})
    return { browser, printer, crash }
  }

  it(
    'notices at once that its renderer crashed while it printed',
    async () => {
      const { printer, crash } = await open()
      const printing = printer.print(maker.compose().job)
      crash()
      await expect(printing).rejects.toMatchObject({ code: 'browser-crashed', kind: 'outside' })
    },
    wellBeforeProtocolTimeout,
  )

  it(
    'that crashed while nobody printed says so to the next',
    async () => {
      const { printer, crash } = await open()
      crash()
      await expect(printer.print(maker.compose().job)).rejects.toMatchObject({ code: 'browser-crashed' })
      await expect(printer.print(maker.compose().job)).rejects.toMatchObject({ code: 'browser-crashed' })
    },
    wellBeforeProtocolTimeout,
  )

  it(
    'notices at once that its browser was killed while it printed',
    async () => {
      const { browser, printer } = await open()
      const printing = printer.print(maker.compose().job)
      killGroup(browser.process()?.pid)
      await expect(printing).rejects.toMatchObject({ code: 'browser-crashed' })
    },
    wellBeforeProtocolTimeout,
  )

  it(
    'takes a command that the browser does not carry out for a crash',
    async () => {
      const { printer } = await open()
      const { job } = maker.compose()
      const printing = printer.print(
        { ...job, area: { ...job.area, width: -100 } },
        new AbortController().signal,
      )
      await expect(printing).rejects.toMatchObject({
        code: 'browser-crashed',
        message: expect.stringContaining('could not print: '),
      })
    },
    wellBeforeProtocolTimeout,
  )

  it(
    'ends at its deadline',
    async () => {
      const { printer } = await open()
      await expect(printer.print(maker.compose().job, AbortSignal.abort())).rejects.toMatchObject({
        code: 'deadline-exceeded',
      })
    },
    wellBeforeProtocolTimeout,
  )
})

/** What is started may be a script that starts the browser; both are in one group. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) throw new Error('There is no process')
  process.kill(-pid, 'SIGKILL')
}

/** Browsers that this process started. */
function browsersOfOurs(): number[] {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' })
  return list
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, name]) => Number(parent) === process.pid && /chrom|headless/i.test(name ?? ''))
    .map(([pid]) => Number(pid))
}

describe.skipIf(process.platform === 'win32')('a handout whose browser is killed', () => {
  let pool: Pool
  beforeAll(() => {
    pool = openPool()
  })
  afterAll(async () => {
    await pool.close()
  })

  /** The pool, its browser killed when a handout gets its page, so often. */
  function killing(times: number) {
    let killed = 0
    const print = (job: PrintJob, options: PrintOptions = {}): Promise<PrintedPdf> =>
      pool.print(job, {
        ...options,
        onTurn: () => {
          const signal = options.onTurn?.() ?? new AbortController().signal
          if (killed < times) {
            killed += 1
            for (const pid of browsersOfOurs()) killGroup(pid)
          }
          return signal
        },
      })
    return { pool: { print }, killed: () => killed }
  }

  const pressWith = (tools: { print: Pool['print'] }, deadline = 60) =>
    press(maker.compose(), topicOf(requiredBlocks), maker.theme, {
      pool: tools,
      prove: ownThread.prove,
      deadline,
    })

  it('once is tried again and printed', async () => {
    const { pool: sabotaged, killed } = killing(1)
    const { pdf, pages, messages } = await pressWith(sabotaged)
    expect(killed()).toBe(1)
    expect(messages).toEqual([])
    expect(pages).toBe(1)
    expect(
      Buffer.from(pdf ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('every time fails alone, with a message at its topic, and the next is printed', async () => {
    const { pool: sabotaged } = killing(Number.POSITIVE_INFINITY)
    const { pdf, messages } = await pressWith(sabotaged)
    expect(pdf).toBeUndefined()
    expect(messages.map((one) => toRecord(one))).toMatchObject([
      { rule: 'browser-crashed', severity: 'error', file: 'content/hands/en.md', line: 1, column: 1 },
    ])
    expect((await pressWith(pool)).messages).toEqual([])
  })

  it('or takes too long fails with a message at its topic, and the next is printed', async () => {
    const { pdf, messages } = await pressWith(pool, 0)
    expect(pdf).toBeUndefined()
    expect(messages.map((one) => toRecord(one))).toMatchObject([
      { rule: 'deadline-exceeded', file: 'content/hands/en.md', line: 1 },
    ])
    expect((await pressWith(pool)).messages).toEqual([])
  })

  it('leaves no process behind when the pool is closed', async () => {
    await pool.close()
    expect(browsersOfOurs()).toEqual([])
    await expect(pool.print(maker.compose().job)).rejects.toMatchObject({ code: 'interrupted' })
  })
})
