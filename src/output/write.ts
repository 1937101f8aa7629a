// Bytes -> one file that is there whole or not at all, wherever it is, such as a report.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ownerName } from '../model/owner.js'
import { diskFailure } from './disk.js'

let count = 0

/**
 * Writes a temporary file beside the target and renames it.
 *
 * @throws HandoutError `disk-failed` with the path and the reason
 */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  const staged = path.join(path.dirname(file), `.${path.basename(file)}.${ownerName}.${count++}.tmp`)
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(staged, bytes)
    await rename(staged, file)
  } catch (cause) {
    await rm(staged, { force: true }).catch(() => {})
    throw await diskFailure(file, 'written', cause)
  }
}
