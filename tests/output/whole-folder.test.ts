// Files for a folder in, each whole or not there out, whatever happened to the folder meanwhile.
import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownerName } from '../../src/model/owner.js'
import { WholeFolder } from '../../src/output/whole-folder.js'
import { temporaryFolder } from '../helpers/library.js'

const bytes = new Uint8Array([1, 2, 3])

describe('a folder that is written as a whole', () => {
  it('has files of bytes, of text and of pieces of a text, and nothing else once it is closed', async () => {
    const root = await temporaryFolder()
    const folder = await WholeFolder.open(path.join(root, 'out'))
    await folder.write('a/b/c.pdf', bytes)
    await folder.write('d.txt', 'words')
    await folder.write(
      'e.txt',
      Array.from({ length: 9 }, (_, index) => String(index).repeat(30_000)),
    )
    await folder.close()
    expect([...(await readFile(folder.at('a/b/c.pdf')))]).toEqual([1, 2, 3])
    expect(await readFile(folder.at('d.txt'), 'utf8')).toBe('words')
    expect((await readFile(folder.at('e.txt'), 'utf8')).replace(/(.)\1+/g, '$1')).toBe('012345678')
    expect((await readdir(folder.path)).sort()).toEqual(['a', 'd.txt', 'e.txt'])
  })

  it('keeps the older file when a new one breaks off', async () => {
    const folder = await WholeFolder.open(await temporaryFolder())
    await folder.write('a.txt', 'old')
    const broken = (function* () {
      yield 'n'.repeat(100_000)
      throw new Error('broken off')
    })()
    await expect(folder.write('a.txt', broken)).rejects.toMatchObject({ code: 'disk-failed' })
    await folder.close()
    expect(await readFile(folder.at('a.txt'), 'utf8')).toBe('old')
    expect(await readdir(folder.path)).toEqual(['a.txt'])
  })

  it('is made again when somebody takes it away', async () => {
    const root = await temporaryFolder()
    const folder = await WholeFolder.open(path.join(root, 'out'))
    await folder.write('a/b.txt', 'one')
    await rm(folder.path, { recursive: true })
    await folder.write('a/b.txt', 'two')
    await folder.close()
    expect(await readFile(folder.at('a/b.txt'), 'utf8')).toBe('two')
  })

  it('has a file taken away, and one that is not there is no failure', async () => {
    const folder = await WholeFolder.open(await temporaryFolder())
    await folder.write('a/b.txt', 'words')
    await folder.remove('a/b.txt')
    await folder.remove('a/b.txt')
    await folder.remove('c/d.txt')
    await folder.close()
    expect(await readdir(folder.at('a'))).toEqual([])
  })

  it('loses what a killed process left in it, and nothing of those that live', async () => {
    const root = await temporaryFolder()
    const { pid = 0 } = spawnSync(process.execPath, ['--version'])
    const killed = `${ownerName.replace(/-\d+-/, `-${pid}-`)}.0`
    const alive = `${ownerName}.999`
    for (const name of [killed, alive]) {
      await mkdir(path.join(root, '.tmp', name), { recursive: true })
      await writeFile(path.join(root, '.tmp', name, '0'), 'half')
    }
    await (await WholeFolder.open(root)).close()
    expect(await readdir(path.join(root, '.tmp'))).toEqual([alive])
  })

  it('says which file is in its way', async () => {
    const root = await temporaryFolder()
    await writeFile(path.join(root, 'plain'), 'x')
    const folder = await WholeFolder.open(path.join(root, 'plain'))
    for (const content of [bytes, ['words']])
      await expect(folder.write('a/b.pdf', content)).rejects.toMatchObject({
        code: 'disk-failed',
        message: expect.stringContaining(
          `${path.join(root, 'plain')} is a file, and a folder is needed there`,
        ),
        hint: 'Move that file away, or name another folder.',
      })
    await folder.close()
    expect(await readFile(path.join(root, 'plain'), 'utf8')).toBe('x')
  })
})
