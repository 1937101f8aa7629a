// Finished, broken and foreign PDFs in, the answer of `handout verify` out.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { MessageRecord } from '../../src/model/message.js'
import { handout, oneVariant } from '../helpers/cli.js'
import { library, type TemporaryLibrary } from '../helpers/library.js'
import { topicText } from '../helpers/topic.js'

let root: TemporaryLibrary
const pdf = 'output/clinic/en/sleep/sleep.easy.short.pdf'

beforeAll(async () => {
  root = await library({ 'content/sleep/en.md': topicText() })
  const built = await handout(['build', '--root', root.root, ...oneVariant])
  expect(built.code, built.stderr).toBe(0)
})

describe('handout verify', () => {
  it('finds nothing wrong in what was built', async () => {
    const answer = await handout(['verify', '--root', root.root])
    expect(answer.stderr).toContain('1 files: 1 conform to PDF/UA-1 and PDF/A-2a, 0 do not')
    expect(answer.code).toBe(0)
  })

  it('says plainly what a foreign or cut file is, and goes on with the others', async () => {
    const whole = await readFile(root.path(pdf))
    await writeFile(root.path('cut.pdf'), whole.subarray(0, 2000))
    await writeFile(
      root.path('photo.pdf'),
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]),
    )
    const files = ['cut.pdf', 'photo.pdf', 'missing.pdf', 'output', pdf].map((name) => root.path(name))
    const answer = await handout(['verify', '--root', root.root, '--reporter', 'json', ...files])
    const messages = JSON.parse(answer.stdout) as MessageRecord[]
    expect(messages.map(({ rule, file }) => [path.basename(file), rule])).toEqual([
      ['cut.pdf', 'pdf-unreadable'],
      ['photo.pdf', 'pdf-unreadable'],
      ['missing.pdf', 'file-unreadable'],
      ['output', 'file-unreadable'],
    ])
    expect(answer.stderr).toContain('5 files: 1 conform')
    expect(answer.code).toBe(1)
  })

  it('tells a file that is not the one that was made', async () => {
    const other = await library({ 'content/sleep/en.md': topicText() })
    await handout(['build', '--root', other.root, ...oneVariant])
    const whole = await readFile(other.path(pdf))
    await writeFile(other.path(pdf), Buffer.concat([whole, Buffer.from('\n')]))
    const answer = await handout(['verify', '--root', other.root, '--reporter', 'json'])
    const messages = JSON.parse(answer.stdout) as MessageRecord[]
    expect(messages.map(({ rule }) => rule)).toContain('file-changed')
    expect(answer.code).toBe(1)
  })

  it('says that veraPDF is not there when it is asked for', async () => {
    const answer = await handout(['verify', '--root', root.root, '--verapdf', root.path(pdf)], {
      env: { PATH: path.dirname(process.execPath) },
    })
    expect(answer.stderr).toContain('veraPDF is not installed')
    expect(answer.code).toBe(0)
  })
})
