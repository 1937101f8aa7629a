// Brands in, what is wrong with them out: message, place, and a suggestion that holds when it is taken.
import { describe, expect, it } from 'vitest'
import { Brands } from '../../../src/batch/brands.js'
import { openLibrary } from '../../../src/batch/library.js'
import { toRecord } from '../../../src/model/message.js'
import { type Files, library, repository } from '../../helpers/library.js'
import { defaultSettings } from '../../helpers/settings.js'
import { placeOf } from '../../helpers/topic.js'

const organizationFile = 'templates/organizations/clinic/organization.yaml'
const stylesFile = 'templates/organizations/clinic/styles.css'

async function judged(files: Files, id = 'clinic') {
  const { root } = await library({ [organizationFile]: 'name: Clinic\ntagline: For all\n', ...files })
  const settings = await defaultSettings(root)
  const opened = await openLibrary(settings)
  const found = opened.organizations.find((one) => one.id === id)
  if (!found?.organization) throw new Error(JSON.stringify(found?.messages.map(toRecord)))
  const { theme, messages } = await new Brands({ settings, library: opened }).theme(found.organization, 'en')
  return { usable: theme !== undefined, records: messages.map((one) => toRecord(one)) }
}

const yaml = (colors: string) => `name: Clinic\ncolors:\n  ${colors}\n`

describe('the organizations of the library', () => {
  it('have nothing wrong with them', async () => {
    const settings = await defaultSettings(repository)
    const opened = await openLibrary(settings)
    const brands = new Brands({ settings, library: opened })
    const found: unknown[] = []
    for (const organization of opened.usable)
      for (const language of organization.languages) {
        const { messages } = await brands.theme(organization, language)
        found.push(...messages.map((one) => [organization.id, toRecord(one)]))
      }
    expect(found).toEqual([])
  })
})

describe('a style of the bilingual edition', () => {
  const styles = '[data-edition="bilingual"] .side h1 { color: #c8c8c8 }\n'
  const clinic = 'name: Clinic\nlanguages: [en, es]\n'

  it('is judged where there is such an edition', async () => {
    const files = { [organizationFile]: `${clinic}bilingual: [en, es]\n`, [stylesFile]: styles }
    const { usable, records } = await judged(files)
    expect(usable).toBe(false)
    expect(records).toMatchObject([
      { rule: 'brand-contrast', file: stylesFile, ...placeOf(styles, 'color: #c8c8c8') },
    ])
  })

  it('is of no account where there is none', async () => {
    const { records } = await judged({ [organizationFile]: clinic, [stylesFile]: styles })
    expect(records).toEqual([])
  })
})

describe('a colour of the organization', () => {
  it('too light for text is told with the nearest that passes, which passes', async () => {
    const text = yaml('primary: "#7aa5c0"')
    const { usable, records } = await judged({ [organizationFile]: text })
    expect(usable).toBe(false)
    expect(records).toMatchObject([
      {
        rule: 'brand-contrast',
        severity: 'error',
        file: organizationFile,
        ...placeOf(text, '"#7aa5c0"'),
      },
    ])
    expect(records[0]?.text).toMatch(
      /^`colors\.primary` \(#7aa5c0\) beside #[0-9a-f]{6} has a contrast of 2\.\d\d; text needs 4\.5 \(.*\.main-label.*\)\.$/,
    )
    const better = /`(#[0-9a-f]{6})`/.exec(records[0]?.hint ?? '')?.[1]
    expect((await judged({ [organizationFile]: yaml(`primary: "${better}"`) })).records).toEqual([])
  })

  it('each too light is told by itself', async () => {
    const { records } = await judged({
      [organizationFile]: 'name: Clinic\ncolors: {primary: "#7aa5c0", accent: "#f0b0a0", text: "#909090"}\n',
    })
    expect(records.map(({ rule, column }) => `${rule} ${column}`)).toEqual([
      'brand-contrast 19',
      'brand-contrast 38',
      'brand-contrast 55',
    ])
  })

  it('each too light leads to colours that pass, by taking what is suggested', async () => {
    let yaml = 'name: Clinic\ncolors: {primary: "#7aa5c0", accent: "#f0b0a0", text: "#909090"}\n'
    // Tints of a darker colour are darker too, so a second look may be needed.
    for (let round = 0; round < 3; round++) {
      const { records } = await judged({ [organizationFile]: yaml })
      const contrasts = records.filter(({ rule }) => rule.startsWith('brand-contrast'))
      if (contrasts.length === 0) return
      for (const { text, hint } of contrasts) {
        const [now = '', better = ''] = [text, hint].map((words) => /#[0-9a-f]{6}/.exec(words)?.[0])
        yaml = yaml.replace(now, better)
      }
    }
    expect.unreachable(yaml)
  })

  it('that comes from another organization is told there', async () => {
    const text = 'name: System\ncolors: {accent: "#f0b0a0"}\ntopics: {include: []}\n'
    const { records } = await judged({
      'templates/organizations/system/organization.yaml': text,
      [organizationFile]: 'name: Clinic\nextends: system\n',
    })
    expect(records).toMatchObject([
      {
        rule: 'brand-contrast',
        file: 'templates/organizations/system/organization.yaml',
        ...placeOf(text, '"#f0b0a0"'),
      },
    ])
  })

  it('that prints too grey is a warning', async () => {
    const text = yaml('accent: "#6c6ccc"')
    // 4.51 on white in colour, 4.48 in grey; on its own tint it fails in colour too.
    const { usable, records } = await judged({
      [organizationFile]: text,
      [stylesFile]: '.get-help-box.emergency { background: none }\n',
    })
    expect(usable).toBe(true)
    expect(records).toMatchObject([
      {
        rule: 'brand-contrast-grey',
        severity: 'warning',
        file: organizationFile,
        ...placeOf(text, '"#6c6ccc"'),
      },
    ])
    expect(records[0]?.text).toContain('has a contrast of 4.48 when printed without colour; text needs 4.5')
  })
})

describe('a colour of a style', () => {
  it.each([
    [
      'of words',
      '.notices {\n  color: #999;\n}\n',
      'color',
      '#999999 beside #ffffff has a contrast of 2.84; text needs 4.5',
    ],
    ['behind words', '.main-message { background: #35506b }\n', 'background', '#35506b beside'],
    [
      'of words in a nested rule',
      '[data-edition="large-print"] {\n  h1 { color: #aaa }\n}\n',
      'color',
      'large text needs 3',
    ],
    ['of a frame', '.warning { border-color: #ddd }\n', 'border-color', 'frames and drawings need 3'],
    [
      'of a line to write on',
      '.line { border-bottom: 1pt dotted #ccc }\n',
      'border-bottom',
      'frames and drawings need 3',
    ],
    [
      'of a small person',
      '.icon-array .counted { fill: #fdd; stroke: #fdd }\n',
      'fill',
      'frames and drawings need 3',
    ],
    [
      'in a custom property',
      ':root { --pale: #bbb }\n.tagline { color: var(--pale) }\n',
      '--pale',
      'text needs 4.5',
    ],
    ['half seen through', '.tagline { color: rgb(0 0 0 / 40%) }\n', 'color', 'text needs 4.5'],
    ['on a screen alone', '@media screen { a { color: #8af } }\n', 'color', 'text needs 4.5'],
    [
      'by way of !important',
      'p { color: #999 !important }\nbody p { color: #000 }\n',
      'color',
      'text needs 4.5',
    ],
  ])('%s is told where it is chosen', async (_what, css, at, words) => {
    const { usable, records } = await judged({ [stylesFile]: css })
    expect(usable).toBe(false)
    const [first] = records
    expect(first).toMatchObject({ rule: 'brand-contrast', file: stylesFile, ...placeOf(css, at) })
    expect(first?.text).toContain(words)
  })

  it.each([
    ['for ornament', '.section { border-top: 1pt solid #ddd } th { border: 1pt solid #eee }\n'],
    ['that another rule takes away again', '.tagline { color: #ccc }\n.masthead .tagline { color: #000 }\n'],
    ['that fits nothing', '.no-such-class { color: #eee }\n'],
    [
      'white on the primary colour',
      '.masthead { background: var(--primary) }\n.masthead, .masthead * { color: #fff }\n',
    ],
    ['where nothing is painted', '.note { border: none }\n.warning { border-color: transparent }\n'],
  ])('%s is fine', async (_what, css) => {
    expect((await judged({ [stylesFile]: css })).records).toEqual([])
  })

  it('over a picture cannot be told, which is a warning', async () => {
    const css = '.masthead {\n  background: linear-gradient(#fff, #000);\n}\n'
    const { usable, records } = await judged({ [stylesFile]: css })
    expect(usable).toBe(true)
    expect(records[0]).toMatchObject({
      rule: 'brand-contrast-unknown',
      severity: 'warning',
      file: stylesFile,
      ...placeOf(css, 'background'),
    })
  })
})

describe('a style', () => {
  it.each([
    [
      '@import "https://example.org/x.css";\n',
      '@import',
      'style-network',
      'error',
      'The style asks for "https://example.org/x.css".',
    ],
    ['@import url(x.css);\n', '@import', 'style-network', 'error', 'The style asks for url(x.css).'],
    [
      'h1 {\n  background: url("https://example.org/x.png");\n}\n',
      'url(',
      'style-network',
      'error',
      'The style asks for `https://example.org/x.png`.',
    ],
    [
      'h1 { background: url(logo.svg) }\n',
      'url(',
      'style-network',
      'error',
      'The style asks for `logo.svg`.',
    ],
    [
      'h1 { background: url(data:image/png;base64,AAAA) }\n',
      'url(',
      'style-network',
      'error',
      'The style asks for `data:image/png;base64,AAAA`.',
    ],
    [
      'h1 { background-image: image-set("x.png" 1x) }\n',
      'image-set',
      'style-network',
      'error',
      'The style asks for `x.png`.',
    ],
    [
      '@media screen { h1 { list-style-image: url(//example.org) } }\n',
      'url(',
      'style-network',
      'error',
      'The style asks for `//example.org`.',
    ],
    [
      '@font-face { font-family: Mine; src: local("Arial") }\n',
      '@font-face',
      'style-network',
      'error',
      'The style brings a font of its own.',
    ],
    [
      '@page { margin: 0 }\n',
      '@page',
      'style-page',
      'error',
      'Size, margins and footer of a page are computed, so `@page` is not used.',
    ],
    [
      'h1 { font-family: Arial, sans-serif }\n',
      'Arial',
      'font-unknown',
      'error',
      'There is no font `Arial`.',
    ],
    [
      'h1 { font-family: "Comic Sans MS" }\n',
      '"Comic',
      'font-unknown',
      'error',
      'There is no font `Comic Sans MS`.',
    ],
    ['h1 { font-weight: 600 }\n', '600', 'font-weight-missing', 'warning', 'The font has no weight 600.'],
    [
      'h1 { font: 300 12pt/1.2 var(--body-font) }\n',
      '300',
      'font-weight-missing',
      'warning',
      'The font has no weight 300.',
    ],
    [
      'h1 { font-style: italic }\n',
      'italic',
      'font-style-missing',
      'warning',
      'The font has no italics; they would be slanted letters.',
    ],
    ['h1 { colr: red }\n', 'colr', 'style-property-unknown', 'warning', 'There is no property `colr`.'],
    ['h1 { color: red\n', 'h1', 'style-syntax', 'error', 'This is not valid CSS: unclosed block.'],
    ['h1 { color red }\n', 'color', 'style-syntax', 'error', 'This is not valid CSS: unknown word color.'],
  ])('%j is told at its place', async (css, at, rule, severity, text) => {
    const { records } = await judged({ [stylesFile]: css })
    expect(records.filter((one) => one.rule === rule)).toEqual([
      expect.objectContaining({ rule, severity, file: stylesFile, ...placeOf(css, at), text }),
    ])
    expect(records[0]?.hint).not.toBe('')
  })

  it('may use the fonts there are, and draw with parts of the page', async () => {
    const css =
      'h1 { font-family: var(--heading-font); font-weight: 700 }\nh2 { font-family: "Atkinson Hyperlegible Next", sans-serif; font-weight: bold; clip-path: url(#a) }\n'
    expect((await judged({ [stylesFile]: css })).records).toEqual([])
  })

  it('that is inherited is told in its own file', async () => {
    const file = 'templates/organizations/system/styles.css'
    const { records } = await judged({
      'templates/organizations/system/organization.yaml': 'name: System\n',
      [file]: '@import "x";\n',
      [organizationFile]: 'name: Clinic\nextends: system\n',
    })
    expect(records).toMatchObject([{ rule: 'style-network', file, line: 1, column: 1 }])
  })
})

describe('a template', () => {
  it('is filled, so that a value it lacks is found before anything is printed', async () => {
    const file = 'templates/organizations/clinic/partials/title.hbs'
    const { usable, records } = await judged({ [file]: '<h1>{{title}}</h1>\n<p>{{subtitle}}</p>' })
    expect(usable).toBe(false)
    expect(records[0]).toMatchObject({ rule: 'template-value-missing', file, line: 2, column: 6 })
  })
})
