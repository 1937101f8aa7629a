// Bytes -> one file that is there whole or not at all, wherever it is, such as a report.
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isAbandoned, ownerName } from '../model/owner.js'
import { diskFailure } from './disk.js'

let count = 0

/**
 * Writes a temporary file beside the target and renames it.
 *
 * @throws HandoutError `disk-failed` with the path and the reason
 */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  const staged = path.join(path.dirname(file), `${stagedPrefix(file)}${ownerName}.${count++}.tmp`)
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await sweep(file)
    await writeFile(staged, bytes)
    await rename(staged, file)
  } catch (cause) {
    await rm(staged, { force: true }).catch(() => {})
    throw await diskFailure(file, 'written', cause)
  }
}

function stagedPrefix(file: string): string {
  return `.${path.basename(file)}.`
}

/** Takes away what processes that were killed left of this file. */
async function sweep(file: string): Promise<void> {
  const folder = path.dirname(file)
  for (const name of await readdir(folder)) {
    if (!name.startsWith(stagedPrefix(file))) continue
    const [, owner] = /^([^.]+)\.\d+\.tmp$/.exec(name.slice(stagedPrefix(file).length)) ?? []
    const found = owner === undefined ? undefined : await stat(path.join(folder, name)).catch(() => undefined)
    if (owner !== undefined && found && isAbandoned(owner, found.mtimeMs))
      await rm(path.join(folder, name), { force: true })
  }
}
