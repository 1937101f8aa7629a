// Records of handouts in, a manifest, checksums and a catalogue out.
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { selectAll } from 'hast-util-select'
import { describe, expect, it } from 'vitest'
import type { HandoutRecord, Manifest } from '../../src/model/manifest.js'
import { cataloguePage } from '../../src/output/catalogue.js'
import { sha256 } from '../../src/output/hash.js'
import { checksums, readManifest, writeManifest } from '../../src/output/manifest.js'
import { WholeFolder } from '../../src/output/whole-folder.js'
import { writeWhole } from '../../src/output/write.js'
import { wordsOf } from '../helpers/html.js'
import { temporaryFolder } from '../helpers/library.js'
import { badTexts } from '../helpers/payloads.js'

function record(over: Partial<HandoutRecord> = {}): HandoutRecord {
  return {
    id: 'clinic/en/hands/easy/short/standard',
    organization: 'clinic',
    language: 'en',
    topic: 'hands',
    level: 'easy',
    length: 'short',
    edition: 'standard',
    title: 'Hands',
    paper: 'letter',
    status: 'made',
    files: {},
    conformance: [],
    review: { status: 'draft', on: '2026-11-22', due: '2028-11-22' },
    version: 'abc1234',
    fingerprint: 'f',
    inputs: 'i',
    messages: [],
    ...over,
  }
}

function manifestOf(handouts: readonly HandoutRecord[]): Manifest {
  return {
    schema: 1,
    tool: { name: 'handout-press', version: '0' },
    browser: 'x',
    source: { commit: '' },
    handouts,
    summary: {
      made: handouts.length,
      kept: 0,
      failed: 0,
      fromCache: 0,
      damaged: 0,
      rejected: 0,
      withdrawn: 0,
      seconds: 1,
    },
  }
}

const file = (name: string, text: string) => ({
  path: name,
  sha256: sha256(text),
  bytes: text.length,
  pages: 1,
})

describe('checksums', () => {
  it('are those sha256sum checks, for names of any kind', async () => {
    const root = await temporaryFolder()
    const names = ['clinic/en/a/a.pdf', 'clinic/es/ñandú/b c.pdf', "o'neil/en/d/d.html"]
    for (const name of names) await writeWhole(path.join(root, ...name.split('/')), name)
    const sums = checksums(names.map((name) => record({ files: { pdf: file(name, name) } })))
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
    expect(checksums([both, record({ status: 'failed' })])).toBe(
      `${sha256('a')}  a.pdf\n${sha256('b')}  a.html\n`,
    )
  })
})

describe('a manifest', () => {
  it('is read back as it was written', async () => {
    const root = await temporaryFolder()
    const manifest = manifestOf([record()])
    await writeManifest(await WholeFolder.open(root), manifest)
    expect(await readManifest(root)).toEqual(manifest)
    expect(JSON.parse(await readFile(path.join(root, 'manifest.json'), 'utf8'))).toEqual(manifest)
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

describe('the catalogue', () => {
  const rowsOf = (tree: Root) => selectAll('tbody tr', tree)

  it('has a row for each handout, with a link to what was made and none to what failed', () => {
    const tree = fromHtml(
      cataloguePage(
        manifestOf([
          record({ title: 'Hands & feet', files: { pdf: file('clinic/en/a b/ñ.pdf', 'a') } }),
          record({ title: 'Arms', status: 'failed' }),
        ]),
      ),
    )
    expect(rowsOf(tree).map((row) => wordsOf(row).includes('failed'))).toEqual([false, true])
    const links = selectAll('tbody a', tree)
    expect(links.map((link) => link.properties.href)).toEqual(['clinic/en/a%20b/%C3%B1.pdf'])
    expect(wordsOf(links[0] ?? tree)).toBe('Hands & feet')
  })

  it.each(badTexts)('keeps %s words', (text) => {
    const tree = fromHtml(
      cataloguePage(manifestOf([record({ title: text, files: { pdf: file('a.pdf', 'a') } })])),
    )
    expect(rowsOf(tree)).toHaveLength(1)
    expect(selectAll('script, img, svg, iframe, object, embed, base, link, form, input', tree)).toEqual([])
    expect(selectAll('style', tree)).toHaveLength(1)
  })
})
