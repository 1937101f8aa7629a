// handout doctor: which browser is used and whether it prints, fonts, folders; and what to do.
import { access, constants, mkdir } from 'node:fs/promises'
import { loadSettings, readSurroundings } from '../../config/load.js'
import { hasTypeface, typefaceNames } from '../../media/fonts.js'
import { HandoutError } from '../../model/error.js'
import type { Settings } from '../../model/settings.js'
import type { Surroundings } from '../../model/tools.js'
import { toolVersion } from '../../model/version.js'
import { findBrowser } from '../../pdf/find-browser.js'
import { launchBrowser, runsWithoutSandbox } from '../../pdf/launch.js'
import { exitCodes } from '../exit.js'
import { type CommonOptions, command, flagsOf } from '../options.js'
import { Terminal } from '../terminal.js'

interface Finding {
  readonly what: string
  readonly ok: boolean
  readonly text: string
  readonly hint?: string
}

const origins = {
  setting: 'named by a setting',
  'puppeteer-cache': 'from Puppeteer’s cache',
  system: 'of the system',
  embedded: 'embedded, from the package @sparticuz/chromium',
  fetched: 'fetched at first use',
} as const

export const doctorCommand = command('doctor', 'browser, fonts, folders: what is there, what to do').action(
  async (flags: CommonOptions) => {
    const surroundings = readSurroundings()
    const settings = await loadSettings(flagsOf(flags), surroundings)
    const terminal = new Terminal({
      quiet: false,
      color: flags.color === false ? false : undefined,
      ci: true,
    })
    const findings = [
      {
        what: 'handout-press',
        ok: true,
        text: `${toolVersion} on Node ${process.version}, ${surroundings.platform} ${surroundings.arch}`,
      },
      ...(await browserFindings(settings, surroundings)),
      ...fontFindings(),
      ...(await folderFindings(settings)),
    ]
    for (const { what, ok, text, hint } of findings)
      terminal.print(
        `${ok ? terminal.colors.blue('ok  ') : terminal.colors.red('FAIL')} ${what}: ${text}${hint ? `\n       ${hint}` : ''}`,
      )
    if (findings.some(({ ok }) => !ok)) process.exitCode = exitCodes.surroundings
  },
)

async function browserFindings(settings: Settings, surroundings: Surroundings): Promise<Finding[]> {
  try {
    const found = await findBrowser({ surroundings, wanted: settings.browser, mayFetch: false })
    const withoutSandbox = runsWithoutSandbox(surroundings.isRoot, surroundings.platform)
    const browser = await launchBrowser(found, { withoutSandbox, env: surroundings.env })
    const version = await browser.version()
    await browser.close()
    return [
      { what: 'browser', ok: true, text: `${version}, ${origins[found.origin]}: ${found.path}` },
      withoutSandbox
        ? {
            what: 'sandbox',
            ok: true,
            text: 'off, because this is root and the sandbox cannot start',
            hint: 'Run handout as an ordinary user to have the browser’s sandbox.',
          }
        : { what: 'sandbox', ok: true, text: 'on' },
    ]
  } catch (cause) {
    if (!(cause instanceof HandoutError)) throw cause
    const canFetch = cause.code === 'browser-missing' && settings.browser === undefined
    return [
      {
        what: 'browser',
        ok: false,
        text: cause.message,
        hint: canFetch
          ? `${cause.hint} \`handout build\` will try to fetch chrome-headless-shell.`
          : cause.hint,
      },
    ]
  }
}

function fontFindings(): Finding[] {
  return typefaceNames().map(
    (name): Finding =>
      hasTypeface(name)
        ? { what: 'font', ok: true, text: name }
        : { what: 'font', ok: false, text: `${name} is not installed`, hint: 'Run npm install again.' },
  )
}

async function folderFindings({ folders }: Settings): Promise<Finding[]> {
  const readable = await Promise.all(
    [folders.content, folders.templates].map(async (folder): Promise<Finding> => {
      const ok = await access(folder, constants.R_OK).then(
        () => true,
        () => false,
      )
      return {
        what: 'folder',
        ok,
        text: `${folder} ${ok ? 'can be read' : 'cannot be read'}`,
        ...(ok ? {} : { hint: 'Run handout in the folder that holds it, or name it with --root.' }),
      }
    }),
  )
  const ok = await mkdir(folders.output, { recursive: true })
    .then(() => access(folders.output, constants.W_OK))
    .then(
      () => true,
      () => false,
    )
  return [
    ...readable,
    { what: 'folder', ok, text: `${folders.output} ${ok ? 'can be written' : 'cannot be written'}` },
  ]
}
