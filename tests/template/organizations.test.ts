// Organization files in, organizations with what they inherit or the faults of the whole family out.
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { HandoutError } from '../../src/model/error.js'
import { toRecord } from '../../src/model/message.js'
import { forLanguage } from '../../src/model/organization.js'
import { readOrganizations } from '../../src/template/organizations.js'
import { type Files, library, picture } from '../helpers/library.js'

/** Reads organizations given as the texts of their files. */
async function read(texts: Readonly<Record<string, string>>, more: Files = {}) {
  const files = Object.entries(texts).map(([id, text]) => [
    `templates/organizations/${id}/organization.yaml`,
    text,
  ])
  const { root } = await library({
    ...Object.fromEntries(files),
    'templates/organizations/clinic': undefined,
    ...more,
  })
  const readings = await readOrganizations(path.join(root, 'templates', 'organizations'), root)
  return new Map(
    readings.map((reading) => [
      reading.id,
      { ...reading, faults: reading.messages.map((one) => toRecord(one)) },
    ]),
  )
}

const fileOf = (id: string) => `templates/organizations/${id}/organization.yaml`

describe('an organization', () => {
  it('needs nothing but a name', async () => {
    const found = (await read({ a: 'name: A\n' })).get('a')
    expect(found?.faults).toEqual([])
    expect(found?.organization).toMatchObject({
      id: 'a',
      chain: ['a'],
      name: 'A',
      languages: ['en'],
      paper: 'letter',
      notices: [],
      topics: { include: ['*'], exclude: [] },
      logo: undefined,
      contact: {},
    })
  })

  it('without a name is at fault', async () => {
    const found = (await read({ a: 'paper: a4\n' })).get('a')
    expect(found?.organization).toBeUndefined()
    expect(found?.faults).toMatchObject([{ rule: 'organization-missing-key', file: fileOf('a'), line: 1 }])
  })

  it('without its file is at fault', async () => {
    const found = (await read({}, { 'templates/organizations/a/logo.svg': picture })).get('a')
    expect(found?.faults).toMatchObject([{ rule: 'organization-missing', file: fileOf('a') }])
  })

  it('in a folder whose name is no id is at fault', async () => {
    const found = (await read({ 'My Clinic': 'name: A\n' })).get('My Clinic')
    expect(found?.faults).toMatchObject([{ rule: 'organization-id', line: 1, column: 1 }])
  })

  it('has its texts in one language or in several', async () => {
    const { organization } = (await read({ a: 'name: {en: Lake, es: Lago}\n' })).get('a') ?? {}
    const name = organization?.name ?? ''
    expect(['en', 'es', 'es-MX', 'fr'].map((language) => forLanguage(name, language))).toEqual([
      'Lake',
      'Lago',
      'Lago',
      'Lake',
    ])
  })

  it('has its faults told all at once, each at its place', async () => {
    const found = (
      await read({
        a: 'name: A\npaper: a5\ncolors: {primary: red, accent: "#12345"}\nlanguages: []\nlogoo: x\n',
      })
    ).get('a')
    expect(found?.faults.map(({ rule, line, column }) => `${line}:${column} ${rule}`)).toEqual([
      '2:8 organization-wrong-value',
      '3:19 organization-wrong-value',
      '3:32 organization-wrong-value',
      '4:12 organization-wrong-value',
      '5:1 organization-unknown-key',
    ])
  })
})

describe('two languages side by side', () => {
  const base = 'name: A\nlanguages: [en, es]\n'

  it('are named in order, and inherited', async () => {
    const found = await read({
      a: `${base}bilingual: [es, en]\n`,
      b: 'extends: a\n',
      c: 'extends: a\nlanguages: [en]\nbilingual: []\n',
      d: base,
    })
    expect(['a', 'b', 'c', 'd'].map((id) => found.get(id)?.organization?.bilingual)).toEqual([
      ['es', 'en'],
      ['es', 'en'],
      undefined,
      undefined,
    ])
    expect([...found.values()].flatMap(({ faults }) => faults)).toEqual([])
  })

  it.each([
    ['one', 'bilingual: [en]', '3:12', 'Name two languages, as in `[en, es]`.'],
    ['three', 'bilingual: [en, es, ar]', '3:12', 'Name two languages, as in `[en, es]`.'],
    ['twice the same', 'bilingual: [es, es]', '3:12', 'Name two different languages.'],
    ['no list', 'bilingual: en', '3:12', 'Write a list: `[one, two]`.'],
  ])('are two: %s is refused', async (_what, line, place, hint) => {
    const [fault] = (await read({ a: `${base}${line}\n` })).get('a')?.faults ?? []
    expect(fault).toMatchObject({ rule: 'organization-wrong-value', hint })
    expect(`${fault?.line}:${fault?.column}`).toBe(place)
  })

  it('are languages of the organization, also where one key of the two is inherited', async () => {
    const found = await read({
      a: `${base}bilingual: [en, ar]\n`,
      top: `${base}bilingual: [en, es]\n`,
      own: 'extends: top\nname: Own\nlanguages: [es]\n',
    })
    expect(found.get('a')?.faults).toMatchObject([
      {
        rule: 'bilingual-language',
        file: fileOf('a'),
        line: 3,
        column: 17,
        text: '`ar` is to be printed side by side, and is none of the languages `[en, es]`.',
        hint: 'Add it to `languages`, or write `bilingual: []` where there is to be no bilingual edition.',
      },
    ])
    expect(found.get('own')?.organization).toBeUndefined()
    expect(found.get('own')?.faults).toMatchObject([
      { rule: 'bilingual-language', file: fileOf('top'), line: 3, column: 13 },
    ])
  })
})

describe('inheritance', () => {
  const family = {
    top: 'name: Top\npaper: a4\nlanguages: [en, es]\ncolors: {primary: "#111111", accent: "#222222"}\nnotices: [general]\ncontact: {phone: 555-0100, url: top.example.org}\nlogo: {file: logo.svg, alt: Top}\n',
    middle: 'extends: top\ntagline: Near you\ncolors: {accent: "#333333"}\ncontact: {phone: 555-0101}\n',
    own: 'extends: middle\nname: Own\nnotices: []\n',
  }
  const logo = { 'templates/organizations/top/logo.svg': picture }

  it('takes what is not named from the nearest that names it, at any depth', async () => {
    const { organization, faults } = (await read(family, logo)).get('own') ?? {}
    expect(faults).toEqual([])
    expect(organization).toMatchObject({
      name: 'Own',
      chain: ['own', 'middle', 'top'],
      tagline: 'Near you',
      paper: 'a4',
      languages: ['en', 'es'],
      notices: [],
      colors: { primary: '#111111', accent: '#333333', text: '#1b1b1b' },
      contact: { phone: '555-0101', url: 'top.example.org' },
      logo: { alt: 'Top', picture: { path: 'templates/organizations/top/logo.svg' } },
    })
  })

  it('leaves the parent as it is', async () => {
    const { organization } = (await read(family, logo)).get('top') ?? {}
    expect(organization).toMatchObject({ chain: ['top'], tagline: undefined, contact: { phone: '555-0100' } })
  })

  it('in a loop is a fault of everyone in it, at the `extends` that closes it', async () => {
    const found = await read({ a: 'name: A\nextends: b\n', b: 'name: B\nextends: c\n', c: 'extends: a\n' })
    for (const id of ['a', 'b', 'c']) {
      expect(found.get(id)?.organization).toBeUndefined()
      expect(found.get(id)?.faults).toHaveLength(1)
    }
    expect(found.get('a')?.faults).toMatchObject([
      { rule: 'organization-loop', file: fileOf('c'), line: 1, column: 10 },
    ])
    expect(found.get('a')?.faults[0]?.text).toContain('a → b → c → a')
  })

  it('from itself is a loop', async () => {
    const found = await read({ a: 'name: A\nextends: a\n' })
    expect(found.get('a')?.faults).toMatchObject([{ rule: 'organization-loop', line: 2, column: 10 }])
  })

  it('from one there is not names the nearest', async () => {
    const found = await read({ lakeside: 'name: L\n', a: 'name: A\nextends: lakside\n' })
    expect(found.get('a')?.faults).toMatchObject([
      { rule: 'organization-unknown', line: 2, column: 10, hint: 'Did you mean `lakeside`?' },
    ])
    expect(found.get('lakeside')?.organization).toBeDefined()
  })

  it('from one at fault says where that is', async () => {
    const found = await read({ top: 'name: T\npaper: a5\n', a: 'name: A\nextends: top\n' })
    expect(found.get('a')?.organization).toBeUndefined()
    expect(found.get('a')?.faults).toMatchObject([
      { rule: 'organization-parent', file: fileOf('a'), line: 2, column: 10 },
    ])
  })
})

describe('a logo', () => {
  it.each([
    ['missing', 'logo.svg', {}, 'logo-missing'],
    ['out of its folder', '../b/logo.svg', { 'templates/organizations/b/logo.svg': picture }, 'logo-outside'],
    ['an absolute path', '/etc/hosts', {}, 'logo-outside'],
    ['no picture', 'logo.svg', { 'templates/organizations/a/logo.svg': 'words' }, 'logo-broken'],
    [
      'one that fetches',
      'logo.svg',
      {
        'templates/organizations/a/logo.svg': picture.replace(
          '<path',
          '<image href="https://example.org/x.png"/><path',
        ),
      },
      'logo-broken',
    ],
  ])('that is %s is a fault where it is named', async (_what, file, more, rule) => {
    const found = (await read({ a: `name: A\nlogo:\n  file: ${file}\n  alt: A\n` }, more)).get('a')
    expect(found?.organization).toBeUndefined()
    expect(found?.faults).toMatchObject([{ rule, file: fileOf('a'), line: 3, column: 9 }])
  })
})

describe('the folder of organizations', () => {
  it('that is missing is a failure of the surroundings', async () => {
    await expect(readOrganizations('/no/such/folder', '/no/such')).rejects.toMatchObject({
      code: 'folder-unreadable',
      kind: 'outside',
    })
    await expect(readOrganizations('/no/such/folder', '/no/such')).rejects.toBeInstanceOf(HandoutError)
  })
})
