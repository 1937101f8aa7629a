// Output folders of the parts of a batch -> one output folder: every file, one manifest, catalogue and checksums.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { HandoutError } from '../model/error.js'
import type { BuildSummary, FileRecord, HandoutRecord, Manifest } from '../model/manifest.js'
import { cataloguePage } from '../output/catalogue/index.js'
import { isWhole, sha256 } from '../output/hash.js'
import { withLock } from '../output/lock.js'
import { readManifest, writeManifest } from '../output/manifest.js'
import { WholeFolder } from '../output/whole-folder.js'
import { filesOf } from './records.js'

export interface MergeResult {
  readonly manifest: Manifest
  /** Files that were not there yet. */
  readonly copied: number
}

interface Part {
  readonly folder: string
  readonly manifest: Manifest
}

/**
 * Joins output folders. Nothing is written when two of them disagree.
 *
 * @throws HandoutError `merge-impossible` when a folder has no manifest, a file is not the one its manifest names, or two
 * folders have different files or outcomes for one handout
 */
export async function merge(folders: readonly string[], out: string): Promise<MergeResult> {
  const parts = await Promise.all(folders.map(readPart))
  const tools = [...new Set(parts.map(({ manifest }) => manifest.tool.version))]
  if (tools.length > 1)
    throw new HandoutError(
      'merge-impossible',
      `The parts were made by different versions: ${tools.join(', ')}.`,
    )
  const from = new Map<string, { part: Part; record: HandoutRecord }>()
  for (const part of parts)
    for (const record of part.manifest.handouts) {
      const other = from.get(record.id)
      if (other) agree(other, { part, record })
      else from.set(record.id, { part, record })
    }
  for (const { part, record } of from.values()) check(part, record)
  const target = await WholeFolder.open(path.resolve(out))
  try {
    let copied = 0
    for (const { part, record } of from.values())
      for (const file of filesOf(record)) if (await copy(part, file, target)) copied += 1
    const manifest = await withLock(target.path, async () => {
      const before = (await readManifest(target.path))?.handouts.filter(({ id }) => !from.has(id)) ?? []
      const stay = before.filter((record) =>
        filesOf(record).every((file) => isWhole(target.at(file.path), file)),
      )
      const joined = joinedManifest(parts, [...stay, ...[...from.values()].map(({ record }) => record)])
      await target.write('index.html', cataloguePage(joined, joined.handouts))
      await writeManifest(target, joined, joined.handouts)
      return joined
    })
    return { manifest, copied }
  } finally {
    await target.close()
  }
}

async function readPart(folder: string): Promise<Part> {
  const manifest = await readManifest(path.resolve(folder))
  if (manifest) return { folder: path.resolve(folder), manifest }
  throw new HandoutError('merge-impossible', `${folder} has no manifest.json that can be read.`, {
    hint: 'Name output folders of `handout build --shard`, each with its manifest.json.',
  })
}

/** Two parts may have the same handout when they have the same file of it. */
function agree(
  one: { part: Part; record: HandoutRecord },
  other: { part: Part; record: HandoutRecord },
): void {
  const hashes = ({ record }: typeof one) => filesOf(record).map((file) => `${file.path} ${file.sha256}`)
  if (hashes(one).join('\n') === hashes(other).join('\n')) return
  throw new HandoutError(
    'merge-impossible',
    `${one.record.id} is not the same in ${one.part.folder} and in ${other.part.folder}.`,
    {
      hint: 'Build all parts from the same commit, with the same version and browser, each with its own --shard.',
    },
  )
}

function check({ folder }: Part, record: HandoutRecord): void {
  for (const file of filesOf(record))
    if (!isWhole(path.join(folder, ...file.path.split('/')), file))
      throw new HandoutError(
        'merge-impossible',
        `${path.join(folder, file.path)} is not the file its manifest names.`,
        {
          hint: 'The part was not transferred whole, or was changed after it was built. Build or fetch it again.',
        },
      )
}

async function copy({ folder }: Part, file: FileRecord, target: WholeFolder): Promise<boolean> {
  if (isWhole(target.at(file.path), file)) return false
  const bytes = await readFile(path.join(folder, ...file.path.split('/')))
  if (sha256(bytes) !== file.sha256)
    throw new HandoutError('merge-impossible', `${path.join(folder, file.path)} changed while it was read.`)
  await target.write(file.path, bytes)
  return true
}

function joinedManifest(parts: readonly Part[], handouts: readonly HandoutRecord[]): Manifest {
  const manifests = parts.map(({ manifest }) => manifest)
  const unique = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== '').join(', ')
  const sum = (key: keyof BuildSummary) =>
    manifests.reduce((total, { summary }) => total + (summary[key] ?? 0), 0)
  const [first] = manifests
  return {
    schema: 1,
    tool: first?.tool ?? { name: '', version: '' },
    browser: unique(manifests.map(({ browser }) => browser)),
    source: { commit: unique(manifests.map(({ source }) => source.commit)) },
    handouts: [...handouts].sort((a, b) => (a.id < b.id ? -1 : 1)),
    summary: {
      made: sum('made'),
      kept: sum('kept'),
      failed: sum('failed'),
      fromCache: sum('fromCache'),
      damaged: sum('damaged'),
      rejected: sum('rejected'),
      withdrawn: sum('withdrawn'),
      // Parts are made side by side.
      seconds: Math.max(0, ...manifests.map(({ summary }) => summary.seconds)),
    },
  }
}
