// Nothing in, the browser that the product itself would use out.
import type { Browser } from 'puppeteer'
import { readSurroundings } from '../../src/config/load.js'
import { findBrowser } from '../../src/pdf/find-browser.js'
import { launchBrowser, runsWithoutSandbox } from '../../src/pdf/launch.js'
import { Pool } from '../../src/pdf/pool.js'

const surroundings = readSurroundings()
const wanted = surroundings.env.HANDOUT_BROWSER || undefined

/** Starts one; whoever does closes it. */
export async function startBrowser(): Promise<Browser> {
  const found = await findBrowser({ surroundings, wanted, mayFetch: false })
  return launchBrowser(found, {
    withoutSandbox: runsWithoutSandbox(surroundings.isRoot, surroundings.platform),
    env: surroundings.env,
  })
}

/** A pool of the browser that is found. */
export function openPool(): Pool {
  return new Pool({ surroundings, browser: wanted })
}
