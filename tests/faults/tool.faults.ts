// The tool killed or interrupted at random moments, then started again -> nothing half at any moment, everything in the end.
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { send } from '../helpers/processes.js'
import { randomFrom } from '../helpers/random.js'
import { counts } from './counts.js'
import { type Ended, nothingWrong, Site, say } from './site.js'

const site = await Site.open(counts.fewTopics)
const reference = await site.reference()
const first = await site.build()
/** Seconds of an undisturbed build, as quick as it was so far. */
let whole = first.seconds
const endsWithin = 5

/** Starts a build from nothing and sends its group a signal after a share of the time that an undisturbed one takes. */
async function struck(signal: NodeJS.Signals, share: number): Promise<Ended & { readonly after: number }> {
  for (;;) {
    await site.reset()
    const run = site.start()
    await Promise.race([wait(share * whole * 1000), run.ended])
    const struckAt = performance.now()
    if (run.isRunning() && send(-run.pid, signal)) {
      const ended = await run.ended
      return { ...ended, after: (performance.now() - struckAt) / 1000 }
    }
    // It was done sooner than the one before.
    whole = Math.min(whole, (await run.ended).seconds)
  }
}

describe.skipIf(process.platform !== 'linux')(`a batch of ${reference.size} handouts`, () => {
  it('killed at random moments leaves nothing half, and is finished by the next run', async () => {
    const random = randomFrom(20)
    let before = 0
    for (let time = 0; time < counts.toolKills; time++) {
      const { left } = await struck('SIGKILL', random())
      expect(left, `processes after kill ${time}`).toEqual([])
      expect(await site.tornOf(reference), `files after kill ${time}`).toEqual(nothingWrong)
      before += (await site.made()).size
      const again = await site.build()
      expect(again.code, again.stderr).toBe(0)
      expect(again.left).toEqual([])
      expect(await site.wrong(reference), `after kill ${time} and a second run`).toEqual(nothingWrong)
    }
    const mean = Math.round(before / counts.toolKills)
    say(
      `tool killed ${counts.toolKills} times and run again: 0 lost, 0 torn; ${mean} handouts there on average`,
    )
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends within seconds at %s, and goes on from there',
    async (signal) => {
      const random = randomFrom(21)
      let slowest = 0
      for (let time = 0; time < counts.interrupts; time++) {
        await site.reset()
        // Behind the start of the program, before the end.
        const { code, stderr, left, after } = await struck(signal, 0.2 + 0.6 * random())
        slowest = Math.max(slowest, after)
        expect({ code, left }, stderr).toEqual({ code: 130, left: [] })
        expect(stderr).toContain('Interrupted')
        expect(after).toBeLessThan(endsWithin)
        const made = (await site.made()).size
        const interrupted = await site.manifest()
        expect(interrupted.handouts).toHaveLength(made)
        expect((await site.tornOf(reference)).torn).toEqual([])
        const again = await site.build()
        expect(again.code, again.stderr).toBe(0)
        expect((await site.manifest()).summary).toMatchObject({ kept: made, made: reference.size - made })
        expect(await site.wrong(reference)).toEqual(nothingWrong)
      }
      say(`${signal} ${counts.interrupts} times: 0 lost, 0 torn; ended within ${slowest.toFixed(1)} s`)
    },
  )
})
