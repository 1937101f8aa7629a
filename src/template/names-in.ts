// A folder -> the names in it, in a fixed order; hidden ones are not ours, and no folder has no names.
import { readdir } from 'node:fs/promises'

export async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => !name.startsWith('.')).sort()
}
