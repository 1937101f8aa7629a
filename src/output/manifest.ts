// What was made -> manifest.json and SHA256SUMS; and the manifest of an earlier run.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { HandoutRecord, Manifest } from '../model/manifest.js'
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

/** Writes the checksums, then the manifest last: what it names is there. */
export async function writeManifest(folder: WholeFolder, manifest: Manifest): Promise<void> {
  await folder.write(sumsName, checksums(manifest.handouts))
  await folder.write(manifestName, `${JSON.stringify(manifest, null, 1)}\n`)
}

/** Lines that `sha256sum -c` checks. */
export function checksums(handouts: readonly HandoutRecord[]): string {
  return handouts
    .flatMap(({ files }) => [files.pdf, files.html])
    .flatMap((file) => (file ? [`${file.sha256}  ${file.path}\n`] : []))
    .join('')
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
