// A folder -> one process at a time does something in it, for as long as that takes; a lock left behind holds nobody up.
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAbandoned, ownerName } from '../model/owner.js'

const lockName = '.lock'
const askAgain = 25
/** What is done under a lock takes a second at most; whoever waits longer than this goes on without it. */
const longestWait = 10_000
/** A lock whose owner has not written its name by then was killed in between. */
const writtenWithin = 2000

/** Runs `work` while no other process that asks for the same lock runs its own. */
export async function withLock<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  const lock = path.join(folder, lockName)
  const held = await take(lock)
  try {
    return await work()
  } finally {
    if (held) await rm(lock, { force: true }).catch(() => {})
  }
}

async function take(lock: string): Promise<boolean> {
  const until = Date.now() + longestWait
  await mkdir(path.dirname(lock), { recursive: true }).catch(() => {})
  while (Date.now() < until) {
    try {
      const file = await open(lock, 'wx')
      await file.writeFile(ownerName).finally(() => file.close())
      return true
    } catch (cause) {
      // No lock can be had on a full or read-only disk; the writing that follows says so better.
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
    const [owner, found] = await Promise.all([
      readFile(lock, 'utf8').catch(() => ''),
      stat(lock).catch(() => undefined),
    ])
    const nameless = owner === '' && found !== undefined && Date.now() - found.mtimeMs > writtenWithin
    if (found && (nameless || (owner !== '' && isAbandoned(owner, found.mtimeMs))))
      await rm(lock, { force: true }).catch(() => {})
    else await wait(askAgain)
  }
  return false
}
