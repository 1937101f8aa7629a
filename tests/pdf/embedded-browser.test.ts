// The real package of a browser in, one that runs out, also where two commands unpack it at the same time.
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { handout } from '../helpers/cli.js'
import { temporaryFolder } from '../helpers/library.js'

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the embedded browser', () => {
  it('is unpacked once by two commands at once, privately, and runs', async () => {
    const home = await temporaryFolder()
    const options = {
      cwd: home,
      env: {
        HOME: home,
        PATH: '/nowhere',
        PUPPETEER_CACHE_DIR: path.join(home, 'none'),
        HANDOUT_CACHE_HOME: path.join(home, 'cache'),
        HANDOUT_FETCH_BROWSER: 'off',
      },
    }
    const answers = await Promise.all([handout(['doctor'], options), handout(['doctor'], options)])
    for (const { stdout } of answers) expect(stdout).toMatch(/ok +browser: .*Chrom.*embedded/)
    const folder = path.join(home, 'cache', 'handout-press')
    const unpacked = (await readdir(folder)).filter((name) => name.startsWith('chromium-'))
    expect(unpacked).toEqual([expect.stringMatching(/^chromium-\d+(?:\.\d+)*$/)])
    const program = path.join(folder, unpacked[0] ?? '', 'chromium')
    expect((await stat(program)).mode & 0o777).toBe(0o700)
    expect((await stat(path.dirname(program))).mode & 0o077).toBe(0)
  })
})
