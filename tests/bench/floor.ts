// Finished HTML -> how fast the browser alone prints it: the floor no build can get under with one print a handout.
import { BarePage, type ComposedHandout, startBrowser } from './finished-pages.js'
import { treeUsage } from './meter.js'

/** Pages printing at the same time that are tried. */
const widths = [1, 2, 3, 4]
/** Printed before the clock starts: the first documents load fonts and warm up. */
const warmUp = 10
/** Documents after which a page is left, where it is. */
const leftAfter = 30

export interface Floor {
  /** Handouts a second, by pages printing at the same time, each kept for all documents. */
  readonly rates: Readonly<Record<string, number>>
  /** The best of them. */
  readonly kept: number
  /** The same with pages that are left for a fresh one now and then: the browser is faster in them. */
  readonly renewed: number
  readonly best: number
  /** Milliseconds of processor time the browser takes for a handout. */
  readonly browserCpu: number
}

/** Measures the floor on these handouts. */
export async function measureFloor(handouts: readonly ComposedHandout[]): Promise<Floor> {
  const browser = await startBrowser()
  const pid = browser.process()?.pid ?? 0
  try {
    const pages = [await BarePage.open(browser)]
    const documents: string[] = []
    for (const { composed } of handouts) documents.push((await pages[0]?.finished(composed)) ?? '')
    const assets = handouts[0]?.composed.job.assets ?? new Map()
    const rates: Record<string, number> = {}
    let browserCpu = Number.POSITIVE_INFINITY
    /** Handouts a second. */
    const timed = async (printing: readonly BarePage[], leftEvery?: number) => {
      const before = totalCpu(pid)
      const started = performance.now()
      await printAll(printing, documents, leftEvery)
      const seconds = (performance.now() - started) / 1000
      browserCpu = Math.min(browserCpu, ((totalCpu(pid) - before) * 1000) / documents.length)
      return round(documents.length / seconds)
    }
    for (const width of widths) {
      while (pages.length < width) pages.push(await BarePage.open(browser))
      for (const page of pages) page.assets = assets
      await printAll(pages, documents.slice(0, warmUp * width))
      rates[width] = await timed(pages)
    }
    const kept = Math.max(...Object.values(rates))
    const renewed = await timed(pages.slice(0, 2), leftAfter)
    return { rates, kept, renewed, best: Math.max(kept, renewed), browserCpu: round(browserCpu) }
  } finally {
    await browser.close()
  }
}

async function printAll(
  pages: readonly BarePage[],
  documents: readonly string[],
  leftAfter = Number.POSITIVE_INFINITY,
): Promise<void> {
  let next = 0
  await Promise.all(
    pages.map(async (page) => {
      let shown = 0
      for (let html = documents[next++]; html !== undefined; html = documents[next++]) {
        if (shown++ % leftAfter === 0) await page.leave()
        await page.show(html)
        await page.print()
      }
    }),
  )
}

function totalCpu(pid: number): number {
  const { own, below } = treeUsage(pid)
  return own.cpu + own.waitedFor + below.cpu
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
