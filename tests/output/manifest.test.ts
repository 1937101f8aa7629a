// Records of handouts in, a manifest, checksums and a catalogue out.
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/output/hash.js'
import { checksums, manifestStamp, readManifest, writeManifest } from '../../src/output/manifest.js'
import { WholeFolder } from '../../src/output/whole-folder.js'
import { writeWhole } from '../../src/output/write.js'
import { temporaryFolder } from '../helpers/library.js'
import { file, manifestOf, record } from '../helpers/manifest.js'

describe('checksums', () => {
  it('are those sha256sum checks, for names of any kind', async () => {
    const root = await temporaryFolder()
    const names = ['clinic/en/a/a.pdf', 'clinic/es/ñandú/b c.pdf', "o'neil/en/d/d.html"]
    for (const name of names) await writeWhole(path.join(root, ...name.split('/')), name)
    const sums = [...checksums(names.map((name) => record({ files: { pdf: file(name, name) } })))].join('')
    await writeFile(path.join(root, 'SHA256SUMS'), sums)
    const check = () =>
      execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    expect(check().trim().split('\n')).toHaveLength(names.length)
    await writeFile(path.join(root, 'clinic', 'en', 'a', 'a.pdf'), 'other')
    expect(check).toThrow()
  })

  it('name both formats, and nothing of what failed', () => {
    const both = record({ files: { pdf: file('a.pdf', 'a'), html: file('a.html', 'b') } })
    expect([...checksums([both, record({ status: 'failed' })])]).toEqual([
      `${sha256('a')}  a.pdf\n`,
      `${sha256('b')}  a.html\n`,
    ])
  })
})

describe('a manifest', () => {
  it.each([0, 1, 2, 300])('of %i handouts is read back as it was written', async (count) => {
    const root = await temporaryFolder()
    const topics = Array.from({ length: count }, (_, at) => `topic-${String(at).padStart(3, '0')} “é”\\`)
    const manifest = manifestOf(
      topics.map((title, at) =>
        record({ topic: `t${at}`, id: `clinic/en/t${at}/easy/short/standard`, title: `${title}\nand more` }),
      ),
    )
    await writeManifest(await WholeFolder.open(root), manifest, manifest.handouts)
    expect(await readManifest(root)).toEqual(manifest)
    const { handouts, summary, ...head } = manifest
    const text = await readFile(path.join(root, 'manifest.json'), 'utf8')
    expect(text).toBe(`${JSON.stringify({ ...head, handouts, summary }, null, 1)}\n`)
  })

  it('has another stamp once it was written anew, though it says the same', async () => {
    const root = await temporaryFolder()
    expect(await manifestStamp(root)).toBe('')
    const folder = await WholeFolder.open(root)
    await writeManifest(folder, manifestOf([]), [])
    const first = await manifestStamp(root)
    expect(await manifestStamp(root)).toBe(first)
    await writeManifest(folder, manifestOf([]), [])
    expect(await manifestStamp(root)).not.toBe(first)
  })

  it.each(['', '{', '[]', 'null', '{"schema": 2, "handouts": []}', '{"schema": 1}'])(
    'that reads %j is none',
    async (text) => {
      const root = await temporaryFolder()
      await writeFile(path.join(root, 'manifest.json'), text)
      expect(await readManifest(root)).toBeUndefined()
    },
  )

  it('that is not there is none', async () => {
    expect(await readManifest(await temporaryFolder())).toBeUndefined()
  })
})
