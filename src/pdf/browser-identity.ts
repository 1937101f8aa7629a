// A found browser -> what tells it from every other one: the hash of its program, the same on every machine that has it.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { ownerName } from '../model/owner.js'
import type { Surroundings } from '../model/tools.js'
import type { FoundBrowser } from './find-browser.js'

const run = promisify(execFile)

const memoName = 'browsers.json'
/** A script that starts the browser is shorter than this. */
const longestScript = 64 * 1024
const digits = 32
const versionTimeout = 10_000

export interface BrowserIdentity {
  /** Hash of its program. */
  readonly hash: string
  /** As it names itself, such as `Chromium 156.0.8078.79`; empty where it does not say. */
  readonly version: string
}

/**
 * The identity of a browser. Its program is hashed and asked once, and remembered by size, inode and dates, which change with
 * every update. A script that starts the program is followed to it; where that cannot be seen, the version stands for it.
 */
export async function browserIdentity(
  found: FoundBrowser,
  { cacheFolder, platform, env }: Surroundings,
): Promise<BrowserIdentity> {
  const program = await programOf(found.path)
  const ask = () => versionOf(found.path, platform, { ...env, ...found.env })
  if (program === undefined) {
    const version = await ask()
    return { hash: version, version }
  }
  const { size, ino, mtimeMs, ctimeMs } = await stat(program)
  const key = [program, size, ino, mtimeMs, ctimeMs].join(' ')
  const memo = path.join(cacheFolder, memoName)
  const known = await readMemo(memo)
  const before = known[key]
  if (before) return before
  const [hash, version] = await Promise.all([hashOf(program), ask()])
  // One entry a program: those of older versions go.
  const others = Object.entries(known).filter(([one]) => !one.startsWith(`${program} `))
  await remember(memo, Object.fromEntries([...others, [key, { hash, version }]]))
  return { hash, version }
}

/** Chrome on Windows opens a window when it is asked; its version is the name of the folder beside it. */
async function versionOf(file: string, platform: string, env: NodeJS.ProcessEnv): Promise<string> {
  try {
    if (platform !== 'win32')
      return (await run(file, ['--version'], { timeout: versionTimeout, env })).stdout.trim()
    const names = await readdir(path.dirname(file))
    return names.findLast((name) => /^\d+(?:\.\d+){3}$/.test(name)) ?? ''
  } catch {
    return ''
  }
}

/** The program behind a path: itself, or the one a script names; undefined where a script does not say. */
async function programOf(file: string): Promise<string | undefined> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    if (bytesRead < 2 || buffer.toString('latin1') !== '#!') return file
    if (size > longestScript) return undefined
    const text = await handle.readFile('utf8')
    const named = [...new Set(text.match(/(?<![\w$}])\/[\w./-]*chrom[\w.-]*/g) ?? [])]
    const programs = []
    for (const one of named) if ((await stat(one).catch(() => undefined))?.isFile()) programs.push(one)
    const [only] = programs
    return programs.length === 1 && only !== undefined && only !== file ? programOf(only) : undefined
  } finally {
    await handle.close()
  }
}

async function readMemo(memo: string): Promise<Record<string, BrowserIdentity>> {
  try {
    const value: unknown = JSON.parse(await readFile(memo, 'utf8'))
    if (value === null || typeof value !== 'object') return {}
    return Object.fromEntries(Object.entries(value).filter(([, one]) => isIdentity(one)))
  } catch {
    return {}
  }
}

function isIdentity(value: unknown): value is BrowserIdentity {
  const { hash, version } = (value ?? {}) as Partial<Record<string, unknown>>
  return typeof hash === 'string' && typeof version === 'string'
}

/** Renamed into place; a memory that cannot be written only costs time. */
async function remember(memo: string, value: unknown): Promise<void> {
  const staged = `${memo}.${ownerName}`
  try {
    await mkdir(path.dirname(memo), { recursive: true })
    await writeFile(staged, JSON.stringify(value))
    await rename(staged, memo)
  } catch {}
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), hash)
  return hash.digest('hex').slice(0, digits)
}
