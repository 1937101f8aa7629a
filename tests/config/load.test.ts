// A file, an environment and flags in, settings that nothing can change out.

import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Flags, loadSettings } from '../../src/config/load.js'
import { HandoutError } from '../../src/model/error.js'
import { toRecord } from '../../src/model/message.js'
import { temporaryFolder } from '../helpers/library.js'
import { bareSurroundings } from '../helpers/settings.js'

interface Given {
  readonly file?: string
  readonly env?: Readonly<Record<string, string>>
  readonly flags?: Flags
}

async function load({ file, env = {}, flags = {} }: Given = {}) {
  const root = await temporaryFolder()
  if (file !== undefined) await writeFile(path.join(root, 'handout.yaml'), file)
  const settings = await loadSettings({ root, ...flags }, { ...bareSurroundings, env })
  return { root, settings }
}

async function failureOf(given: Given): Promise<HandoutError> {
  return load(given).then(
    () => {
      throw new Error('It was loaded')
    },
    (cause: unknown) => {
      expect(cause).toBeInstanceOf(HandoutError)
      return cause as HandoutError
    },
  )
}

describe('settings', () => {
  it('have a default for everything', async () => {
    const { settings, root } = await load()
    expect(settings).toMatchObject({
      root,
      folders: {
        content: path.join(root, 'content'),
        templates: path.join(root, 'templates'),
        output: path.join(root, 'output'),
      },
      levels: {
        easy: { fleschKincaid: 5, smog: 7.5, wordsPerSentence: 12 },
        everyday: { fleschKincaid: 8, smog: 10, wordsPerSentence: 16 },
        detailed: { fleschKincaid: 12, smog: 13.5, wordsPerSentence: 20 },
      },
      lengths: {
        short: { pages: 1, largePrintPages: 2, bilingualPages: 2 },
        medium: { pages: 2, largePrintPages: 4, bilingualPages: 4 },
        long: { pages: 5, largePrintPages: 9, bilingualPages: 10 },
      },
      backMatterFrom: 'medium',
      editions: ['standard'],
      formats: ['pdf'],
      require: ['main-message', 'actions', 'get-help'],
      organization: 'plain',
      browser: undefined,
    })
    expect(Object.keys(settings.lengths)).toEqual(['short', 'medium', 'long'])
    expect(settings.jobs).toBeGreaterThanOrEqual(1)
  })

  it('take the environment over the file, and flags over both', async () => {
    const file = 'jobs: 2\nformats: [html]\nfolders: {output: of-file}\nbrowser: /of/file\n'
    const env = {
      HANDOUT_JOBS: '3',
      HANDOUT_FORMATS: 'pdf, html',
      HANDOUT_OUTPUT: 'of-env',
      HANDOUT_BROWSER: '/of/env',
    }
    const onlyFile = (await load({ file })).settings
    expect(onlyFile).toMatchObject({ jobs: 2, formats: ['html'], browser: '/of/file' })
    const withEnv = (await load({ file, env })).settings
    expect(withEnv).toMatchObject({ jobs: 3, formats: ['pdf', 'html'], browser: '/of/env' })
    expect(path.basename(withEnv.folders.output)).toBe('of-env')
    const flags = { jobs: 4, formats: ['pdf'], out: 'of-flag' }
    const withFlags = (await load({ file, env, flags })).settings
    expect(withFlags).toMatchObject({ jobs: 4, formats: ['pdf'] })
    expect(path.basename(withFlags.folders.output)).toBe('of-flag')
  })

  it('take an empty variable for none', async () => {
    const { settings } = await load({ file: 'jobs: 2\n', env: { HANDOUT_JOBS: '', HANDOUT_BROWSER: '' } })
    expect(settings).toMatchObject({ jobs: 2, browser: undefined })
  })

  it('know Puppeteer’s variable for the browser, and take it last', async () => {
    const env = { PUPPETEER_EXECUTABLE_PATH: '/of/puppeteer' }
    expect((await load({ env })).settings.browser).toBe('/of/puppeteer')
    expect((await load({ env, file: 'browser: /of/file\n' })).settings.browser).toBe('/of/file')
  })

  it('are frozen to the bottom', async () => {
    const { settings } = await load()
    const check = (value: unknown) => {
      if (value === null || typeof value !== 'object') return
      expect(Object.isFrozen(value)).toBe(true)
      for (const inner of Object.values(value)) check(inner)
    }
    check(settings)
  })

  it('come from another file where one is named', async () => {
    const root = await temporaryFolder()
    await writeFile(path.join(root, 'other.yaml'), 'jobs: 5\n')
    const settings = await loadSettings({ root, config: 'other.yaml' }, bareSurroundings)
    expect(settings.jobs).toBe(5)
  })

  it('may have levels and lengths of their own', async () => {
    const { settings } = await load({
      file: 'lengths:\n  card: {pages: 1, large-print-pages: 2}\n  leaflet: {pages: 3, large-print-pages: 6}\nlevels:\n  plain: {flesch-kincaid: 6, smog: 8, words-per-sentence: 14}\n',
    })
    expect(Object.keys(settings.lengths)).toEqual(['card', 'leaflet'])
    expect(Object.keys(settings.levels)).toEqual(['plain'])
    expect(settings.backMatterFrom).toBe('leaflet')
  })
})

describe('a configuration at fault', () => {
  it('tells every fault at its place', async () => {
    const error = await failureOf({ file: 'jobbs: 2\nformats: [pdf, doc]\ndeadline: soon\n' })
    expect(error).toMatchObject({ code: 'configuration-invalid', kind: 'setup' })
    expect(
      error.messages
        .map((one) => toRecord(one))
        .map(({ rule, file, line, column }) => `${file}:${line}:${column} ${rule}`),
    ).toEqual([
      'handout.yaml:1:1 configuration-unknown-key',
      'handout.yaml:2:16 configuration-wrong-value',
      'handout.yaml:3:11 configuration-wrong-value',
    ])
  })

  it.each([
    [{ HANDOUT_JOBS: 'many' }, 'jobs'],
    [{ HANDOUT_JOBS: '0' }, 'jobs'],
    [{ HANDOUT_DEADLINE: '-1' }, 'deadline'],
    [{ HANDOUT_FORMATS: 'pdf,doc' }, 'formats'],
    [{ HANDOUT_EDITIONS: 'huge' }, 'editions'],
    [{ HANDOUT_ORGANIZATION: 'Not An Id' }, 'organization'],
  ])('by the environment, %j, names the key', async (env, key) => {
    const error = await failureOf({ env })
    expect(error.code).toBe('configuration-invalid')
    expect(error.message).toContain(key)
  })

  it('that is named and not there is told', async () => {
    expect(await failureOf({ flags: { config: 'gone.yaml' } })).toMatchObject({
      code: 'configuration-invalid',
    })
  })

  it('never makes anything but settings or a failure', async () => {
    const root = await temporaryFolder()
    const text = fc
      .array(
        fc.constantFrom('jobs: ', '2\n', 'levels:\n', '  easy: ', '{', '}', 'smog: 1', 'x', '- ', '\n', ':'),
        {
          maxLength: 12,
        },
      )
      .map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(text, async (file) => {
        await writeFile(path.join(root, 'handout.yaml'), file)
        const outcome = await loadSettings({ root }, bareSurroundings).catch((cause: unknown) => cause)
        if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'configuration-invalid' })
      }),
      { numRuns: 100 },
    )
  })
})
