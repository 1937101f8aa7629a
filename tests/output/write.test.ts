// Bytes in, files that are whole or not there out.
import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownerName } from '../../src/model/owner.js'
import { isWhole, sha256 } from '../../src/output/hash.js'
import { writeWhole } from '../../src/output/write.js'
import { temporaryFolder } from '../helpers/library.js'

describe('a file', () => {
  it('is written with its folders, and nothing else is left', async () => {
    const root = await temporaryFolder()
    const file = path.join(root, 'a', 'b', 'c.pdf')
    await writeWhole(file, new Uint8Array([1, 2, 3]))
    expect([...(await readFile(file))]).toEqual([1, 2, 3])
    expect(await readdir(path.dirname(file))).toEqual(['c.pdf'])
  })

  it('written by several at once is one of them whole', async () => {
    const root = await temporaryFolder()
    const file = path.join(root, 'a.txt')
    const texts = Array.from({ length: 8 }, (_, index) => String(index).repeat(200_000))
    await Promise.all(texts.map((text) => writeWhole(file, text)))
    expect(texts).toContain(await readFile(file, 'utf8'))
    expect(await readdir(root)).toEqual(['a.txt'])
  })

  it('replaces an older one, and is never seen half', async () => {
    const root = await temporaryFolder()
    const file = path.join(root, 'a.txt')
    const [old, young] = ['o'.repeat(500_000), 'y'.repeat(500_000)]
    await writeWhole(file, old)
    const seen = new Set<string>()
    let done = false
    const watch = (async () => {
      while (!done) seen.add(await readFile(file, 'utf8'))
    })()
    for (let round = 0; round < 10; round++) await writeWhole(file, round % 2 ? old : young)
    done = true
    await watch
    for (const text of seen) expect([old, young]).toContain(text)
  })

  it('takes away what a killed process left of it, and nothing of others', async () => {
    const root = await temporaryFolder()
    const { pid = 0 } = spawnSync(process.execPath, ['--version'])
    const killed = ownerName.replace(/-\d+-/, `-${pid}-`)
    const others = ['.b.json.0.tmp', `.a.json.${ownerName}.9.tmp`, '.a.json.notes', `.b.json.${killed}.0.tmp`]
    for (const name of [`.a.json.${killed}.0.tmp`, ...others]) await writeFile(path.join(root, name), 'half')
    await writeWhole(path.join(root, 'a.json'), '{}')
    expect((await readdir(root)).sort()).toEqual([...others, 'a.json'].sort())
  })

  it('that cannot be written leaves the older one and nothing else', async () => {
    const root = await temporaryFolder()
    await mkdir(path.join(root, 'folder'))
    await writeFile(path.join(root, 'plain'), 'x')
    await expect(writeWhole(path.join(root, 'folder'), 'x')).rejects.toMatchObject({ code: 'disk-failed' })
    await expect(writeWhole(path.join(root, 'plain', 'a.txt'), 'x')).rejects.toMatchObject({
      code: 'disk-failed',
      kind: 'outside',
      message: expect.stringContaining('a.txt'),
    })
    expect((await readdir(root)).sort()).toEqual(['folder', 'plain'])
    expect((await stat(path.join(root, 'folder'))).isDirectory()).toBe(true)
  })

  it('is whole when it is there with the same bytes', async () => {
    const root = await temporaryFolder()
    const file = path.join(root, 'a.pdf')
    await writeWhole(file, 'words')
    const record = { sha256: sha256('words'), bytes: 5 }
    expect(isWhole(file, record)).toBe(true)
    expect(isWhole(path.join(root, 'b.pdf'), record)).toBe(false)
    await writeFile(file, 'wordz')
    expect(isWhole(file, record)).toBe(false)
    await writeFile(file, 'word')
    expect(isWhole(file, record)).toBe(false)
  })
})
