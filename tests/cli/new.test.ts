// `handout new` with flags in, folders that build at once, or what is wrong with the flags, out.
import { cp, readdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { newOrganization } from '../../src/cli/new-organization.js'
import { Terminal } from '../../src/cli/terminal.js'
import type { HandoutError } from '../../src/model/error.js'
import type { MessageRecord } from '../../src/model/message.js'
import { handout } from '../helpers/cli.js'
import { library, repository, type TemporaryLibrary } from '../helpers/library.js'
import { defaultSettings } from '../helpers/settings.js'
import { topicText } from '../helpers/topic.js'

const folder = 'templates/organizations/hill-clinic'

/** A library with the topics of the repository. */
async function withTopics(): Promise<TemporaryLibrary> {
  const made = await library()
  await cp(path.join(repository, 'content'), made.path('content'), { recursive: true })
  return made
}

async function messagesOf(root: string, args: readonly string[]): Promise<readonly MessageRecord[]> {
  const { stdout } = await handout([...args, '--root', root, '--reporter', 'json'])
  return JSON.parse(stdout) as MessageRecord[]
}

describe.concurrent('a new organization', () => {
  it('is written from its name alone and builds all its handouts without a fault', async () => {
    const { root, read } = await withTopics()
    const { code, stdout, stderr } = await handout(['new', 'organization', 'hill-clinic', '--root', root])
    expect(code).toBe(0)
    expect(stdout.split('\n').filter(Boolean)).toEqual([
      `${folder}/organization.yaml`,
      `${folder}/logo.svg`,
      `${folder}/styles.css`,
      `${folder}/notices/general/en.md`,
    ])
    expect(stderr).toContain('handout build --organization hill-clinic')
    expect(await read(`${folder}/organization.yaml`)).toContain('name: "Hill Clinic"')
    const built = await handout([
      ...['build', '--root', root, '--organization', 'hill-clinic', '--level', 'everyday'],
      ...['--edition', 'standard,large-print', '--reporter', 'json'],
    ])
    expect(JSON.parse(built.stdout)).toEqual([])
    expect(built.code).toBe(0)
    expect(built.stderr).toMatch(/^ +24 +0 +0 /m)
  })

  it('takes everything from flags, and signs that YAML and Markdown would take for their own', async () => {
    const { root, read } = await withTopics()
    const { code, stderr } = await handout([
      ...['new', 'organization', 'hill-clinic', '--root', root],
      ...['--name', 'Hill #1: "A & B" *Clinic*', '--tagline', 'Care: for all', '--phone', '555-0100'],
      ...['--after-hours', '555-0101', '--url', 'https://hill.example.org/', '--hours', 'Mon to Fri'],
      ...['--address', '1 Main St', '--languages', 'en,es', '--paper', 'a4', '--primary', '#5A2A6B'],
    ])
    expect({ code, stderr }).toMatchObject({ code: 0 })
    const yaml = await read(`${folder}/organization.yaml`)
    expect(yaml).toContain('name: "Hill #1: \\"A & B\\" *Clinic*"')
    expect(yaml).toContain('languages: [en, es]')
    expect(yaml).toContain('colors: {primary: "#5a2a6b"}')
    expect(yaml).toContain(
      '\ncontact:\n  phone: "555-0100"\n  after-hours: "555-0101"\n  url: "hill.example.org"\n',
    )
    expect(await read(`${folder}/logo.svg`)).toContain('#5a2a6b')
    expect(await messagesOf(root, ['check', '--organization', 'hill-clinic'])).toEqual([])
  })

  it('that extends another leaves to it what is not given', async () => {
    const { root, read } = await library({ 'content/hands/en.md': topicText() })
    const { code } = await handout([
      'new',
      'organization',
      'east-clinic',
      '--root',
      root,
      '--extends',
      'clinic',
    ])
    expect(code).toBe(0)
    const east = 'templates/organizations/east-clinic'
    const yaml = await read(`${east}/organization.yaml`)
    expect(yaml).toContain('\nextends: clinic\n')
    for (const key of ['languages', 'paper', 'colors', 'notices', 'topics'])
      expect(yaml).toContain(`\n# ${key}: `)
    const messages = await messagesOf(root, ['check', '--organization', 'east-clinic'])
    expect(messages.map(({ rule }) => rule)).toEqual(['variant-same'])
  })

  it.each([
    [['../hill'], '`../hill` cannot be the name of a folder here.', '`hill`'],
    [['clinic'], 'There is templates/organizations/clinic already.', 'Nothing was written.'],
    [['x', '--paper', 'a5'], '`--paper`: `a5` cannot be.', '`a4`'],
  ])('is refused with %j', async (args, reason, hint) => {
    const { root } = await library()
    const { code, stdout, stderr } = await handout(['new', 'organization', ...args, '--root', root])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(reason)
    expect(stderr).toContain(hint)
    expect(await readdir(path.join(root, 'templates', 'organizations'))).toEqual(['clinic'])
  })

  it.each([
    [{ primary: 'blue' }, '`--primary`: `blue` is no colour.', '"#0b4f6c"'],
    [
      { primary: '#7fb2d0' },
      '`--primary`: Words in `#7fb2d0` are too pale to read on white.',
      'The nearest that can be read is #',
    ],
    [
      { languages: 'en,tlh' },
      '`--languages`: There are no labels for the language `tlh`.',
      'There are ar, en, es',
    ],
    [{ languages: ',' }, '`--languages`: No language is named.', 'Name one'],
    [{ extends: 'clinik' }, '`--extends`: `clinik` cannot be.', 'Did you mean `clinic`?'],
    [{ name: ' ' }, '`--name`: There are no words.', 'Leave it out'],
    [{ name: 'A\nB' }, '`--name`: There is a line break', 'Write one line.'],
    [{ address: 'a'.repeat(121) }, '`--address`: There are more than 120 letters.', 'Shorten it.'],
  ])('is refused with the flags %j', async (flags, reason, hint) => {
    const { root } = await library()
    const settings = await defaultSettings(root)
    const terminal = new Terminal({ quiet: true, color: false, ci: true })
    const tools = { settings, terminal, person: undefined, today: '2026-11-22' }
    const refused = newOrganization('x', flags, tools)
    await expect(refused).rejects.toMatchObject({ code: 'usage-wrong' })
    await expect(refused).rejects.toSatisfy((cause) => {
      expect(String(cause)).toContain(reason)
      expect((cause as HandoutError).hint).toContain(hint)
      return true
    })
    expect(await readdir(path.join(root, 'templates', 'organizations'))).toEqual(['clinic'])
  })

  it('whose name is missing, or a flag misspelt, is told how the command is written', async () => {
    const missing = await handout(['new', 'organization'])
    expect(missing).toMatchObject({ code: 2 })
    expect(missing.stderr).toContain("missing required argument 'name'")
    const misspelt = await handout(['new', 'organization', 'x', '--languagse', 'en'])
    expect(misspelt).toMatchObject({ code: 2 })
    expect(misspelt.stderr).toContain('Did you mean --languages?')
  })
})

describe.concurrent('a new topic', () => {
  it.each(['en', 'es', 'ar'])('in %s builds at once, and says which words are missing', async (language) => {
    const { root, read } = await library({
      'templates/organizations/clinic/organization.yaml': `name: Clinic\nlanguages: [${language}]\n`,
    })
    const args = ['new', 'topic', 'chest-cold', '--root', root, '--language', language]
    const { code, stdout } = await handout(args, { env: { SOURCE_DATE_EPOCH: '1795000000' } })
    expect({ code, stdout }).toEqual({ code: 0, stdout: `content/chest-cold/${language}.md\n` })
    const text = await read(`content/chest-cold/${language}.md`)
    expect(text).toContain('title: "Chest cold"')
    expect(text).toContain('on: 2026-11-18')
    const left = await messagesOf(root, ['check'])
    expect(new Set(left.map(({ rule, severity }) => `${severity} ${rule}`))).toEqual(
      new Set(['warning placeholder-left']),
    )
    expect(left.length).toBe(text.replace(/^ *# .*$/gm, '').split('[?').length - 1)
    if (language !== 'en') return
    const built = await handout(['build', '--root', root, '--edition', 'standard,large-print'])
    expect(built.code, built.stderr).toBe(0)
    expect(built.stderr).toMatch(/^ +18 +0 +0 /m)
  })

  it('has the levels, lengths and blocks that the configuration asks for', async () => {
    const { root, read } = await library({
      'handout.yaml':
        'levels:\n  plain: {flesch-kincaid: 6, smog: 9, words-per-sentence: 14}\nlengths:\n  card: {pages: 1, large-print-pages: 2}\n  sheet: {pages: 2, large-print-pages: 4}\nback-matter-from: sheet\nrequire: [main-message, get-help, unknown, ask, warning]\n',
    })
    expect(await handout(['new', 'topic', 'cold', '--root', root])).toMatchObject({ code: 0 })
    const text = await read('content/cold/en.md')
    expect([...text.matchAll(/^:{3,4}[a-z-]+.*$/gm)].map(([line]) => line)).toEqual([
      ':::main-message{level=plain}',
      ':::plain',
      '::::for{from=sheet}',
      ':::actions',
      ':::unknown',
      ':::ask',
      ':::warning',
      ':::get-help',
    ])
    const messages = await messagesOf(root, ['check'])
    expect(messages.filter(({ rule }) => rule !== 'placeholder-left')).toEqual([])
  })

  it.each([
    [['hands'], 'There is content/hands/en.md already.', 'Nothing was written.'],
    [['x', '--language', 'e'], '`--language`: `e` cannot be.', 'Did you mean `en`?'],
  ])('is refused with %j', async (args, reason, hint) => {
    const { root, read } = await library({ 'content/hands/en.md': topicText() })
    const { code, stdout, stderr } = await handout(['new', 'topic', ...args, '--root', root])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(reason)
    expect(stderr).toContain(hint)
    expect(await read('content/hands/en.md')).toBe(topicText())
    expect(await readdir(path.join(root, 'content'))).toEqual(['hands'])
  })

  it('in another language stands beside the first', async () => {
    const { root } = await library({ 'content/hands/en.md': topicText() })
    expect(await handout(['new', 'topic', 'hands', '--language', 'es', '--root', root])).toMatchObject({
      code: 0,
    })
    expect(await readdir(path.join(root, 'content', 'hands'))).toEqual(['en.md', 'es.md'])
  })
})
