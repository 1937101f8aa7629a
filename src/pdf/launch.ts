// A found browser -> a running one, cut off from every network, gone when we are gone.
import path from 'node:path'
import { type Stream, Writable } from 'node:stream'
import type { Browser } from 'puppeteer'
import { HandoutError } from '../model/error.js'
import type { FoundBrowser } from './find-browser.js'

/** A browser that does not answer by then will not. */
const startTimeout = 20_000
/** Longest single command; the deadline of a handout is shorter. */
const protocolTimeout = 120_000

const flags = [
  // No name resolves: whatever slips past the content policy and the interception reaches nothing.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-speech-api',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--no-first-run',
]

export interface LaunchOptions {
  readonly withoutSandbox: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  /** Empty folder for its profile and temporary files; without one the browser makes its own. */
  readonly folder?: string
}

/**
 * Frames are begun by us, that is never: no page is drawn for a screen, which takes a quarter of the time, and printing needs
 * none of it. The browser does not start with this on a Mac.
 */
const withoutFrames = '--enable-begin-frame-control'

/** Variables that are nobody's business who draws pages. */
const secrets = /^(?:HANDOUT|GITHUB|ACTIONS|CI_JOB|AWS|NPM|NODE)_|TOKEN|SECRET|PASSWORD|_KEY$/i

function withoutSecrets(env: LaunchOptions['env']): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !secrets.test(name)))
}

/** Whether the browser runs without its own sandbox: only as root on Linux, where Chromium refuses to start with it. */
export function runsWithoutSandbox(isRoot: boolean, platform: NodeJS.Platform): boolean {
  return isRoot && platform === 'linux'
}

/** File descriptor from which the browser reads commands. */
const commands = 3

/**
 * Puppeteer writes a command and the zero that ends it one after the other; each wakes the browser, for the second of which
 * alone there is something to do.
 */
function writeWholeMessages(pipe: Stream | null | undefined): void {
  if (!(pipe instanceof Writable)) return
  const write = pipe.write.bind(pipe) as (text: string) => boolean
  pipe.write = (text: string) => {
    if (text !== '\0') pipe.cork()
    const took = write(text)
    if (text === '\0') pipe.uncork()
    return took
  }
}

/**
 * Starts a browser over a pipe, so that it dies with us.
 *
 * @throws HandoutError `browser-failed`
 */
export async function launchBrowser(found: FoundBrowser, options: LaunchOptions): Promise<Browser> {
  const { launch } = await import('./puppeteer.js')
  const { folder } = options
  try {
    const browser = await launch({
      executablePath: found.path,
      headless: 'shell',
      pipe: true,
      timeout: startTimeout,
      protocolTimeout,
      waitForInitialPage: false,
      defaultViewport: null,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        ...flags,
        ...(process.platform === 'darwin' ? [] : [withoutFrames]),
        ...(options.withoutSandbox ? ['--no-sandbox'] : []),
      ],
      ...(folder === undefined ? {} : { userDataDir: path.join(folder, 'profile') }),
      env: {
        ...withoutSecrets(options.env),
        ...found.env,
        // What the browser leaves behind stays in a folder that is swept.
        ...(folder === undefined ? {} : { TMPDIR: folder }),
      },
    })
    writeWholeMessages(browser.process()?.stdio[commands])
    // Puppeteer lets go of its pipes before the browser has ended; what breaks after that is of no interest.
    for (const pipe of browser.process()?.stdio ?? []) pipe?.on('error', () => {})
    return browser
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause)
    const sandbox = /sandbox/i.test(words)
    throw new HandoutError(
      'browser-failed',
      `The browser at ${found.path} could not be started: ${firstLine(words)}`,
      {
        cause,
        ...(sandbox
          ? { hint: 'Its sandbox cannot start here. Allow user namespaces, or use a browser of the system.' }
          : {}),
      },
    )
  }
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? ''
}
