// Files for a folder -> each there whole or not at all, whatever ends the process and whoever else writes there.
import { mkdirSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { readdir, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAbandoned, ownerName } from '../model/owner.js'
import { diskFailure } from './disk.js'

/** Where files are while they are written; beside the others, so that a rename stays on one file system. */
const stagingName = '.tmp'
/** A folder on the way may be taken away by whoever tidies up just then; it is made again so often. */
const tries = 3
/** Windows lets nobody replace a file that is just being read. */
const busy = new Set(process.platform === 'win32' ? ['EPERM', 'EACCES', 'EBUSY'] : [])
const waits = 50
/** Pieces of a text are written so many characters at a time. */
const block = 64 * 1024

/** One process may have the same folder open more than once, for two builds at a time. */
let opened = 0

/**
 * A folder that is written as a whole: a file goes to a staging folder of this process first, then it is renamed.
 * There is no fsync: whoever reads these files holds them against their hash, so one torn by a power cut is made again.
 */
export class WholeFolder {
  readonly path: string
  readonly #staging: string
  readonly #made = new Set<string>()
  #count = 0

  private constructor(folder: string) {
    this.path = folder
    this.#staging = path.join(folder, stagingName, `${ownerName}.${opened++}`)
  }

  /** Opens a folder, there or not, and takes away what processes that are gone left in it. */
  static async open(folder: string): Promise<WholeFolder> {
    await sweep(path.join(folder, stagingName))
    return new WholeFolder(folder)
  }

  /**
   * Writes one file. What is whole is written synchronously: a file of some ten kilobytes is in the system's memory sooner
   * than another thread has been woken for it.
   *
   * @param file path inside the folder, with `/`
   * @param content pieces of a text are asked for again when writing is tried again
   * @throws HandoutError `disk-failed`
   */
  async write(file: string, content: Uint8Array | string | Iterable<string>): Promise<void> {
    const target = this.at(file)
    const staged = path.join(this.#staging, String(this.#count++))
    for (let tried = 1; ; tried++) {
      try {
        this.#folder(this.#staging)
        this.#folder(path.dirname(target))
        const isWhole = typeof content === 'string' || content instanceof Uint8Array
        if (isWhole) writeFileSync(staged, content, { flag: 'wx' })
        else await writeFile(staged, inBlocks(content), { flag: 'wx' })
        renameSync(staged, target)
        return
      } catch (cause) {
        await rm(staged, { force: true }).catch(() => {})
        this.#made.clear()
        const code = (cause as NodeJS.ErrnoException).code ?? ''
        if (tried >= tries || !(code === 'ENOENT' || busy.has(code)))
          throw await diskFailure(target, 'written', cause)
        if (busy.has(code)) await wait(tried * waits)
      }
    }
  }

  /** Takes a file away; one that is not there is no failure. @throws HandoutError `disk-failed` */
  async remove(file: string): Promise<void> {
    const target = this.at(file)
    try {
      unlinkSync(target)
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return
      throw await diskFailure(target, 'removed', cause)
    }
  }

  /** Absolute path of a file inside. */
  at(file: string): string {
    return path.join(this.path, ...file.split('/'))
  }

  /** Takes the staging folder away; the folder can be written to again after this. */
  async close(): Promise<void> {
    this.#made.clear()
    await rm(this.#staging, { recursive: true, force: true }).catch(() => {})
    // Another process may be at work in it; then it stays.
    await rmdir(path.dirname(this.#staging)).catch(() => {})
  }

  #folder(folder: string): void {
    if (this.#made.has(folder)) return
    mkdirSync(folder, { recursive: true })
    this.#made.add(folder)
  }
}

function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < block) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

async function sweep(staging: string): Promise<void> {
  for (const name of await readdir(staging).catch(() => [])) {
    const folder = path.join(staging, name)
    const found = await stat(folder).catch(() => undefined)
    if (found && isAbandoned(name.replace(/\.\d+$/, ''), found.mtimeMs))
      await rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}
