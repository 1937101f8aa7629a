// A page that prints for hours: nothing of what it has printed stays in memory.
import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { Printer } from '../../src/pdf/printer.js'
import { startBrowser } from '../helpers/real-browser.js'

it('lets go of the files it has printed, though its browser goes on', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const browser = await startBrowser()
  try {
    const printer = await Printer.open(browser)
    const printed: WeakRef<Uint8Array>[] = []
    for (let count = 0; count < 35; count++) {
      const { bytes } = await printer.print({
        html: `<!doctype html><html lang="en"><title>T</title><main>Page ${count}</main></html>`,
        assets: new Map(),
        area: { width: 540, height: 720 },
        type: { least: 12, most: 14 },
        maxPages: 1,
      })
      printed.push(new WeakRef(bytes))
    }
    await wait(50)
    collect()
    // The last ones may still be on their way.
    expect(printed.filter((one) => one.deref()).length).toBeLessThanOrEqual(2)
  } finally {
    await browser.close()
  }
})
