// Organizations whose files override others in, which originals have changed since out.
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { adoptOverrides, overridesOf } from '../../src/batch/overrides.js'
import { toRecord } from '../../src/model/message.js'
import { stateOf } from '../../src/template/overrides/read.js'
import { staleOverrides } from '../../src/template/overrides/stale.js'
import { type Files, library, type TemporaryLibrary } from '../helpers/library.js'
import { defaultSettings } from '../helpers/settings.js'

const base = 'templates/organizations/clinic'

const overrides: Files = {
  [`${base}/partials/title.hbs`]: '<h1>{{title}}!</h1>\n',
  [`${base}/styles/30-sections.css`]: '.section { padding: 0 }\n',
  [`${base}/labels/en.yaml`]: 'texts: {sources: Where we read it}\nwords: {own: Ours}\n',
  [`${base}/notices/general/en.md`]: 'Our own words.\n',
  [`${base}/handout.hbs`]: '{{> masthead}}\n',
  // These override nothing.
  [`${base}/styles.css`]: 'h2 { color: red }\n',
  [`${base}/partials/own.hbs`]: 'x\n',
  [`${base}/notices/own/en.md`]: 'Ours alone.\n',
}

async function statesIn({ root }: TemporaryLibrary): Promise<Record<string, string>> {
  const [found] = await overridesOf(await defaultSettings(root), ['clinic'])
  return Object.fromEntries((found?.overrides ?? []).map((one) => [one.file, stateOf(one)]))
}

async function adopted(files: Files = overrides): Promise<TemporaryLibrary> {
  const made = await library(files)
  await adoptOverrides(await defaultSettings(made.root), [], [])
  return made
}

describe('overrides', () => {
  it('are every file with a namesake, new until they are adopted', async () => {
    const made = await library(overrides)
    const files = [
      'handout.hbs',
      'partials/title.hbs',
      'styles/30-sections.css',
      'labels/en.yaml',
      'notices/general/en.md',
    ]
    expect(await statesIn(made)).toEqual(Object.fromEntries(files.map((file) => [file, 'new'])))
    const settings = await defaultSettings(made.root)
    const told = await adoptOverrides(settings, ['clinic'], [])
    expect(told.map(({ file }) => file)).toEqual(files)
    expect(await statesIn(made)).toEqual(Object.fromEntries(files.map((file) => [file, 'current'])))
    expect(await adoptOverrides(settings, ['clinic'], [])).toEqual([])
  })

  it.each([
    ['partial', 'partials/title.hbs', 'templates/partials/title.hbs', '<h1>{{title}}</h1>\n'],
    ['style', 'styles/30-sections.css', 'templates/styles/30-sections.css', '.section { margin: 0 }\n'],
    ['label', 'labels/en.yaml', 'templates/labels/en.yaml', 'texts:\n  sources: Read here\n'],
    ['notice', 'notices/general/en.md', 'templates/notices/general/en.md', 'New common words.\n'],
    ['page', 'handout.hbs', 'templates/handout.hbs', '<main></main>\n'],
  ])(
    'of a %s are stale when the original changes, and it is kept as it was',
    async (_kind, file, of, text) => {
      const made = await adopted()
      const before = await made.read(of)
      await made.write({ [of]: text })
      const states = await statesIn(made)
      expect(Object.entries(states).filter(([, state]) => state !== 'current')).toEqual([[file, 'stale']])
      const messages = await staleOverrides(['clinic'], 'en', made.path('templates'), made.root)
      expect(messages.map((message) => toRecord(message))).toEqual([
        {
          rule: 'override-stale',
          severity: 'warning',
          file: `${base}/${file}`,
          line: 1,
          column: 1,
          text: `This overrides ${of}, which has changed since.`,
          hint: `\`handout status\` shows what changed. Change this file too where it should, then run \`handout adopt clinic --file ${file}\`.`,
        },
      ])
      const [found] = await overridesOf(await defaultSettings(made.root), ['clinic'])
      const stale = found?.overrides.find((one) => one.file === file)
      if (file.startsWith('labels/')) {
        expect(stale).toMatchObject({
          adopted: { text: 'texts.sources: "Sources"\n' },
          now: 'texts.sources: "Read here"\n',
          own: 'texts.sources: "Where we read it"\n',
        })
      } else
        expect(stale).toMatchObject({
          adopted: { text: before },
          now: text,
          own: overrides[`${base}/${file}`],
        })
      await adoptOverrides(await defaultSettings(made.root), ['clinic'], [file])
      expect((await statesIn(made))[file]).toBe('current')
    },
  )

  it('of labels are not stale when other labels change, nor when a line ends otherwise', async () => {
    const made = await adopted()
    const labels = await made.read('templates/labels/en.yaml')
    const title = await made.read('templates/partials/title.hbs')
    await made.write({
      'templates/labels/en.yaml': labels.replace('Word list', 'Words'),
      'templates/partials/title.hbs': title.replaceAll('\n', '\r\n'),
    })
    expect(new Set(Object.values(await statesIn(made)))).toEqual(new Set(['current']))
  })

  it('of notices in another language are told in that language alone', async () => {
    const made = await adopted({ ...overrides, [`${base}/notices/general/es.md`]: 'Lo nuestro.\n' })
    await made.write({ 'templates/notices/general/es.md': 'Otra cosa.\n' })
    const told = (language: string) => staleOverrides(['clinic'], language, made.path('templates'), made.root)
    expect(await told('en')).toEqual([])
    expect((await told('es')).map(({ file }) => file)).toEqual([`${base}/notices/general/es.md`])
  })

  it('are held against the nearest of those that are extended', async () => {
    const parent = 'templates/organizations/network'
    const made = await adopted({
      [`${parent}/organization.yaml`]: 'name: Network\n',
      [`${parent}/partials/title.hbs`]: '<h1>{{title}}</h1>\n',
      [`${parent}/labels/en.yaml`]: 'texts: {sources: Of the network}\n',
      [`${base}/organization.yaml`]: 'extends: network\nname: Clinic\n',
      [`${base}/partials/title.hbs`]: '<h1>{{title}}!</h1>\n',
      [`${base}/labels/en.yaml`]: 'texts: {sources: Ours, word-list: Our words}\n',
    })
    await made.write({ 'templates/partials/title.hbs': 'changed\n' })
    expect(await statesIn(made)).toEqual({ 'partials/title.hbs': 'current', 'labels/en.yaml': 'current' })
    const told = async () =>
      (await staleOverrides(['clinic', 'network'], 'en', made.path('templates'), made.root)).map(
        ({ file, reason }) => `${file} ${reason}`,
      )
    expect(await told()).toEqual([
      `${parent}/partials/title.hbs This overrides templates/partials/title.hbs, which has changed since.`,
    ])
    await made.write({ [`${parent}/labels/en.yaml`]: 'texts: {sources: Of us all}\n' })
    expect((await told())[0]).toBe(
      `${base}/labels/en.yaml This overrides ${parent}/labels/en.yaml, which has changed since.`,
    )
  })

  it('whose original is gone are told, and adopting takes them from the lock', async () => {
    const made = await adopted()
    await made.write({ 'templates/notices/general': undefined })
    const [message] = await staleOverrides(['clinic'], 'en', made.path('templates'), made.root)
    expect(message?.reason).toBe('This overrides templates/notices/general/en.md, which is there no more.')
    await adoptOverrides(await defaultSettings(made.root), ['clinic'], ['notices/general/en.md'])
    expect(await statesIn(made)).not.toHaveProperty('notices/general/en.md')
    await expect(readFile(made.path(`${base}/handout.lock/notices/general/en.md`))).rejects.toThrow('ENOENT')
    expect(await made.read(`${base}/handout.lock.yaml`)).not.toContain('notices/general')
  })

  it.each([
    ['"partials/title.hbs": {of: x, hash: sha256-short}', 'lock-wrong-value', 2, 39],
    ['"../../x.hbs": {of: x, hash: x}', 'lock-wrong-value', 2, 18],
    ['"partials/title.hbs": {of: x}', 'lock-missing-key', 2, 25],
    ['"partials/title.hbs": [', 'lock-yaml', 3, 1],
  ])('with a lock that says %s are a fault of the lock', async (line, rule, row, column) => {
    const made = await library({ ...overrides, [`${base}/handout.lock.yaml`]: `overrides:\n  ${line}\n` })
    const messages = await staleOverrides(['clinic'], 'en', made.path('templates'), made.root)
    expect(messages.map((message) => toRecord(message))[0]).toMatchObject({
      rule,
      file: `${base}/handout.lock.yaml`,
      line: row,
      column,
    })
  })

  it('whose kept text was changed by hand are stale all the same, without a text as it was', async () => {
    const made = await adopted()
    await made.write({
      [`${base}/handout.lock/partials/title.hbs`]: 'something else\n',
      'templates/partials/title.hbs': 'changed\n',
    })
    const [found] = await overridesOf(await defaultSettings(made.root), ['clinic'])
    const stale = found?.overrides.find(({ file }) => file === 'partials/title.hbs')
    expect(stale?.adopted).toMatchObject({ text: undefined })
    expect(stale && stateOf(stale)).toBe('stale')
  })
})
