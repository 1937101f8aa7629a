// Folders of texts and templates -> a build each time something in them changes, until it is told to stop.
import { type FSWatcher, watch as watchFolder } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { HandoutError } from '../model/error.js'

/** Editors write a file in several steps, and save several files at once. */
const settles = 80

export interface WatchOptions {
  /** Folders, and files, that are looked at with everything below them. */
  readonly places: readonly string[]
  readonly signal: AbortSignal
  /** Builds; called once at the start and after each change. Nothing is missed meanwhile. */
  readonly onChange: () => Promise<void>
}

/**
 * Builds again and again.
 *
 * @throws HandoutError `folder-unreadable` when a place cannot be watched
 */
export async function watch({ places, signal, onChange }: WatchOptions): Promise<void> {
  let changed = true
  let wake = () => {}
  const note = () => {
    changed = true
    wake()
  }
  const watchers = places.map((place) => open(place, note))
  signal.addEventListener('abort', note, { once: true })
  try {
    while (!signal.aborted) {
      if (changed) {
        await wait(settles)
        changed = false
        await onChange()
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
  } finally {
    for (const watcher of watchers) watcher.close()
  }
}

function open(place: string, note: () => void): FSWatcher {
  try {
    const watcher = watchFolder(place, { recursive: true }, note)
    // A folder that goes is a change like any other; the build that follows says what is missing.
    watcher.on('error', note)
    return watcher
  } catch (cause) {
    throw new HandoutError('folder-unreadable', `${place} cannot be watched.`, { cause })
  }
}
