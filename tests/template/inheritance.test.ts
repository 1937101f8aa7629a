// A family of five organizations in, what the youngest prints with out: each kind of override, made at each depth.
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../src/batch/library.js'
import { toRecord } from '../../src/model/message.js'
import { forLanguage } from '../../src/model/organization.js'
import { noticesOf } from '../../src/pipeline/notices.js'
import { type Files, library, picture } from '../helpers/library.js'
import { topicOf } from '../helpers/page.js'
import { defaultSettings } from '../helpers/settings.js'
import { placeOf, topicText } from '../helpers/topic.js'

/** Nearest first: `a` extends `b` and so on. */
const family = ['a', 'b', 'c', 'd', 'e'] as const
const depths = [0, 1, 2, 3, 4] as const

const folder = (id: string) => `templates/organizations/${id}`
const fileOf = (id: string) => `${folder(id)}/organization.yaml`

/** The YAML of each of the family, with a line more for some. */
function familyFiles(more: Readonly<Record<string, string>> = {}): Files {
  return Object.fromEntries(
    family.map((id, index) => {
      const parent = family[index + 1]
      const lines = [
        ...(parent ? [`extends: ${parent}`] : ['name: Oldest', 'languages: [en]', 'notices: [general]']),
        ...(more[id] ? [more[id]] : []),
      ]
      return [fileOf(id), `${lines.join('\n')}\n`]
    }),
  )
}

async function open(files: Files) {
  const { root } = await library({ 'content/hands/en.md': topicText(), ...files })
  const opened = await openLibrary(await defaultSettings(root))
  const reading = opened.organizations.find(({ id }) => id === 'a')
  return { opened, reading, faults: (reading?.messages ?? []).map((one) => toRecord(one)) }
}

async function themeOfYoungest(files: Files) {
  const { opened, reading, faults } = await open(files)
  if (!reading?.organization) throw new Error(JSON.stringify(faults))
  const { theme, messages } = await opened.theme(reading.organization, 'en')
  if (!theme) throw new Error(messages.join('\n'))
  return { theme, organization: reading.organization }
}

/** The organization at a depth below the youngest. */
const at = (depth: number) => family[depth] as (typeof family)[number]

describe.each(depths)('at depth %i', (depth) => {
  const own = folder(at(depth))
  /** What an elder has, which must not win. */
  const elder = family[depth + 1]
  const older = (name: string, text: string): Files => (elder ? { [`${folder(elder)}/${name}`]: text } : {})

  it('a partial overrides its namesake', async () => {
    const { theme } = await themeOfYoungest({
      ...familyFiles(),
      ...older('partials/title.hbs', 'elder'),
      [`${own}/partials/title.hbs`]: '<h1>mine</h1>',
    })
    const title = theme.templates.find(({ name }) => name === 'title')
    expect(title).toMatchObject({ text: '<h1>mine</h1>', path: `${own}/partials/title.hbs` })
    expect(theme.templates.find(({ name }) => name === 'masthead')?.path).toBe(
      'templates/partials/masthead.hbs',
    )
  })

  it('the whole template overrides the common one', async () => {
    const { theme } = await themeOfYoungest({
      ...familyFiles(),
      ...older('handout.hbs', 'elder'),
      [`${own}/handout.hbs`]: '<main>mine</main>',
    })
    expect(theme.fill({})).toBe('<main>mine</main>')
  })

  it('a style sheet overrides its namesake and stays in its place', async () => {
    const { theme } = await themeOfYoungest({
      ...familyFiles(),
      ...older('styles/30-sections.css', '.elder {}'),
      [`${own}/styles/30-sections.css`]: '.mine {}',
    })
    const texts = theme.styles.map(({ text }) => text)
    expect(texts).toContain('.mine {}')
    expect(texts).not.toContain('.elder {}')
    expect(theme.styles.map(({ path }) => path)).not.toContain('templates/styles/30-sections.css')
    const order = theme.styles.map(({ path }) => path.slice(path.lastIndexOf('/') + 1))
    expect(order).toEqual([...order].sort())
  })

  it('styles.css comes after all others, the nearest last', async () => {
    const { theme } = await themeOfYoungest({
      ...familyFiles(),
      ...older('styles.css', '.elder {}'),
      [`${own}/styles.css`]: '.mine {}',
    })
    expect(theme.styles.at(-1)).toMatchObject({ text: '.mine {}', path: `${own}/styles.css` })
    if (elder) expect(theme.styles.at(-2)?.text).toBe('.elder {}')
  })

  it('a label overrides its namesake, the others stay', async () => {
    const { theme } = await themeOfYoungest({
      ...familyFiles(),
      ...older('labels/en.yaml', 'texts: {sources: Elder, word-list: Words of the elder}'),
      [`${own}/labels/en.yaml`]: 'texts: {sources: Where we looked}',
    })
    expect(theme.labels.texts.sources).toBe('Where we looked')
    expect(theme.labels.texts['word-list']).toBe(elder ? 'Words of the elder' : 'Word list')
    expect(theme.labels.blocks.warning).toBe('Warning')
  })

  it('a notice overrides its namesake', async () => {
    const { theme } = await themeOfYoungest({
      ...familyFiles(),
      ...older('notices/general/en.md', 'Elder.'),
      [`${own}/notices/general/en.md`]: 'Mine.',
    })
    expect(theme.notice('general')).toEqual({
      id: 'general',
      path: `${own}/notices/general/en.md`,
      text: 'Mine.',
    })
    expect(theme.notice('emergency')?.path).toBe('templates/notices/emergency/en.md')
  })

  it('keys override theirs one by one', async () => {
    const lines = (name: string, color: string, phone: string) =>
      [
        `name: ${name}`,
        `colors: {primary: "${color}"}`,
        `contact: {phone: ${phone}}`,
        `topics: {exclude: [hands]}`,
        'topic-notices: {hands: [emergency]}',
      ].join('\n')
    const { theme, organization } = await themeOfYoungest(
      familyFiles({
        ...(elder && elder !== 'e' ? { [elder]: lines('Elder', '#111111', '555-0100') } : {}),
        [at(depth)]:
          depth === 4
            ? lines('x', '#222222', '555-0199').replace(/^.*\n/, '')
            : lines('Mine', '#222222', '555-0199'),
      }),
    )
    expect(forLanguage(organization.name, 'en')).toBe(depth === 4 ? 'Oldest' : 'Mine')
    expect(organization.colors).toMatchObject({ primary: '#222222', text: '#1b1b1b' })
    expect(organization.contact.phone).toBe('555-0199')
    expect(organization.topics).toEqual({ include: ['*'], exclude: ['hands'] })
    expect(noticesOf(topicOf(''), theme).notices.map(({ id }) => id)).toEqual(['general', 'emergency'])
  })

  it('a logo is that of the nearest that names one', async () => {
    const { organization } = await themeOfYoungest({
      ...familyFiles({ [at(depth)]: 'logo: {file: own.svg, alt: Mine}' }),
      ...older('own.svg', '<svg/>'),
      [`${own}/own.svg`]: picture,
    })
    expect(organization.logo).toMatchObject({ alt: 'Mine', picture: { path: `${own}/own.svg` } })
  })

  it('a fault is told where it stands', async () => {
    const wrong = 'papre: a4'
    const files = familyFiles({ [at(depth)]: wrong })
    const { opened, faults } = await open(files)
    const found = opened.organizations
      .find(({ id }) => id === at(depth))
      ?.messages.map((one) => toRecord(one))
    expect(found).toMatchObject([
      {
        rule: 'organization-unknown-key',
        file: fileOf(at(depth)),
        ...placeOf(String(files[fileOf(at(depth))]), wrong),
        hint: 'Did you mean `paper`?',
      },
    ])
    if (depth > 0)
      expect(faults).toMatchObject([
        {
          rule: 'organization-parent',
          file: fileOf('a'),
          line: 1,
          column: 10,
          hint: `See ${fileOf(at(depth))}.`,
        },
      ])
  })

  it('a faulty label file is told for the youngest too', async () => {
    const { opened, reading } = await open({
      ...familyFiles(),
      [`${own}/labels/en.yaml`]: 'texts:\n  sauces: Sources\n',
    })
    const organization = reading?.organization
    if (!organization) throw new Error('unreachable')
    const { theme, messages } = await opened.theme(organization, 'en')
    expect(theme).toBeUndefined()
    expect(messages.map((one) => toRecord(one))).toMatchObject([
      { file: `${own}/labels/en.yaml`, line: 2, column: 3, hint: 'Did you mean `sources`?' },
    ])
  })

  it('a faulty partial is told for the youngest too', async () => {
    const { opened, reading } = await open({
      ...familyFiles(),
      [`${own}/partials/title.hbs`]: '\n {{shout title}}',
    })
    const organization = reading?.organization
    if (!organization) throw new Error('unreachable')
    const { messages } = await opened.theme(organization, 'en')
    expect(messages.map((one) => toRecord(one))).toMatchObject([
      { rule: 'helper-unknown', file: `${own}/partials/title.hbs`, line: 2, column: 2 },
    ])
  })
})

describe('names that are not known', () => {
  it.each([
    ['notices: [genral]', 'genral', 'notice-unknown', 'Did you mean `general`?'],
    ['topics: {exclude: [hand]}', 'hand', 'topic-unknown', 'Did you mean `hands`?'],
    ['topics: {include: [feet-*]}', 'feet-*', 'topic-unknown', 'Known: `hands`.'],
    ['topic-notices: {hand: [general]}', 'hand', 'topic-unknown', 'Did you mean `hands`?'],
    ['topic-notices: {hands: [emergancy]}', 'emergancy', 'notice-unknown', 'Did you mean `emergency`?'],
  ])('%s is a fault at the name', async (line, name, rule, hint) => {
    const text = `name: A\n${line}\n`
    const { faults, reading } = await open({ [fileOf('a')]: text })
    expect(reading?.organization).toBeUndefined()
    expect(faults).toMatchObject([{ rule, file: fileOf('a'), ...placeOf(text, name), hint }])
  })

  it('include everything when nothing is there yet', async () => {
    const { root } = await library({ [fileOf('a')]: 'name: A\ntopics: {include: ["*"]}\n' })
    const { organizations } = await openLibrary(await defaultSettings(root))
    expect(organizations.find(({ id }) => id === 'a')?.messages).toEqual([])
  })
})

describe('notices of a topic', () => {
  it('come after those of every handout, each once, and the nearest words for a topic win', async () => {
    const { theme } = await themeOfYoungest(
      familyFiles({
        c: 'topic-notices: {hands: [veterinary], "*": [general]}',
        b: 'topic-notices: {hands: [off-label, general]}',
      }),
    )
    const topic = topicOf('', { notices: ['controlled-substance', 'off-label'] })
    expect(noticesOf(topic, theme).notices.map(({ id }) => id)).toEqual([
      'general',
      'off-label',
      'controlled-substance',
    ])
  })
})
