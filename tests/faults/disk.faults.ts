// A disk that is full: of the output, of the cache, of temporary files -> whole files only, a clear message, and the rest when there is room.
import { spawnSync } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../helpers/library.js'
import { counts } from './counts.js'
import { nothingWrong, Site, say } from './site.js'

const mounted: string[] = []
afterAll(() => {
  for (const folder of mounted) spawnSync('umount', [folder])
})

function mount(folder: string, size: string): boolean {
  const again = mounted.includes(folder)
  const options = again
    ? ['-o', `remount,size=${size}`, folder]
    : ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]
  const { status } = spawnSync('mount', options)
  if (status === 0 && !again) mounted.push(folder)
  return status === 0
}

const probe = await temporaryFolder()
const mayMount = process.platform === 'linux' && mount(probe, '64k')
if (!mayMount) say('full disk: skipped, no file system may be mounted here')

/** Room for a third of the handouts, that is less than their files and more than a few. */
const little = '600k'
const plenty = '400m'

describe.skipIf(!mayMount)('a full disk', () => {
  it('of the output ends the run with whole files and a message; with room it goes on', async () => {
    const site = await Site.open(counts.fewTopics)
    const reference = await site.reference()
    await mkdir(site.out)
    mount(site.out, little)
    const full = await site.build(['--no-cache'])
    expect({ code: full.code, left: full.left }, full.stderr).toEqual({ code: 3, left: [] })
    expect(full.stderr).toMatch(/could not be written: the disk is full \(\d+ kB free\)/)
    expect(full.stderr).toContain('it goes on from where it was')
    expect(await site.tornOf(reference)).toEqual(nothingWrong)
    const there = (await site.made()).size
    expect(there).toBeGreaterThan(0)
    expect(there).toBeLessThan(reference.size)
    mount(site.out, plenty)
    const again = await site.build(['--no-cache'])
    expect(again.code, again.stderr).toBe(0)
    expect(await site.wrong(reference)).toEqual(nothingWrong)
    say(
      `output on a full disk: ${there} whole of ${reference.size}, exit code 3; with room all, 0 lost, 0 torn`,
    )
    spawnSync('umount', [site.out])
  })

  it('of the cache stops no build, and says so', async () => {
    const site = await Site.open(counts.fewTopics)
    const reference = await site.reference()
    await mkdir(site.cache)
    mount(site.cache, little)
    const full = await site.build()
    expect({ code: full.code, left: full.left }, full.stderr).toEqual({ code: 0, left: [] })
    expect(full.stderr).toContain('cache-unwritable')
    expect(await site.wrong(reference)).toEqual(nothingWrong)
    mount(site.cache, plenty)
    await rm(site.out, { recursive: true })
    const again = await site.build()
    expect(again.code, again.stderr).toBe(0)
    expect(again.stderr).not.toContain('cache-unwritable')
    expect(await site.wrong(reference)).toEqual(nothingWrong)
    say('cache on a full disk: every handout made, a warning; with room filled again')
    spawnSync('umount', [site.cache])
  })

  it('of temporary files ends the run, or it is made without', async () => {
    const site = await Site.open(counts.fewTopics)
    const reference = await site.reference()
    mount(site.temporary, '8k')
    const full = await site.build()
    expect([0, 3], full.stderr).toContain(full.code)
    expect(full.left).toEqual([])
    expect(await site.tornOf(reference)).toEqual(nothingWrong)
    mount(site.temporary, plenty)
    const again = await site.build()
    expect(again.code, again.stderr).toBe(0)
    expect(await site.wrong(reference)).toEqual(nothingWrong)
    say(`temporary files on a full disk: exit code ${full.code}; with room all, 0 lost, 0 torn`)
    spawnSync('umount', [site.temporary])
  })
})
