// Some handouts -> the median time of each stage, one after the other in one thread.
import { createHash } from 'node:crypto'
import { readSurroundings } from '../../src/config/load.js'
import { finish } from '../../src/pdf/finish/index.js'
import { Pool } from '../../src/pdf/pool.js'
import { verify } from '../../src/verify/index.js'
import type { ComposedHandout } from './finished-pages.js'

/** The first ones are compiled while they run; of few handouts, a third is left out. */
const warmUp = 30
const share = 1 / 3

export interface Stages {
  /** Milliseconds. */
  readonly print: number
  readonly finish: number
  readonly verify: number
  readonly hash: number
}

export async function measureStages(handouts: readonly ComposedHandout[]): Promise<Stages> {
  const surroundings = readSurroundings()
  const pool = new Pool({ surroundings, browser: surroundings.env.HANDOUT_BROWSER || undefined })
  const times: Record<keyof Stages, number[]> = { print: [], finish: [], verify: [], hash: [] }
  const timed = async <Value>(stage: keyof Stages, work: () => Value | Promise<Value>): Promise<Value> => {
    const started = performance.now()
    const value = await work()
    times[stage].push(performance.now() - started)
    return value
  }
  try {
    for (const { composed } of handouts) {
      const { bytes, page } = await timed('print', () => pool.print(composed.job))
      const { edition } = composed.variant
      const { maxPages } = composed.job
      const done = await timed('finish', () => finish(bytes, composed.info, page))
      await timed('verify', () => verify(done.bytes, { page, info: composed.info, edition, maxPages }))
      await timed('hash', () => createHash('sha256').update(done.bytes).digest('hex'))
    }
  } finally {
    await pool.close()
  }
  const median = (stage: keyof Stages) => {
    const sorted = times[stage]
      .slice(Math.min(warmUp, Math.floor(handouts.length * share)))
      .sort((a, b) => a - b)
    return Math.round((sorted[sorted.length >> 1] ?? 0) * 100) / 100
  }
  return { print: median('print'), finish: median('finish'), verify: median('verify'), hash: median('hash') }
}
