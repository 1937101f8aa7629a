// `handout.lock.yaml` of an organization and the texts kept beside it -> what its overrides were made from; and back.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { readYaml } from '../../yaml/checked-yaml.js'
import { lockSchema } from '../organization-schema.js'

export const lockFile = 'handout.lock.yaml'
/** Texts as they were, by the path of what overrides them. */
export const lockFolder = 'handout.lock'

export interface Adopted {
  /** Path of the original relative to the root. */
  readonly of: string
  readonly hash: string
  /** The original as it was; undefined where it was lost. */
  readonly text: string | undefined
}

/** By path in the folder of the organization. */
export type Lock = ReadonlyMap<string, Adopted>

/** Line ends do not count: version control may change them. */
export function overrideHash(text: string): string {
  return `sha256-${createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('base64url')}`
}

/** Reads the lock of an organization; no file is an empty one. */
export async function readLock(
  folder: string,
  shown: string,
): Promise<{ lock: Lock; messages: readonly VFileMessage[] }> {
  const text = await readFile(path.join(folder, lockFile), 'utf8').catch(() => undefined)
  if (text === undefined) return { lock: new Map(), messages: [] }
  const { value, messages } = readYaml(text, 1, lockSchema, shown, 'lock')
  const entries = await Promise.all(
    Object.entries(value?.overrides ?? {}).map(async ([file, { of, hash }]) => {
      const kept = await readFile(path.join(folder, lockFolder, ...file.split('/')), 'utf8').catch(
        () => undefined,
      )
      // A kept text that somebody changed is not what the override was made from.
      const isWhole = kept !== undefined && overrideHash(kept) === hash
      return [file, { of, hash, text: isWhole ? kept : undefined }] as const
    }),
  )
  return { lock: new Map(entries), messages }
}

/** The file. */
export function lockText(lock: Lock): string {
  const entries = [...lock]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, { of, hash }]) => `  ${JSON.stringify(file)}: {of: ${JSON.stringify(of)}, hash: ${hash}}\n`)
  return `# Written by \`handout adopt\`: which text each file of this organization was made from. The texts themselves are kept in
# ${lockFolder}/. Both belong into version control; neither is changed by hand.
overrides:${entries.length === 0 ? ' {}' : ''}
${entries.join('')}`
}
