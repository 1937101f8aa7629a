// What was made -> manifest.json and SHA256SUMS; and the manifest of an earlier run.
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { HandoutRecord, Manifest, ManifestHead } from '../model/manifest.js'
import { printChoices, variantId } from '../model/variant.js'
import { outputPath } from './name.js'
import type { WholeFolder } from './whole-folder.js'

const manifestName = 'manifest.json'
const sumsName = 'SHA256SUMS'

/** The manifest of the last run, or undefined when there is none that can be read. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const manifest = JSON.parse(await readFile(path.join(folder, manifestName), 'utf8')) as Manifest
    if (manifest.schema !== 1 || !Array.isArray(manifest.handouts)) return undefined
    return { ...manifest, handouts: manifest.handouts.filter(isOurs) }
  } catch {
    return undefined
  }
}

/** What tells whether the manifest in a folder is still the one that was seen there; empty when there is none. */
export async function manifestStamp(folder: string): Promise<string> {
  const found = await stat(path.join(folder, manifestName), { bigint: true }).catch(() => undefined)
  return found ? `${found.ino} ${found.size} ${found.mtimeNs}` : ''
}

/**
 * Writes the checksums, then the manifest last: what it names is there. Record by record: the whole text of a large batch
 * would take several times its length in memory.
 *
 * @param handouts sorted by id, the same each time they are asked for
 */
export async function writeManifest(
  folder: WholeFolder,
  head: ManifestHead,
  handouts: Iterable<HandoutRecord>,
): Promise<void> {
  await folder.write(sumsName, { [Symbol.iterator]: () => checksums(handouts) })
  await folder.write(manifestName, { [Symbol.iterator]: () => manifestText(head, handouts) })
}

/** Lines that `sha256sum -c` checks. */
export function* checksums(handouts: Iterable<HandoutRecord>): Generator<string> {
  for (const { files } of handouts)
    for (const file of [files.pdf, files.html]) if (file) yield `${file.sha256}  ${file.path}\n`
}

/** The text of a manifest in pieces, as `JSON.stringify` would indent it. */
function* manifestText(
  { schema, tool, browser, source, summary }: ManifestHead,
  handouts: Iterable<HandoutRecord>,
): Generator<string> {
  yield JSON.stringify({ schema, tool, browser, source }, null, 1).replace(/\n\}$/, ',\n "handouts": [')
  let count = 0
  for (const record of handouts) yield `${count++ > 0 ? ',' : ''}\n  ${indented(record, 2)}`
  yield `${count > 0 ? '\n ' : ''}],\n "summary": ${indented(summary, 1)}\n}\n`
}

function indented(value: unknown, depth: number): string {
  return JSON.stringify(value, null, 1).replaceAll('\n', `\n${' '.repeat(depth)}`)
}

/** A manifest may have been edited: a record that is not as we write it, or names a file elsewhere, is none of ours. */
function isOurs(record: HandoutRecord): boolean {
  try {
    const { pdf, html } = record.files
    const { organization, language, topic, level, length, edition } = record
    const parts: unknown[] = [organization, language, topic, level, length, edition, ...printChoices(record)]
    const plain = parts.every((part) => typeof part === 'string' && !/^\.|[/\\\0]/.test(part))
    return (
      plain &&
      record.id === variantId(record) &&
      (pdf === undefined || pdf.path === outputPath(record, 'pdf')) &&
      (html === undefined || html.path === outputPath(record, 'html'))
    )
  } catch {
    return false
  }
}
