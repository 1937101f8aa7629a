// Settings and surroundings -> the browser to print with: the first that is found, in a fixed order.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { HandoutError } from '../model/error.js'
import type { Surroundings } from '../model/tools.js'
import { embeddedBrowser } from './embedded-browser.js'

/** Where a browser was found; the order is the order of the search. */
export type BrowserOrigin = 'setting' | 'puppeteer-cache' | 'system' | 'embedded' | 'fetched'

export interface FoundBrowser {
  readonly path: string
  readonly origin: BrowserOrigin
  /** Variables the browser needs besides ours, such as the path of its libraries. */
  readonly env: Readonly<Record<string, string>>
}

export interface BrowserSearch {
  readonly surroundings: Surroundings
  /** From the setting `browser`, HANDOUT_BROWSER or PUPPETEER_EXECUTABLE_PATH. */
  readonly wanted: string | undefined
  /** Called with 0 to 1 while a browser is unpacked or fetched. */
  readonly onProgress?: (what: string, share: number) => void
  /** Whether one may be fetched when none is found; false for `doctor`. */
  readonly mayFetch: boolean
}

/**
 * Looks for a browser: setting, Puppeteer's cache, the system, the embedded one, and last one to fetch.
 *
 * @throws HandoutError `browser-missing`
 */
export async function findBrowser(search: BrowserSearch): Promise<FoundBrowser> {
  const { surroundings, wanted } = search
  if (wanted !== undefined) {
    if (existsSync(wanted)) return { path: wanted, origin: 'setting', env: {} }
    throw new HandoutError('browser-missing', `There is no browser at ${wanted}.`, {
      hint: 'This path comes from the setting `browser`, HANDOUT_BROWSER or PUPPETEER_EXECUTABLE_PATH. Correct it or take it out.',
    })
  }
  const cached = await puppeteerCache(surroundings)
  if (cached) return { path: cached, origin: 'puppeteer-cache', env: {} }
  const system = systemBrowsers(surroundings).find((file) => existsSync(file))
  if (system) return { path: system, origin: 'system', env: {} }
  const embedded = await embeddedBrowser(surroundings, search.onProgress)
  if (embedded) return { ...embedded, origin: 'embedded' }
  if (search.mayFetch && surroundings.env.HANDOUT_FETCH_BROWSER !== 'off') {
    const fetched = await fetchBrowser(surroundings, search.onProgress)
    if (fetched) return { path: fetched, origin: 'fetched', env: {} }
  }
  throw new HandoutError('browser-missing')
}

function puppeteerCacheFolder({ env, home }: Surroundings): string {
  return env.PUPPETEER_CACHE_DIR ?? path.join(home, '.cache', 'puppeteer')
}

async function puppeteerCache(surroundings: Surroundings): Promise<string | undefined> {
  for (const cacheDir of [puppeteerCacheFolder(surroundings), fetchFolder(surroundings)]) {
    if (!existsSync(cacheDir)) continue
    const { Browser, getInstalledBrowsers } = await import('@puppeteer/browsers')
    const installed = await getInstalledBrowsers({ cacheDir }).catch(() => [])
    const kinds = [Browser.CHROMEHEADLESSSHELL, Browser.CHROME, Browser.CHROMIUM]
    for (const kind of kinds) {
      const found = installed.findLast((one) => one.browser === kind && existsSync(one.executablePath))
      if (found) return found.executablePath
    }
  }
  return undefined
}

/** Paths at which a system keeps Chrome, Chromium or chrome-headless-shell. */
function systemBrowsers({ platform, env }: Surroundings): string[] {
  if (platform === 'darwin')
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ]
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
      folder ? [path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [],
    )
  const names = [
    'chrome-headless-shell',
    'chromium-headless-shell',
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
  ]
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder))
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
}

function fetchFolder({ cacheFolder }: Surroundings): string {
  return path.join(cacheFolder, 'browsers')
}

async function fetchBrowser(
  surroundings: Surroundings,
  onProgress: BrowserSearch['onProgress'],
): Promise<string | undefined> {
  const { Browser, detectBrowserPlatform, install, resolveBuildId } = await import('@puppeteer/browsers')
  const platform = detectBrowserPlatform()
  if (!platform) return undefined
  try {
    const buildId = await resolveBuildId(Browser.CHROMEHEADLESSSHELL, platform, 'stable')
    const installed = await install({
      browser: Browser.CHROMEHEADLESSSHELL,
      buildId,
      cacheDir: fetchFolder(surroundings),
      downloadProgressCallback: (loaded, total) =>
        onProgress?.('Fetching chrome-headless-shell', total > 0 ? loaded / total : 0),
    })
    return installed.executablePath
  } catch (cause) {
    throw new HandoutError('browser-missing', 'No browser was found, and none could be fetched.', { cause })
  }
}
