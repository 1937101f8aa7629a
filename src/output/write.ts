// Bytes -> a file that is there whole or not at all.
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { HandoutError } from '../model/error.js'

/**
 * Writes a temporary file beside the target and renames it.
 *
 * @throws HandoutError `disk-failed` with the path and the reason
 */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true })
    // No fsync: manifest and checksums let a torn file after a power cut be found and made again.
    await writeFileAtomic(file, Buffer.from(bytes as Uint8Array), { fsync: false })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new HandoutError('disk-failed', `${file} could not be written: ${reason}`, { cause })
  }
}

/**
 * Takes a file away; one that is not there is no failure.
 *
 * @throws HandoutError `disk-failed` with the path and the reason
 */
export async function remove(file: string): Promise<void> {
  try {
    await rm(file, { force: true })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new HandoutError('disk-failed', `${file} could not be removed: ${reason}`, { cause })
  }
}

/** SHA-256 as hexadecimal digits. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Whether a file is there, whole and unchanged. */
export async function isWhole(
  folder: string,
  record: { path: string; sha256: string; bytes: number },
): Promise<boolean> {
  const bytes = await readFile(path.join(folder, record.path)).catch(() => undefined)
  return bytes !== undefined && bytes.length === record.bytes && sha256(bytes) === record.sha256
}
