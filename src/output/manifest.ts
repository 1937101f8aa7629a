// What was made -> manifest.json and SHA256SUMS; and the manifest of an earlier run.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { HandoutRecord, Manifest } from '../model/manifest.js'
import { writeWhole } from './write.js'

const manifestName = 'manifest.json'
const sumsName = 'SHA256SUMS'

/** The manifest of the last run, or undefined when there is none that can be read. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const manifest = JSON.parse(await readFile(path.join(folder, manifestName), 'utf8')) as Manifest
    return manifest.schema === 1 && Array.isArray(manifest.handouts) ? manifest : undefined
  } catch {
    return undefined
  }
}

/** Writes the checksums, then the manifest last: what it names is there. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeWhole(path.join(folder, sumsName), checksums(manifest.handouts))
  await writeWhole(path.join(folder, manifestName), `${JSON.stringify(manifest, null, 1)}\n`)
}

/** Lines that `sha256sum -c` checks. */
export function checksums(handouts: readonly HandoutRecord[]): string {
  return handouts
    .flatMap(({ files }) => [files.pdf, files.html])
    .flatMap((file) => (file ? [`${file.sha256}  ${file.path}\n`] : []))
    .join('')
}
