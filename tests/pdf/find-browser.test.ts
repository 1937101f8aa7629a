// Folders and variables in, the browser that is found first out.
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Surroundings } from '../../src/model/tools.js'
import { type BrowserSearch, findBrowser } from '../../src/pdf/find-browser.js'
import { repository, temporaryFolder } from '../helpers/library.js'

let root: string
beforeEach(async () => {
  root = await temporaryFolder()
})

/** Makes a file that could be a browser. */
async function program(...names: string[]): Promise<string> {
  const file = path.join(root, ...names)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, '#!/bin/sh\n')
  await chmod(file, 0o755)
  return file
}

const inPuppeteerCache = [
  'chrome-headless-shell',
  'linux-140.0.7300.0',
  'chrome-headless-shell-linux64',
  'chrome-headless-shell',
]

function search(over: Partial<Surroundings> = {}, more: Partial<BrowserSearch> = {}) {
  return findBrowser({
    surroundings: {
      env: { PATH: path.join(root, 'bin') },
      platform: 'linux',
      // No browser is embedded for it.
      arch: 'arm64',
      cacheFolder: path.join(root, 'cache'),
      home: path.join(root, 'home'),
      isRoot: false,
      ...over,
    },
    wanted: undefined,
    mayFetch: false,
    ...more,
  })
}

describe('a browser', () => {
  it('that a setting names is taken before any other', async () => {
    await program('bin', 'chromium')
    await program('home', '.cache', 'puppeteer', ...inPuppeteerCache)
    const wanted = await program('own', 'browser')
    expect(await search({}, { wanted })).toEqual({ path: wanted, origin: 'setting', env: {} })
  })

  it('that a setting names and that is not there is a failure, whatever else is there', async () => {
    await program('bin', 'chromium')
    await expect(search({}, { wanted: path.join(root, 'gone') })).rejects.toMatchObject({
      code: 'browser-missing',
      kind: 'outside',
      message: expect.stringContaining('gone'),
      hint: expect.stringContaining('HANDOUT_BROWSER'),
    })
  })

  it.runIf(process.platform === 'linux')('of Puppeteer’s cache comes before one of the system', async () => {
    await program('bin', 'chromium')
    const cached = await program('home', '.cache', 'puppeteer', ...inPuppeteerCache)
    expect(await search()).toEqual({ path: cached, origin: 'puppeteer-cache', env: {} })
  })

  it.runIf(process.platform === 'linux')(
    'of Puppeteer’s cache is looked for where its variable says',
    async () => {
      const cached = await program('elsewhere', ...inPuppeteerCache)
      const env = { PUPPETEER_CACHE_DIR: path.join(root, 'elsewhere') }
      expect(await search({ env })).toMatchObject({ path: cached, origin: 'puppeteer-cache' })
    },
  )

  it.runIf(process.platform === 'linux')('that was fetched before is found again', async () => {
    const fetched = await program('cache', 'browsers', ...inPuppeteerCache)
    expect(await search()).toMatchObject({ path: fetched })
  })

  it('of the system is looked for on the path, the one made for printing first', async () => {
    await program('bin', 'chromium')
    expect(await search()).toMatchObject({ path: path.join(root, 'bin', 'chromium'), origin: 'system' })
    await program('bin', 'google-chrome')
    expect(await search()).toMatchObject({ path: path.join(root, 'bin', 'google-chrome') })
    await program('bin', 'chrome-headless-shell')
    expect(await search()).toMatchObject({ path: path.join(root, 'bin', 'chrome-headless-shell') })
  })

  it('of the system is never taken from a folder relative to where the command is called', async () => {
    await program('bin', 'chromium')
    const env = { PATH: ['', '.', path.relative(process.cwd(), path.join(root, 'bin'))].join(path.delimiter) }
    await expect(search({ env })).rejects.toMatchObject({ code: 'browser-missing' })
  })

  it('of Windows is looked for under its program folders', async () => {
    const chrome = await program('programs', 'Google', 'Chrome', 'Application', 'chrome.exe')
    const env = { PROGRAMFILES: path.join(root, 'programs') }
    expect(await search({ platform: 'win32', env })).toMatchObject({ path: chrome, origin: 'system' })
  })

  it('that is embedded comes after one of the system, with the libraries it needs', async () => {
    const { version } = JSON.parse(
      await readFile(path.join(repository, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
    ) as { version: string }
    const unpacked = await program('cache', `chromium-${version}`, 'chromium')
    expect(await search({ arch: 'x64' })).toEqual({
      path: unpacked,
      origin: 'embedded',
      env: { LD_LIBRARY_PATH: path.join(path.dirname(unpacked), 'lib') },
    })
    await program('bin', 'chromium')
    expect(await search({ arch: 'x64' })).toMatchObject({ origin: 'system' })
  })

  it.each([
    ['where none may be fetched', {}, false],
    ['where fetching is switched off', { HANDOUT_FETCH_BROWSER: 'off' }, true],
  ])('that is nowhere is a failure %s', async (_what, env, mayFetch) => {
    await expect(search({ env }, { mayFetch })).rejects.toMatchObject({
      code: 'browser-missing',
      kind: 'outside',
      hint: expect.stringContaining('handout doctor'),
    })
  })
})
