// Input at fault in, rule, file, line, column and exit code out: what authors, template makers and scripts meet.
import { access, symlink } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { MessageRecord } from '../../src/model/message.js'
import { buildJson, handout, oneVariant, places } from '../helpers/cli.js'
import { clinic, type Files, library, picture } from '../helpers/library.js'
import { bodyWith, placeOf, requiredBlocks, topicText } from '../helpers/topic.js'

const file = 'content/hands/en.md'
const organizationFile = 'templates/organizations/clinic/organization.yaml'

/** Builds a library with one topic and expects exactly one fault, where `at` stands. */
async function expectFault(
  files: Record<string, string | Uint8Array | undefined>,
  expected: { rule: string; file: string; at: string },
): Promise<MessageRecord> {
  const { root } = await library({ [file]: topicText(), ...files })
  const { code, messages } = await buildJson(root)
  const text = files[expected.file]
  if (typeof text !== 'string') throw new TypeError(`${expected.file} is not among the files`)
  const [message] = messages
  expect(places(messages)).toEqual([
    { rule: expected.rule, file: expected.file, ...placeOf(text, expected.at) },
  ])
  expect(code).toBe(1)
  if (!message) throw new Error('unreachable')
  expect(message.severity).toBe('error')
  expect(message.text).not.toBe('')
  expect(message.hint).not.toBe('')
  return message
}

interface Case {
  readonly what: string
  readonly body: string
  /** Words at the start of the fault. */
  readonly at: string
  readonly rule: string
}

const pictures: Files = {
  'content/hands/there.svg': picture,
  'content/other/x.svg': picture,
}

describe.concurrent('a topic', () => {
  it.each<Case>([
    {
      what: 'an unknown directive',
      body: ':::warnnig\nA.\n:::',
      at: ':::warnnig',
      rule: 'directive-unknown',
    },
    { what: 'a misspelt level', body: ':::note{level=eazy}\nA.\n:::', at: ':::note', rule: 'level-unknown' },
    { what: 'a missing alt', body: 'A ![](there.svg) b.', at: '![]', rule: 'picture-alt' },
    { what: 'a missing picture', body: 'A ![a](gone.svg) b.', at: '![a]', rule: 'picture-missing' },
    { what: '../ in a picture path', body: 'A ![a](../other/x.svg) b.', at: '![a]', rule: 'picture-outside' },
    {
      what: 'a picture from the network',
      body: 'A ![a](https://example.org/x.png) b.',
      at: '![a]',
      rule: 'picture-outside',
    },
    { what: 'raw HTML as a block', body: '<div>\nA.\n</div>', at: '<div>', rule: 'raw-html' },
    { what: 'a # heading', body: '# Hands', at: '# Hands', rule: 'heading-one' },
    { what: 'an unknown cite', body: 'Wash :cite[whoo].', at: ':cite', rule: 'cite-unknown' },
    { what: 'an unknown term', body: 'A :term[gem].', at: ':term', rule: 'term-unknown' },
  ])('with $what', async ({ body, at, rule }) => {
    await expectFault({ ...pictures, [file]: topicText(bodyWith(body)) }, { rule, file, at })
  })

  it('with raw HTML in a line names each tag', async () => {
    const text = topicText(bodyWith('Wash <b>well</b>.'))
    const { root } = await library({ [file]: text })
    const { code, messages } = await buildJson(root)
    expect(places(messages)).toEqual([
      { rule: 'raw-html', file, ...placeOf(text, '<b>') },
      { rule: 'raw-html', file, ...placeOf(text, '</b>') },
    ])
    expect(code).toBe(1)
  })

  it('with an unknown front-matter key names the nearest', async () => {
    const text = topicText(requiredBlocks, { audience: undefined, audiense: 'patient' })
    const { root } = await library({ [file]: text })
    const { code, messages } = await buildJson(root)
    expect(places(messages)).toEqual([
      { rule: 'front-matter-missing-key', file, line: 2, column: 1 },
      { rule: 'front-matter-unknown-key', file, ...placeOf(text, 'audiense') },
    ])
    expect(messages[1]?.hint).toContain('`audience`')
    expect(code).toBe(1)
  })

  it('that is a link out of its folder, with a picture', async () => {
    const text = topicText(bodyWith('![a](link.svg)'))
    const { root, path } = await library({ [file]: text, 'secret.svg': picture })
    await symlink(path('secret.svg'), path('content/hands/link.svg'))
    const { code, messages } = await buildJson(root)
    expect(places(messages)).toEqual([{ rule: 'picture-outside', file, ...placeOf(text, '![a]') }])
    expect(code).toBe(1)
  })

  it('without a required block', async () => {
    const { root } = await library({
      [file]: topicText(requiredBlocks.replace(/:::actions[\s\S]*?:::\n/, '')),
    })
    const { code, messages } = await buildJson(root)
    expect(places(messages)).toEqual([{ rule: 'block-missing', file, line: 1, column: 1 }])
    expect(messages[0]?.text).toContain(':::actions')
    expect(code).toBe(1)
  })

  it('over its page budget says by how much and which sections are longest', async () => {
    const long = Array.from({ length: 60 }, (_, index) => `Wash your hands ${index} times.\n`).join('\n')
    const { root } = await library({ [file]: topicText(bodyWith(`## Often\n\n${long}`)) })
    const { code, messages } = await buildJson(root)
    expect(places(messages)).toEqual([{ rule: 'page-budget', file, line: 1, column: 1 }])
    expect(messages[0]?.text).toMatch(
      /needs \d+ pages, \d+ more than the budget of 1: about \d+ lines too many/,
    )
    expect(messages[0]?.hint).toContain('“Often”')
    expect(code).toBe(1)
  })
})

describe('many topics at fault', () => {
  const cases: readonly Case[] = [
    {
      what: 'a misspelt level directive',
      body: ':::easyy\nA.\n:::',
      at: ':::easyy',
      rule: 'directive-unknown',
    },
    { what: 'a misspelt level in a line', body: 'Wash :eazy[well].', at: ':eazy', rule: 'directive-unknown' },
    {
      what: 'an unknown length',
      body: ':::for{from=longish}\nA.\n:::',
      at: ':::for',
      rule: 'length-unknown',
    },
    {
      what: 'an unknown organization',
      body: ':::for{organization=clinik}\nA.\n:::',
      at: ':::for',
      rule: 'organization-unknown',
    },
    {
      what: 'an unknown edition',
      body: ':::for{edition=large}\nA.\n:::',
      at: ':::for',
      rule: 'edition-unknown',
    },
    {
      what: 'an unknown attribute',
      body: ':::note{levle=easy}\nA.\n:::',
      at: ':::note',
      rule: 'attribute-unknown',
    },
    {
      what: 'a directive in the wrong form',
      body: '::warning[Hot]',
      at: '::warning',
      rule: 'directive-form',
    },
    { what: 'a directive without its words', body: '::blank', at: '::blank', rule: 'directive-label' },
    {
      what: 'lengths the wrong way round',
      body: ':::for{from=long until=short}\nA.\n:::',
      at: ':::for',
      rule: 'condition-empty',
    },
    { what: 'a broken picture', body: 'A ![a](broken.png) b.', at: '![a]', rule: 'picture-broken' },
    {
      what: 'an encoded ../ in a picture path',
      body: 'A ![a](%2e%2e/x.svg) b.',
      at: '![a]',
      rule: 'picture-outside',
    },
    {
      what: 'a picture from the network by reference',
      body: 'A ![a][pic] b.\n\n[pic]: https://example.org/x.png',
      at: '![a]',
      rule: 'picture-outside',
    },
    {
      what: 'a picture of a file address',
      body: 'A ![a](file:///etc/hosts) b.',
      at: '![a]',
      rule: 'picture-outside',
    },
    { what: 'a #### heading', body: '#### Hands', at: '#### Hands', rule: 'heading-deep' },
    {
      what: 'a link that cannot be printed',
      body: 'A [b](javascript:alert(1)).',
      at: '[b]',
      rule: 'link-address',
    },
    { what: 'a block that is never closed', body: ':::note\nA.', at: ':::note', rule: 'fence-open' },
    {
      what: 'numbers of an icon array',
      body: '::icon-array{count=9 of=3 label="a"}',
      at: '::icon-array',
      rule: 'icon-array-numbers',
    },
    {
      what: 'an icon array without words',
      body: '::icon-array{count=1 of=3}',
      at: '::icon-array',
      rule: 'icon-array-label',
    },
    {
      what: 'the address of a QR code',
      body: '::qr{to="ftp://example.org"}',
      at: '::qr',
      rule: 'qr-address',
    },
    { what: 'lines to write on', body: '::write[Notes]{lines=none}', at: '::write', rule: 'write-lines' },
  ]
  const topicOf = (index: number) => `case-${index}`
  let found: Awaited<ReturnType<typeof buildJson>>

  beforeAll(async () => {
    const texts = cases.map(({ body }, index) => [
      `content/${topicOf(index)}/en.md`,
      topicText(bodyWith(body)),
    ])
    const { root } = await library({
      ...Object.fromEntries(texts),
      ...Object.fromEntries(
        cases.map((_, index) => [`content/${topicOf(index)}/broken.png`, 'not a picture']),
      ),
      [file]: topicText(),
    })
    found = await buildJson(root)
  })

  it('are all told in one run, and the one without a fault is made', () => {
    expect(found.code).toBe(1)
    expect(found.messages).toHaveLength(cases.length)
    expect(found.stderr).toMatch(new RegExp(`made +kept +failed[\\s\\S]*\\n +1 +0 +${cases.length} `))
  })

  it.each(cases.map((one, index) => ({ ...one, index })))('with $what', ({ body, at, rule, index }) => {
    const own = `content/${topicOf(index)}/en.md`
    const messages = found.messages.filter((message) => message.file === own)
    expect(places(messages)).toEqual([{ rule, file: own, ...placeOf(topicText(bodyWith(body)), at) }])
    expect(messages[0]).toMatchObject({ severity: 'error', hint: expect.stringMatching(/\w/) })
  })
})

describe.concurrent('a template', () => {
  it('that names a value there is not', async () => {
    const text = '{{> masthead}}\n<main>\n  <p>{{organisation.name}}</p>\n</main>\n'
    const message = await expectFault(
      { 'templates/handout.hbs': text },
      { rule: 'template-value-missing', file: 'templates/handout.hbs', at: 'organisation' },
    )
    expect(message.text).toContain('`organisation.name`')
  })

  it('that names a value there is not, in a partial', async () => {
    const partial = 'templates/partials/title.hbs'
    await expectFault(
      { [partial]: '<h1>{{title}}</h1>\n<p>\n  {{level.lable}}</p>\n' },
      { rule: 'template-value-missing', file: partial, at: 'level.lable' },
    )
  })

  it('with a partial that includes itself', async () => {
    const partial = 'templates/partials/title.hbs'
    await expectFault(
      { [partial]: '<h1>{{title}}</h1>\n  {{> title}}\n' },
      { rule: 'partial-loop', file: partial, at: '{{> title}}' },
    )
  })

  it('with a partial there is not', async () => {
    await expectFault(
      { 'templates/handout.hbs': '<main>\n{{> mastheat}}</main>\n' },
      { rule: 'partial-unknown', file: 'templates/handout.hbs', at: '{{> mastheat}}' },
    )
  })

  it('with a block that is not closed', async () => {
    const { root } = await library({
      [file]: topicText(),
      'templates/handout.hbs': '<main>\n{{#if title}}\n<p>{{/each}}</main>\n',
    })
    const { code, messages } = await buildJson(root)
    expect(messages[0]).toMatchObject({
      rule: 'template-syntax',
      file: 'templates/handout.hbs',
      line: 3,
      column: 4,
      text: '`{{#if}}` of line 2 is closed by `{{/each}}`.',
    })
    expect(code).toBe(1)
  })
})

describe.concurrent('an organization', () => {
  const styles = 'templates/organizations/clinic/styles.css'

  it('whose styles lead outside', async () => {
    await expectFault(
      {
        [styles]:
          '/* ours */\nh1 { color: black }\n.masthead { background: url(https://example.org/wave.png) }\n',
      },
      { rule: 'style-network', file: styles, at: 'url(https://example.org/wave.png' },
    )
  })

  it('whose partials bring a frame', async () => {
    const partial = 'templates/organizations/clinic/partials/title.hbs'
    await expectFault(
      { [partial]: '<h1>{{title}}</h1>\n<iframe src="https://example.org/"></iframe>\n' },
      { rule: 'request-blocked', file: partial, at: 'https://example.org' },
    )
  })

  it('whose styles ask for a file beside them', async () => {
    await expectFault(
      {
        [styles]: "h1 { color: black }\nh1 { background: url('x.png') }\n",
      },
      { rule: 'style-network', file: styles, at: "url('x.png" },
    )
  })

  it.each([
    { what: 'broken', rule: 'logo-broken', name: 'logo.png', bytes: 'no picture' },
    {
      what: 'a script',
      rule: 'logo-broken',
      name: 'logo.svg',
      bytes: picture.replace('<path', '<script>1</script><path'),
    },
    { what: 'missing', rule: 'logo-missing', name: 'gone.png', bytes: undefined },
    { what: 'outside its folder', rule: 'logo-outside', name: '../../../logo.svg', bytes: undefined },
  ])('with a logo that is $what', async ({ rule, name, bytes }) => {
    await expectFault(
      {
        [organizationFile]: `${clinic}logo:\n  file: ${name}\n  alt: Testing Clinic\n`,
        ...(bytes === undefined ? {} : { [`templates/organizations/clinic/${name}`]: bytes }),
      },
      { rule, file: organizationFile, at: name },
    )
  })

  it('that extends one there is not', async () => {
    await expectFault(
      { [organizationFile]: `${clinic}extends: lakeside\n` },
      { rule: 'organization-unknown', file: organizationFile, at: 'lakeside' },
    )
  })

  it('with a key there is not', async () => {
    await expectFault(
      { [organizationFile]: `${clinic}papper: a4\n` },
      { rule: 'organization-unknown-key', file: organizationFile, at: 'papper' },
    )
  })
})

describe.concurrent('one at fault', () => {
  it('never stops the others, and leaves no outdated file', async () => {
    const { root, path, write } = await library({ [file]: topicText(), 'content/feet/en.md': topicText() })
    const pdf = (topic: string) => path(`output/clinic/en/${topic}/${topic}.easy.short.pdf`)
    const first = await handout(['build', '--root', root, ...oneVariant])
    expect(first).toMatchObject({ code: 0 })
    await access(pdf('hands'))
    await write({ [file]: topicText(bodyWith('# Hands')), 'content/arms/en.md': topicText() })
    const second = await buildJson(root)
    expect(second.code).toBe(1)
    expect(second.messages.map(({ rule }) => rule)).toEqual(['heading-one'])
    await expect(access(pdf('hands'))).rejects.toThrow()
    await access(pdf('feet'))
    await access(pdf('arms'))
  })

  it('is an organization: its outdated files go, those of others are made', async () => {
    const { root, path, write } = await library({
      [file]: topicText(),
      'templates/organizations/other/organization.yaml': clinic,
    })
    await handout(['build', '--root', root, ...oneVariant])
    const pdf = (organization: string) => path(`output/${organization}/en/hands/hands.easy.short.pdf`)
    await access(pdf('clinic'))
    await write({ [organizationFile]: `${clinic}paper: a5\n`, [file]: topicText(bodyWith('More words.')) })
    const { code, messages } = await buildJson(root)
    expect(code).toBe(1)
    expect(messages.map(({ rule }) => rule)).toEqual(['organization-wrong-value'])
    await expect(access(pdf('clinic'))).rejects.toThrow()
    await access(pdf('other'))
  })
})
