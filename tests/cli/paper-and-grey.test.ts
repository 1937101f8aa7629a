// `--paper` and `--grey` in, files beside the ordinary ones out.
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import type { Manifest } from '../../src/model/manifest.js'
import { grey } from '../../src/template/color.js'
import { handout, oneVariant } from '../helpers/cli.js'
import { library } from '../helpers/library.js'
import { topicText } from '../helpers/topic.js'

it('prints on another paper and without colour, beside the ordinary handout', async () => {
  const root = await library({ 'content/sleep/en.md': topicText() })
  const base = ['build', '--root', root.root, ...oneVariant]
  expect((await handout(base)).code).toBe(0)
  const other = await handout([...base, '--paper', 'a4', '--grey'])
  expect(other.code, other.stderr).toBe(0)
  const manifest = JSON.parse(await readFile(root.path('output/manifest.json'), 'utf8')) as Manifest
  expect(manifest.handouts.map(({ id, paper, files }) => [id, paper, files.pdf?.path])).toEqual([
    ['clinic/en/sleep/easy/short/standard', 'letter', 'clinic/en/sleep/sleep.easy.short.pdf'],
    ['clinic/en/sleep/easy/short/standard/a4/grey', 'a4', 'clinic/en/sleep/sleep.easy.short.a4.grey.pdf'],
  ])
})

it('asks for a paper that there is', async () => {
  const answer = await handout(['build', '--paper', 'a5'])
  expect(answer.code).toBe(2)
  expect(answer.stderr).toContain('a5')
})

it('keeps the luminance of a colour in its grey', () => {
  expect(grey('#ffffff')).toBe('#ffffff')
  expect(grey('#000000')).toBe('#000000')
  expect(grey('#0b4f6c')).toBe('#494949')
})
