// Bytes, or a file and what is known of it -> their SHA-256, and whether the file is still the one that was written.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FileRecord } from '../model/manifest.js'

/** SHA-256 as hexadecimal digits. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * Whether a file is there, whole and unchanged. All of it is read: a date can lie, and hashing is faster than asking the
 * file system several times. Synchronous, because a thousand small reads cost a fifth of their asynchronous time.
 */
export function isWhole(file: string, record: Pick<FileRecord, 'sha256' | 'bytes'>): boolean {
  try {
    const bytes = readFileSync(file)
    return bytes.length === record.bytes && sha256(bytes) === record.sha256
  } catch {
    return false
  }
}
