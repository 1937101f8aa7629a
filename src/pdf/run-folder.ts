// The temporary folder of the system -> one of our own for the browsers of this process; what earlier ones left goes.
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { isAbandoned, ownerName } from '../model/owner.js'

/** Nobody else may look into profiles, or put files there. */
const privateMode = 0o700

/** A folder for profiles and temporary files of browsers. Everything in it is gone when we are, or when the next one starts. */
export class RunFolder {
  readonly path: string
  #count = 0

  constructor() {
    const shelf = ownShelf()
    if (shelf === undefined) {
      this.path = mkdtempSync(path.join(os.tmpdir(), 'handout-press-'))
      return
    }
    sweep(shelf)
    this.path = path.join(shelf, ownerName)
    mkdirSync(this.path, { recursive: true, mode: privateMode })
  }

  /** A new empty folder for one browser. */
  next(): string {
    const folder = path.join(this.path, String(this.#count++))
    mkdirSync(folder, { recursive: true, mode: privateMode })
    return folder
  }

  /** Takes everything away. */
  close(): void {
    removeFolder(this.path)
  }
}

const removal = { recursive: true, force: true, maxRetries: 5, retryDelay: 40 } as const

/** Takes a folder away; a browser that is just ending may still write into it, so this is tried more than once. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, removal)
  } catch {
    // The next run sweeps it.
  }
}

/** The same while other things are done: some hundred files take their time. */
export async function removeFolderMeanwhile(folder: string): Promise<void> {
  await rm(folder, removal).catch(() => {})
}

/** The folder all our processes share, if it is ours alone; a stranger may have made one of that name first. */
function ownShelf(): string | undefined {
  const uid = process.getuid?.()
  const shelf = path.join(os.tmpdir(), uid === undefined ? 'handout-press' : `handout-press-${uid}`)
  try {
    mkdirSync(shelf, { recursive: true, mode: privateMode })
    const found = lstatSync(shelf)
    const ours =
      found.isDirectory() && (uid === undefined || (found.uid === uid && (found.mode & 0o077) === 0))
    return ours ? shelf : undefined
  } catch {
    return undefined
  }
}

function sweep(shelf: string): void {
  for (const name of readdirSync(shelf)) {
    const folder = path.join(shelf, name)
    try {
      if (!isAbandoned(name, statSync(folder).mtimeMs)) continue
    } catch {
      continue
    }
    for (const pid of leftBrowsers(folder)) kill(pid)
    removeFolder(folder)
  }
}

/** Browsers that outlived the process that started them, told by their profile in its folder. Linux only. */
function leftBrowsers(folder: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0')
      return words.some((word) => word.startsWith(`--user-data-dir=${folder}${path.sep}`))
        ? [Number(name)]
        : []
    } catch {
      return []
    }
  })
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}
