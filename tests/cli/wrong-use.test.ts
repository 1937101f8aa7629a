// Surroundings that fail and commands that cannot be understood in, what is said and the exit code out.
import { describe, expect, it } from 'vitest'
import type { MessageRecord } from '../../src/model/message.js'
import { buildJson, handout, places } from '../helpers/cli.js'
import { library, repository } from '../helpers/library.js'
import { topicText } from '../helpers/topic.js'

const file = 'content/hands/en.md'

describe.concurrent('the surroundings', () => {
  it('without a content folder end with 3', async () => {
    const { root } = await library({ content: undefined })
    const { code, messages } = await buildJson(root)
    expect(code).toBe(3)
    expect(places(messages)).toEqual([{ rule: 'folder-unreadable', file: '', line: 0, column: 0 }])
    expect(messages[0]?.text).toContain('content')
  })

  it('with a file in place of the content folder end with 3', async () => {
    const { root, write } = await library({ content: undefined })
    await write({ content: 'a file' })
    const { code, messages } = await buildJson(root)
    expect(code).toBe(3)
    expect(messages[0]?.rule).toBe('folder-unreadable')
  })

  it('without organizations end with 3', async () => {
    const { root } = await library({ [file]: topicText(), 'templates/organizations': undefined })
    const { code, messages } = await buildJson(root)
    expect(code).toBe(3)
    expect(messages[0]?.rule).toBe('folder-unreadable')
  })

  it('without a root end with 3', async () => {
    const { code, stderr } = await handout(['build', '--root', '/no/such/root'])
    expect(code).toBe(3)
    expect(stderr).toContain('folder-unreadable')
  })

  it('with a file in place of the output folder end with 3', async () => {
    const { root } = await library({ [file]: topicText(), output: 'a file' })
    const { code, messages } = await buildJson(root)
    expect(code).toBe(3)
    expect(messages.map(({ rule }) => rule)).toEqual(['disk-failed'])
  })

  it('without a browser end with 3 and say where it was looked for', async () => {
    const { root } = await library({ [file]: topicText() })
    const { code, messages, stderr } = await buildJson(root, [], {
      env: { HANDOUT_BROWSER: '/no/such/browser' },
    })
    expect(code).toBe(3)
    expect(places(messages)).toEqual([{ rule: 'browser-missing', file: '', line: 0, column: 0 }])
    expect(messages[0]?.text).toContain('/no/such/browser')
    expect(messages[0]?.hint).toContain('HANDOUT_BROWSER')
    expect(stderr).toContain('/no/such/browser')
  })

  it('with a browser that does not start end with 3', async () => {
    const { root } = await library({ [file]: topicText() })
    const { code, messages } = await buildJson(root, [], { env: { HANDOUT_BROWSER: process.execPath } })
    expect(code).toBe(3)
    expect(messages.map(({ rule }) => rule)).toEqual(['browser-failed'])
  })
})

describe.concurrent('wrong use ends with 2', () => {
  it.each([
    ['a topic', ['handz'], 'topic `handz`', 'Did you mean `hands`?'],
    ['a level', ['--level', 'eazy'], 'level `eazy`', 'Did you mean `easy`?'],
    ['a length', ['--length', 'shrt'], 'length `shrt`', 'Did you mean `short`?'],
    ['an edition', ['--edition', 'large'], 'edition `large`', 'large-print'],
    ['a language', ['--language', 'xx'], 'language `xx`', ''],
    ['an organization', ['--organization', 'clinik'], 'organization `clinik`', 'Did you mean `clinic`?'],
  ])('for %s that is not known', async (_what, args, words, hint) => {
    const { root } = await library({ [file]: topicText() })
    const { code, stdout, stderr } = await handout(['build', '--root', root, '--reporter', 'json', ...args])
    expect(code).toBe(2)
    expect(stderr).toContain(words)
    const [message, ...more] = JSON.parse(stdout) as MessageRecord[]
    expect(more).toEqual([])
    expect(message).toMatchObject({ rule: 'name-unknown', file: '', line: 0, column: 0 })
    expect(message?.text).toContain(words)
    expect(message?.hint).toContain(hint)
  })

  it('for known names that fit no handout together', async () => {
    const other = 'name: Other Clinic\nextends: clinic\nlanguages: [es]\n'
    const { root } = await library({
      [file]: topicText(),
      'templates/organizations/other/organization.yaml': other,
    })
    const { code, messages, stderr } = await buildJson(root, ['--organization', 'clinic', '--language', 'es'])
    expect(code).toBe(2)
    expect(places(messages)).toEqual([{ rule: 'nothing-wanted', file: '', line: 0, column: 0 }])
    expect(stderr).toContain('`--organization clinic --language es --level easy --length short`')
    // Without a wish there is nothing wrong: this organization has no topic yet.
    expect((await handout(['build', '--root', root, '--shard', '999/1000'])).code).toBe(0)
  })

  it.each([
    [['build', '--levels', 'easy']],
    [['build', '--reporter', 'jsn']],
    [['build', '--reporter', 'json:']],
    [['build', '--jobs', '0']],
    [['build', '--jobs', 'many']],
    [['bild']],
    [['--versoin']],
  ])('for %j', async (args) => {
    const { code, stderr, stdout } = await handout(args, { cwd: repository })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error: /m)
    expect(stdout).toBe('')
  })

  it.each([
    ['a key', 'jobbs: 2\n', 'configuration-unknown-key', 1, 1],
    ['a value', 'formats:\n  - pdf\n  - doc\n', 'configuration-wrong-value', 3, 5],
    ['the form', 'formats: [pdf\n', 'configuration-yaml', 1, 1],
  ])('for %s of the configuration, with its place', async (_what, text, rule, line, column) => {
    const { root } = await library({ [file]: topicText(), 'handout.yaml': text })
    const { code, messages, stderr } = await buildJson(root)
    expect(code).toBe(2)
    expect(messages[0]).toMatchObject({ rule, file: 'handout.yaml', line: expect.any(Number) })
    if (rule !== 'configuration-yaml') expect(messages[0]).toMatchObject({ line, column })
    expect(messages.at(-1)?.rule).toBe('configuration-invalid')
    expect(stderr).toContain(rule)
  })

  it('for a wrong variable of the environment', async () => {
    const { root } = await library({ [file]: topicText() })
    const { code, messages } = await buildJson(root, [], { env: { HANDOUT_JOBS: 'many' } })
    expect(code).toBe(2)
    expect(messages.map(({ rule }) => rule)).toEqual(['configuration-invalid'])
    expect(messages[0]?.text).toContain('jobs')
  })
})
