// A browser or its renderer killed or stopped again and again in a large batch -> every handout, as if nothing had been.
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { isBrowser, isRenderer, processesOf, type RunningProcess, send } from '../helpers/processes.js'
import { randomFrom } from '../helpers/random.js'
import { counts } from './counts.js'
import { nothingWrong, type Run, Site, say } from './site.js'

/** A handout that is caught three times in a row is given up, as it should be; kills come further apart than it takes to print one. */
const atLeastApart = 1000
const site = await Site.open(counts.topics, 'deadline: 10\n')
const reference = await site.reference()

/** Sends a signal to one process of a kind, so often, at random moments. */
async function harass(
  run: Run,
  kind: (one: RunningProcess) => boolean,
  { signal, times, apart }: { signal: NodeJS.Signals; times: number; apart: number },
): Promise<number> {
  const random = randomFrom(times)
  let sent = 0
  while (sent < times && run.isRunning()) {
    await wait(apart * (0.5 + random()))
    const found = processesOf(run.word).filter(kind)
    const one = found[Math.floor(random() * found.length)]
    if (one && send(one.pid, signal)) sent += 1
  }
  return sent
}

describe.skipIf(process.platform !== 'linux')(`a batch of ${reference.size} handouts`, () => {
  it.each([
    ['browser killed', isBrowser, 'SIGKILL', counts.browserKills, atLeastApart],
    ['renderer killed', isRenderer, 'SIGKILL', counts.rendererKills, atLeastApart],
    ['browser stopped', isBrowser, 'SIGSTOP', counts.stops, 4 * atLeastApart],
    ['renderer stopped', isRenderer, 'SIGSTOP', counts.stops, 4 * atLeastApart],
  ] as const)('with its %s again and again is made whole', async (name, kind, signal, times, apart) => {
    await site.reset()
    const run = site.start()
    const sent = await harass(run, kind, { signal, times, apart })
    const { code, left, seconds, stderr } = await run.ended
    const wrong = await site.wrong(reference)
    const { summary } = await site.manifest()
    say(
      `${name} ${sent} times in ${reference.size} handouts: ${summary.made} made, ${summary.failed} failed, ` +
        `${wrong.lost.length} lost, ${wrong.torn.length} torn, ${left.length} processes left, ${seconds.toFixed(0)} s`,
    )
    expect(sent).toBe(times)
    expect({ code, left, wrong }, stderr).toEqual({ code: 0, left: [], wrong: nothingWrong })
    expect(summary.made).toBe(reference.size)
  })
})
