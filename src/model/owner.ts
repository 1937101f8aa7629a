// This process -> a name for what it leaves on disk while it works; such names of others -> whether their owner is gone.
import { createHash, randomBytes } from 'node:crypto'
import os from 'node:os'

/** Work left by a machine we cannot ask is taken for abandoned after this long. */
const abandonedAfter = 60 * 60 * 1000

/** Two machines, or two containers, may share a folder: process ids say nothing without the host. */
const host = createHash('sha256').update(os.hostname()).digest('hex').slice(0, 8)

/** `<host>-<process>-<random>`; no two processes have the same. */
export const ownerName = `${host}-${process.pid}-${randomBytes(3).toString('hex')}`

/**
 * Whether what bears this name was left behind.
 *
 * @param changed when it was last changed, in milliseconds
 */
export function isAbandoned(name: string, changed: number, now = Date.now()): boolean {
  if (name === ownerName) return false
  const [, at = '', pid = ''] = /^([0-9a-f]{8})-(\d+)-[0-9a-f]{6}$/.exec(name) ?? []
  if (at === host && pid !== String(process.pid) && !isRunning(Number(pid))) return true
  return now - changed > abandonedAfter
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    // Somebody else's process is there too, though it may not be signalled.
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}
