// Folders and files -> a run at once, and again whenever something in them changes.
import { watch } from 'node:fs'
import path from 'node:path'

/** Editors write a file in several steps; a run waits until they are done. */
const quietMs = 120

export interface Watched {
  /** Folders that are there, with everything below them. */
  readonly folders: readonly string[]
  /** Files that may be there. */
  readonly files: readonly string[]
}

/** Runs at once and after every change, one run at a time, until the process is ended. */
export async function runOnChange({ folders, files }: Watched, run: () => Promise<void>): Promise<never> {
  let wake = () => {}
  let changed = false
  const notice = (name: string | null) => {
    if (name !== null && /(?:^|[\\/])\.|~$/.test(name)) return
    changed = true
    wake()
  }
  for (const folder of folders) watch(folder, { recursive: true }, (_event, name) => notice(name))
  for (const file of files)
    watch(path.dirname(file), (_event, name) => {
      if (name === path.basename(file)) notice(name)
    })
  for (;;) {
    changed = false
    await run()
    while (!changed)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    await new Promise((resolve) => setTimeout(resolve, quietMs))
  }
}
