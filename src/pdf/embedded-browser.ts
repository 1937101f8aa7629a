// The Chromium inside the npm package @sparticuz/chromium -> an unpacked one in this user's cache, once.
import { randomUUID } from 'node:crypto'
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { HandoutError } from '../model/error.js'
import type { Surroundings } from '../model/tools.js'

const decompress = promisify(brotliDecompress)

/** Owner only: nobody else may put a program where ours is started from. */
const privateMode = 0o700

/**
 * The embedded browser, unpacked when it is not yet. Linux x64 only; undefined where the optional package is missing.
 * Two processes may unpack at the same time: each into a folder of its own, and the first rename wins.
 *
 * @throws HandoutError `browser-failed` when it cannot be unpacked, for example on a full disk
 */
export async function embeddedBrowser(
  { platform, arch, cacheFolder, env }: Surroundings,
  onProgress?: (what: string, share: number) => void,
): Promise<{ path: string; env: Record<string, string> } | undefined> {
  if (platform !== 'linux' || arch !== 'x64') return undefined
  const found = await findPackage()
  if (!found) return undefined
  const folder = path.join(cacheFolder, `chromium-${found.version}`)
  const browser = {
    path: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [path.join(folder, 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(path.delimiter),
    },
  }
  if (await isFile(browser.path)) return browser
  const temporary = `${folder}.${process.pid}.${randomUUID().slice(0, 8)}.tmp`
  try {
    onProgress?.('Unpacking the embedded browser', 0)
    await mkdir(temporary, { recursive: true, mode: privateMode })
    await unpack(found.folder, temporary, (share) => onProgress?.('Unpacking the embedded browser', share))
    await rename(temporary, folder).catch(async (cause: unknown) => {
      if (!(await isFile(browser.path))) throw cause
    })
    return browser
  } catch (cause) {
    throw new HandoutError(
      'browser-failed',
      `The embedded browser could not be unpacked into ${cacheFolder}.`,
      { cause },
    )
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

async function findPackage(): Promise<{ folder: string; version: string } | undefined> {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    const folder = entry.slice(0, entry.lastIndexOf(`${path.sep}build${path.sep}`))
    const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder: path.join(folder, 'bin'), version }
  } catch {
    return undefined
  }
}

/** The program, and the libraries a bare system lacks. The package's software GPU and fonts are not used. */
async function unpack(from: string, to: string, onProgress: (share: number) => void): Promise<void> {
  const libraries = await decompress(await readFile(path.join(from, 'al2023.tar.br')))
  const { parseTar } = await import('nanotar')
  for (const entry of parseTar(libraries)) {
    const target = path.join(to, path.normalize(entry.name))
    if (!target.startsWith(to + path.sep) || entry.type === 'directory' || !entry.data) continue
    await mkdir(path.dirname(target), { recursive: true, mode: privateMode })
    await writeFile(target, entry.data, { mode: privateMode })
  }
  onProgress(0.1)
  const program = await decompress(await readFile(path.join(from, 'chromium.br')))
  onProgress(0.8)
  await writeFile(path.join(to, 'chromium'), program, { mode: privateMode })
  await chmod(path.join(to, 'chromium'), privateMode)
  onProgress(1)
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  )
}
