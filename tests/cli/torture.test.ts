// A topic with everything a handout may contain in; handouts of all levels and both editions, proven by themselves and read back out.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Manifest } from '../../src/model/manifest.js'
import { browsers } from '../helpers/browser.js'
import { handout } from '../helpers/cli.js'
import { library, picture } from '../helpers/library.js'
import { extractText, has } from '../helpers/poppler.js'

const torture = readFileSync(new URL('../fixtures/torture/en.md', import.meta.url), 'utf8')

describe.each(browsers())('the torture topic in the %s browser', (name) => {
  it('prints and verifies in every level and edition', async () => {
    const one = await library({
      'content/torture/en.md': torture,
      'content/torture/hill.svg': picture,
      'handout.yaml':
        'lengths: {short: {pages: 9, large-print-pages: 20}, medium: {pages: 9, large-print-pages: 20}, long: {pages: 9, large-print-pages: 20}}\n',
    })
    const env: Record<string, string> =
      name === 'system' ? {} : { PATH: '/nowhere', PUPPETEER_CACHE_DIR: path.join(one.root, 'none') }
    const args = ['--root', one.root, '--length', 'long', '--edition', 'standard,large-print', '--no-check']
    const { code, stderr, stdout } = await handout(['build', ...args], { env })
    expect(stderr).not.toContain('error')
    expect(stdout).not.toContain('error')
    expect(code).toBe(0)
    const { handouts } = JSON.parse(await one.read('output/manifest.json')) as Manifest
    expect(handouts.map(({ status }) => status)).toEqual(Array(6).fill('made'))
    if (!has('pdftotext')) return
    for (const { files } of handouts) {
      const text = extractText(readFileSync(path.join(one.root, 'output', files.pdf?.path ?? '')))
      for (const words of ['El corazón late más rápido', 'le cœur bat vite', '37 °C', '7 in 100', '5 × 7'])
        expect(text.replace(/\s+/g, ' ')).toContain(words)
    }
  })
})
