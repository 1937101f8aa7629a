// One change of one input in, exactly the handouts that depend on it out: none stale, none needless, each with its reason.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildLibrary } from '../helpers/build.js'
import { clinic, type Files, library, picture } from '../helpers/library.js'
import { bodyWith, topicText } from '../helpers/topic.js'

const hands = 'content/hands/en.md'
const organization = 'templates/organizations/other/organization.yaml'
const handsBody = bodyWith(`:::easy
Only easy words stand here.
:::

:::detailed
Only detailed vocabulary stands here.
:::

:::for{organization=other}
Words of one organization alone.
:::

:::for{from=medium}
Words of longer handouts alone.
:::

A :term[germ] is small.
`)
const meta = { terms: '{germ: a tiny living thing}' }
const feetBody = bodyWith('![A foot](foot.svg "A foot")\n')

const one = await library({
  [hands]: topicText(handsBody, meta),
  'content/feet/en.md': topicText(feetBody),
  'content/feet/foot.svg': picture,
  [organization]: 'name: Other Clinic\nextends: clinic\nlogo: {file: logo.svg, alt: Logo}\n',
  'templates/organizations/other/logo.svg': picture,
  'handout.yaml': 'deadline: 50\n',
})

/** Every id of the library, narrowed by words that stand in it. */
function ids(...words: string[]): string[] {
  return ['clinic', 'other']
    .flatMap((id) =>
      ['feet', 'hands'].flatMap((topic) => [`${id}/en/${topic}/detailed`, `${id}/en/${topic}/easy`]),
    )
    .map((id) => `${id}/short/standard`)
    .filter((id) => words.every((word) => id.split('/').includes(word)))
}

let text = topicText(handsBody, meta)

/** Replaces words in the topic `hands`. */
function edit(from: string, to: string): Files {
  if (!text.includes(from)) throw new Error(`${from} does not stand in the topic`)
  text = text.replace(from, to)
  return { [hands]: text }
}

const append = async (file: string, more: string): Promise<Files> => ({
  [file]: `${await one.read(file)}${more}`,
})
const replace = async (file: string, from: string, to: string): Promise<Files> => {
  const before = await one.read(file)
  if (!before.includes(from)) throw new Error(`${from} does not stand in ${file}`)
  return { [file]: before.replace(from, to) }
}
const otherPicture = picture.replace('0 0h40', '0 0h39')

/** What is changed, the handouts that depend on it, and the name it is told by. */
const changes: readonly [string, () => Files | Promise<Files>, string[], string?][] = [
  ['words of one level', () => edit('Only easy', 'Just easy'), ids('hands', 'easy'), `${hands}: `],
  [
    'words of one organization',
    () => edit('of one organization', 'for one organization'),
    ids('hands', 'other'),
    `${hands}: `,
  ],
  ['words of a length that is not made', () => edit('longer handouts', 'long handouts'), []],
  ['line ends and blanks', () => edit('A :term', '\n\nA :term'), []],
  ['the title', () => edit('Washing your hands', 'Clean hands'), ids('hands'), `${hands}: title`],
  [
    'codes for other systems, which are not printed',
    () => edit('audience: patient', 'audience: patient\ncodes: {icd-10-cm: [Z00]}'),
    [],
  ],
  [
    'the date of the review',
    () => edit('2026-11-22, every', '2026-11-21, every'),
    ids('hands'),
    `${hands}: review`,
  ],
  ['the meaning of a term', () => edit('a tiny living', 'a very tiny living'), ids('hands'), `${hands}: `],
  ['a picture', () => ({ 'content/feet/foot.svg': otherPicture }), ids('feet'), 'content/feet/foot.svg'],
  ['a picture that nobody shows', () => ({ 'content/feet/unused.svg': otherPicture }), []],
  ['a text in another language', () => ({ 'content/hands/es.md': topicText(handsBody, meta) }), []],
  [
    'a partial',
    () => append('templates/partials/title.hbs', '<p>More.</p>'),
    ids(),
    'templates/partials/title.hbs',
  ],
  ['a partial that no template names', () => ({ 'templates/partials/unused.hbs': '<p>Nothing.</p>' }), []],
  [
    'a common style',
    () => append('templates/styles/10-base.css', '\nh1 { color: black }\n'),
    ids(),
    'templates/styles/10-base.css',
  ],
  [
    'a style of one organization',
    () => ({ 'templates/organizations/other/styles.css': 'h2 { color: black }\n' }),
    ids('other'),
    'templates/organizations/other/styles.css',
  ],
  [
    'a label',
    () => replace('templates/labels/en.yaml', 'version:', 'version: "Edition {version}" #'),
    ids(),
    'labels for en',
  ],
  [
    'a label that is not printed',
    () => replace('templates/labels/en.yaml', 'qr-code:', 'qr-code: "A code {address}" #'),
    [],
  ],
  ['a label of another language', () => append('templates/labels/es.yaml', '\n# no word\n'), []],
  [
    'a notice',
    () => append('templates/notices/general/en.md', '\nAsk us.\n'),
    ids(),
    'templates/notices/general/en.md',
  ],
  ['a notice nobody needs', () => append('templates/notices/emergency/en.md', '\nAsk us.\n'), []],
  [
    'the contact of one organization',
    () => append(organization, 'contact: {phone: 555-0100}\n'),
    ids('other'),
    organization,
  ],
  [
    'a colour that others inherit',
    () => ({ 'templates/organizations/clinic/organization.yaml': `${clinic}colors: {primary: "#123456"}\n` }),
    ids(),
    'organization.yaml',
  ],
  [
    'a logo',
    () => ({ 'templates/organizations/other/logo.svg': otherPicture }),
    ids('other'),
    'templates/organizations/other/logo.svg',
  ],
  [
    'what one organization adds to a topic',
    () => ({
      'templates/organizations/other/topics/hands/en.md':
        ':::after[Why it helps]\nWe have soap at the desk.\n:::\n',
    }),
    ids('hands', 'other'),
  ],
  ['a setting that no page depends on', () => ({ 'handout.yaml': 'deadline: 40\njobs: 1\n' }), []],
  [
    'the pages a length may have',
    () => ({
      'handout.yaml':
        'lengths: {short: {pages: 2, large-print-pages: 3}, medium: {pages: 3, large-print-pages: 5}}\n',
    }),
    ids(),
    'settings: ',
  ],
  ['nothing', () => ({}), []],
]

describe('a change', async () => {
  it('is none at the first build: everything is made', async () => {
    const built = await buildLibrary(one)
    expect(built.messages.filter(({ fatal }) => fatal)).toEqual([])
    expect(built.made).toEqual(ids())
    expect(new Set([...built.why.values()].flat())).toEqual(new Set(['not made before']))
  })

  for (const [what, change, expected, name] of changes)
    it(`of ${what} makes ${expected.length} of ${ids().length}`, async () => {
      await one.write(await change())
      const built = await buildLibrary(one)
      expect(built.messages.filter(({ fatal }) => fatal)).toEqual([])
      expect(built.made).toEqual(expected)
      expect(built.summary).toMatchObject({
        made: expected.length,
        failed: 0,
        kept: ids().length - expected.length,
      })
      if (name !== undefined)
        for (const why of built.why.values())
          expect(
            why.some((part) => part.includes(name)),
            why.join(),
          ).toBe(true)
    })

  it('leaves the same files as a build of everything from nothing', async () => {
    const out = path.join(one.root, 'clean')
    const clean = await buildLibrary(one, { out, noCache: true })
    expect(clean.made).toEqual(ids())
    expect(await readFile(path.join(out, 'SHA256SUMS'), 'utf8')).toBe(await one.read('output/SHA256SUMS'))
  })
})
