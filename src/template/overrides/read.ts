// An organization -> its files that override another, each with its original now, and the one it was made from.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { namesIn } from '../names-in.js'
import { relativePath } from '../raw-organization.js'
import { labelPair } from './label-lines.js'
import { type Adopted, lockFile, overrideHash, readLock } from './lock.js'

export interface Override {
  readonly organization: string
  /** Path in the folder of the organization. */
  readonly file: string
  /** Path relative to the root. */
  readonly path: string
  /** Of labels and notices. */
  readonly language: string | undefined
  /** Path of the original relative to the root; undefined when it is there no more. */
  readonly of: string | undefined
  readonly own: string
  /** The original as it is now. */
  readonly now: string | undefined
  readonly adopted: Adopted | undefined
}

/** `new`: nobody said yet what it was made from. `stale`: its original has changed since. */
export type OverrideState = 'new' | 'current' | 'stale'

export function stateOf({ adopted, now }: Override): OverrideState {
  if (!adopted) return 'new'
  return now !== undefined && overrideHash(now) === adopted.hash ? 'current' : 'stale'
}

/**
 * Reads the overrides of one organization.
 *
 * @param chain the organization and those it inherits from, nearest first
 * @param templates absolute path of the templates folder
 */
export async function readOverrides(
  chain: readonly string[],
  templates: string,
  root: string,
): Promise<{ overrides: readonly Override[]; messages: readonly VFileMessage[] }> {
  const [organization = '', ...parents] = chain
  const folderOf = (id: string) => path.join(templates, 'organizations', id)
  const folder = folderOf(organization)
  const { lock, messages } = await readLock(folder, relativePath(root, path.join(folder, lockFile)))
  const originals = [...parents.map(folderOf), templates]
  const overrides = await Promise.all(
    (await filesOf(folder)).map(async ({ file, language }): Promise<Override[]> => {
      const at = (place: string) => path.join(place, ...file.split('/'))
      const own = await textOf(at(folder))
      const all = await allOf(originals.map(at))
      const [found] = all
      const adopted = lock.get(file)
      const pair =
        file.startsWith('labels/') && own !== undefined
          ? labelPair(
              own,
              all.map(({ text }) => text),
            )
          : undefined
      const original = file.startsWith('labels/') ? pair?.original : found?.text
      if (own === undefined || (original === undefined && !adopted)) return []
      return [
        {
          organization,
          file,
          path: relativePath(root, at(folder)),
          language,
          of: found && original !== undefined ? relativePath(root, found.path) : undefined,
          own: pair?.own ?? own,
          now: original,
          adopted,
        },
      ]
    }),
  )
  return { overrides: overrides.flat(), messages }
}

/** Every file that can override another. `styles.css` overrides none: it comes after all others. */
async function filesOf(folder: string): Promise<{ file: string; language: string | undefined }[]> {
  const inFolder = async (name: string, ending: string) =>
    (await namesIn(path.join(folder, name))).filter((one) => one.endsWith(ending))
  const plain = (file: string) => ({ file, language: undefined })
  const [top, partials, styles, labels, notices] = await Promise.all([
    namesIn(folder),
    inFolder('partials', '.hbs'),
    inFolder('styles', '.css'),
    inFolder('labels', '.yaml'),
    namesIn(path.join(folder, 'notices')),
  ])
  const texts = await Promise.all(
    notices.map(async (id) =>
      (await inFolder(path.join('notices', id), '.md')).map((name) => ({
        file: `notices/${id}/${name}`,
        language: name.slice(0, -'.md'.length),
      })),
    ),
  )
  return [
    ...top.filter((name) => name === 'handout.hbs').map(plain),
    ...partials.map((name) => plain(`partials/${name}`)),
    ...styles.map((name) => plain(`styles/${name}`)),
    ...labels.map((name) => ({ file: `labels/${name}`, language: name.slice(0, -'.yaml'.length) })),
    ...texts.flat(),
  ]
}

/** Those files that are there. */
async function allOf(files: readonly string[]): Promise<{ path: string; text: string }[]> {
  const texts = await Promise.all(files.map(async (file) => ({ path: file, text: await textOf(file) })))
  return texts.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]))
}

function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined)
}
