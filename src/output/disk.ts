// What a file system says no to -> a failure that names the path, the reason and the room that is left.
import { stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { HandoutError } from '../model/error.js'

/** The failure for a file that could not be written or removed. */
export async function diskFailure(file: string, what: string, cause: unknown): Promise<HandoutError> {
  const { code, message } = cause as NodeJS.ErrnoException
  const inTheWay = code === 'ENOTDIR' || code === 'EEXIST' ? await fileAmong(path.dirname(file)) : undefined
  if (inTheWay !== undefined)
    return new HandoutError(
      'disk-failed',
      `${file} could not be ${what}: ${inTheWay} is a file, and a folder is needed there.`,
      { cause, hint: 'Move that file away, or name another folder.' },
    )
  const full = code === 'ENOSPC' || code === 'EDQUOT'
  const reason = full ? `the disk is full${await roomLeft(file)}` : (message ?? String(cause))
  return new HandoutError('disk-failed', `${file} could not be ${what}: ${reason}`, {
    cause,
    ...(full
      ? { hint: 'Make room there, then run the same command again; it goes on from where it was.' }
      : {}),
  })
}

/** The file that stands where a folder on the way should. */
async function fileAmong(way: string): Promise<string | undefined> {
  for (let folder = way; ; folder = path.dirname(folder)) {
    const found = await stat(folder).catch(() => undefined)
    if (found) return found.isDirectory() ? undefined : folder
    if (folder === path.dirname(folder)) return undefined
  }
}

async function roomLeft(file: string): Promise<string> {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const found = await statfs(folder).catch(() => undefined)
    if (found) return ` (${Math.floor((found.bavail * found.bsize) / 1024)} kB free)`
    if (folder === path.dirname(folder)) return ''
  }
}
