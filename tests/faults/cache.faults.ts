// Entries of the cache damaged in every way, and two builds at once on one output and cache -> every file as it should be.
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../helpers/random.js'
import { counts } from './counts.js'
import { filesIn, nothingWrong, Site, say } from './site.js'

const site = await Site.open(counts.damagedTopics)
const reference = await site.reference()

const damages = {
  flipped: async (file: string, at: number) => {
    const bytes = await readFile(file)
    const place = Math.floor(at * bytes.length)
    bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(at * 8))
    await writeFile(file, bytes)
  },
  truncated: async (file: string, at: number) =>
    truncate(file, Math.floor(at * (await readFile(file)).length)),
  emptied: (file: string) => truncate(file, 0),
}

describe(`a cache of ${reference.size} handouts`, () => {
  it('serves nothing that was damaged', async () => {
    expect((await site.build()).code).toBe(0)
    const random = randomFrom(50)
    const entries = (await filesIn(site.cache)).filter((file) => /^(?:keys|files)\//.test(file)).sort()
    for (const [name, damage] of Object.entries(damages))
      for (let count = 0; count < counts.damages; count++) {
        const [file = ''] = entries.splice(Math.floor(random() * entries.length), 1)
        await damage(path.join(site.cache, file), random()).catch((cause: unknown) => {
          throw new Error(`${name} ${file}`, { cause })
        })
      }
    await damages.flipped(path.join(site.cache, 'usage'), 0.5)
    await rm(site.out, { recursive: true })
    const { code, stderr, left } = await site.build()
    const { summary } = await site.manifest()
    expect({ code, left }, stderr).toEqual({ code: 0, left: [] })
    expect(await site.wrong(reference)).toEqual(nothingWrong)
    // An entry and the file it names may both be among them; then only the entry is seen.
    expect(summary.made).toBeGreaterThan(2 * counts.damages)
    expect(summary.made).toBeLessThanOrEqual(3 * counts.damages)
    expect(summary).toMatchObject({ damaged: summary.made, kept: reference.size - (summary.made ?? 0) })
    expect(stderr).toContain(`${summary.damaged} entries of the cache had been damaged`)
    say(
      `${counts.damages} cache entries flipped, ${counts.damages} truncated, ${counts.damages} emptied: ` +
        `${summary.made} handouts found damaged and made anew, 0 served, 0 lost, 0 torn`,
    )
  })

  it('whose notes were damaged is only slower', async () => {
    const notes = await readdir(path.join(site.cache, 'by-topic'))
    for (const note of ['topics', ...notes.map((name) => path.join('by-topic', name))])
      await damages.flipped(path.join(site.cache, note), 0.5)
    await rm(site.out, { recursive: true })
    const { code, stderr } = await site.build()
    expect(code, stderr).toBe(0)
    expect((await site.manifest()).summary).toMatchObject({ made: 0, kept: reference.size })
    expect(await site.wrong(reference)).toEqual(nothingWrong)
  })
})

describe('two builds at once', () => {
  it('on one output and cache make everything, once or twice', async () => {
    const shared = await Site.open(counts.fewTopics)
    const whole = await shared.reference()
    for (let round = 0; round < counts.pairs; round++) {
      await shared.reset()
      const ended = await Promise.all([shared.build(), shared.build(round % 2 === 0 ? [] : ['--force'])])
      for (const { code, stderr, left } of ended)
        expect({ code, left }, `round ${round}: ${stderr}`).toEqual({ code: 0, left: [] })
      expect(await shared.wrong(whole), `round ${round}`).toEqual(nothingWrong)
      const again = await shared.build()
      expect(again.code, again.stderr).toBe(0)
      expect((await shared.manifest()).summary).toMatchObject({ made: 0, kept: whole.size })
    }
    say(`two builds at once, ${counts.pairs} times: 0 lost, 0 torn, nothing left behind`)
  })
})
