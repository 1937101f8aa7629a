// handout.yaml, environment and flags -> the settings, checked and frozen; and the surroundings.
import { readFile, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import * as z from 'zod'
import { HandoutError } from '../model/error.js'
import type { Settings } from '../model/settings.js'
import type { Surroundings } from '../model/tools.js'
import { readYaml } from '../yaml/checked-yaml.js'
import { type Config, configSchema, folderKeys, listKeys, scalarKeys } from './schema.js'

/** More pages at once only fight for the same cores. */
const maxDefaultJobs = 8

export interface Flags {
  readonly root?: string | undefined
  readonly config?: string | undefined
  readonly out?: string | undefined
  readonly jobs?: number | undefined
  readonly formats?: readonly string[] | undefined
}

const fileName = 'handout.yaml'

/** What the process knows of its machine. The only reader of `process.env`. */
export function readSurroundings(): Surroundings {
  const { env, platform, arch } = process
  const home = os.homedir()
  const base =
    env.HANDOUT_CACHE_HOME ??
    (platform === 'darwin'
      ? path.join(home, 'Library', 'Caches')
      : platform === 'win32'
        ? (env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'))
        : (env.XDG_CACHE_HOME ?? path.join(home, '.cache')))
  return {
    env,
    platform,
    arch,
    home,
    cacheFolder: path.join(base, 'handout-press'),
    isRoot: process.getuid?.() === 0,
  }
}

/**
 * Makes the settings: defaults, then the file, then the environment, then flags.
 *
 * @throws HandoutError `configuration-invalid` with a message for each fault
 */
export async function loadSettings(flags: Flags, { env }: Surroundings): Promise<Settings> {
  const root = path.resolve(flags.root ?? '.')
  const file = path.resolve(root, flags.config ?? fileName)
  if (!(await stat(root).catch(() => undefined))?.isDirectory())
    throw new HandoutError('folder-unreadable', `There is no folder ${root}.`)
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined && flags.config !== undefined)
    throw new HandoutError('configuration-invalid', `There is no configuration file ${file}.`)
  const shown = path.relative(root, file).split(path.sep).join('/')
  const yaml = readYaml(text ?? '', 1, configSchema, shown, 'configuration')
  if (!yaml.value) throw new HandoutError('configuration-invalid', undefined, { messages: yaml.messages })
  return freeze(toSettings(overlay(yaml.value, flags, env), root))
}

/** Environment over file, flags over both; checked again, because both are texts. */
function overlay(config: Config, flags: Flags, env: Surroundings['env']): Config {
  const given: Record<string, unknown> = { ...config }
  const variable = (key: string) => env[`HANDOUT_${key.toUpperCase().replaceAll('-', '_')}`]
  for (const key of scalarKeys) {
    const value = variable(key)
    if (value !== undefined && value !== '')
      given[key] = key === 'jobs' || key === 'deadline' || key === 'cache-limit' ? Number(value) : value
  }
  for (const key of listKeys) {
    const value = variable(key)
    if (value !== undefined && value !== '') given[key] = value.split(',').map((word) => word.trim())
  }
  const folders: Record<string, string> = { ...config.folders }
  for (const key of folderKeys) {
    const value = variable(key)
    if (value) folders[key] = value
  }
  given.browser ??= env.PUPPETEER_EXECUTABLE_PATH || undefined
  if (flags.out !== undefined) folders.output = flags.out
  if (flags.jobs !== undefined) given.jobs = flags.jobs
  if (flags.formats !== undefined) given.formats = flags.formats
  const checked = configSchema.safeParse({ ...given, folders })
  if (checked.success) return checked.data
  throw new HandoutError(
    'configuration-invalid',
    `The environment or a flag is wrong: ${z.prettifyError(checked.error)}`,
  )
}

/** The settings that a configuration stands for. */
export function toSettings(config: Config, root: string): Settings {
  const lengthIds = Object.keys(config.lengths)
  const folder = (name: keyof Config['folders']) => path.resolve(root, config.folders[name])
  return {
    root,
    folders: {
      content: folder('content'),
      templates: folder('templates'),
      output: folder('output'),
      cache: folder('cache'),
    },
    levels: Object.fromEntries(
      Object.entries(config.levels).map(([id, level]) => [
        id,
        {
          fleschKincaid: level['flesch-kincaid'],
          smog: level.smog,
          wordsPerSentence: level['words-per-sentence'],
          longestSentence: level['longest-sentence'],
          passivePercent: level['passive-percent'],
          inflesz: level.inflesz,
          hardWords: level['hard-words'],
          wordsPerMinute: level['words-per-minute'],
        },
      ]),
    ),
    lengths: Object.fromEntries(
      Object.entries(config.lengths).map(([id, length]) => [
        id,
        {
          pages: length.pages,
          largePrintPages: length['large-print-pages'],
          bilingualPages: length['bilingual-pages'] ?? 2 * length.pages,
        },
      ]),
    ),
    backMatterFrom: lengthIds.includes(config['back-matter-from'])
      ? config['back-matter-from']
      : (lengthIds[1] ?? lengthIds[0] ?? ''),
    editions: config.editions,
    formats: config.formats,
    require: config.require,
    rules: config.rules,
    check: {
      paragraphSentences: config.check['paragraph-sentences'],
      listItems: config.check['list-items'],
      reviewNotice: config.check['review-notice'],
      abbreviations: config.check.abbreviations,
    },
    organization: config.organization,
    jobs: config.jobs ?? Math.min(maxDefaultJobs, os.availableParallelism()),
    browser: config.browser,
    deadline: config.deadline,
    cacheLimit: config['cache-limit'] * 1024 * 1024,
  }
}

function freeze<Value>(value: Value): Value {
  if (value !== null && typeof value === 'object') for (const inner of Object.values(value)) freeze(inner)
  return Object.freeze(value)
}
