// Organizations that reach for scripts, networks, files outside or the insides of the program in; each refused, with words and place, out.
import { describe, expect, it } from 'vitest'
import { check } from '../../src/batch/check/check.js'
import { toRecord } from '../../src/model/message.js'
import { type Files, library } from '../helpers/library.js'
import { defaultSettings } from '../helpers/settings.js'
import { topicText } from '../helpers/topic.js'

const base = 'templates/organizations/clinic'
const noFilters = {
  topics: [],
  organizations: ['clinic'],
  languages: [],
  levels: [],
  lengths: [],
  editions: [],
}

const yaml = (line: string): Files => ({ [`${base}/organization.yaml`]: `name: Clinic\n${line}\n` })
const style = (css: string): Files => ({ [`${base}/styles.css`]: css })
const partial = (text: string): Files => ({ [`${base}/partials/title.hbs`]: text })
const logo = (inside: string): Files => ({
  ...yaml('logo: {file: logo.svg, alt: Clinic logo}'),
  [`${base}/logo.svg`]: `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">\n${inside}\n<path d="M0 0h40v20H0z"/></svg>\n`,
})

/** Rule, file of the organization, line, column and words of the fault. */
async function faultOf(files: Files): Promise<string> {
  const { root } = await library({ 'content/hands/en.md': topicText(), ...files })
  const { messages } = await check(await defaultSettings(root), { filters: noFilters, today: '2026-11-22' })
  const found = messages.map((one) => toRecord(one)).filter(({ severity }) => severity === 'error')
  return found
    .map(
      ({ rule, file, line, column, text }) =>
        `${rule} ${file.replace(`${base}/`, '')}:${line}:${column} ${text}`,
    )
    .join('\n')
}

describe.concurrent('a logo is refused', () => {
  it.each([
    ['<script>alert(1)</script>', 'a script (line 2)'],
    ['<g onload="x()"/>', 'a script in `onload` (line 2)'],
    ['<a href="javascript:x()"><path d="M0 0"/></a>', 'a link (line 2)'],
    ['<image href="https://example.org/x.png" width="1" height="1"/>', 'an outside reference (line 2)'],
    ['<use href="../../secret.svg#x"/>', 'an outside reference (line 2)'],
    [
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
      'an embedded page (line 2)',
    ],
    ['<style>@import url(https://example.org/x.css);</style>', 'an outside reference (line 2)'],
  ])('with %s', async (inside, what) => {
    expect(await faultOf(logo(inside))).toBe(
      `logo-broken organization.yaml:2:14 The logo \`logo.svg\` is an SVG with ${what}.`,
    )
  })
})

describe.concurrent('a style is refused', () => {
  it.each([
    [
      'h1 { color: #000 }\n\n@font-face {\n  font-family: X;\n  src: url(https://example.org/x.woff2);\n}\n',
      'style-network styles.css:3:1 The style brings a font of its own.',
    ],
    [
      '@import "https://example.org/x.css";\n',
      'style-network styles.css:1:1 The style asks for "https://example.org/x.css".',
    ],
    [
      'h1 {\n  background: url(../../logo.png);\n}\n',
      'style-network styles.css:2:15 The style asks for `../../logo.png`.',
    ],
    [
      'h1 { background: image-set("https://example.org/x.png" 1x) }\n',
      'style-network styles.css:1:18 The style asks for `https://example.org/x.png`.',
    ],
    [
      '\n@page { margin: 0 }\n',
      'style-page styles.css:2:1 Size, margins and footer of a page are computed, so `@page` is not used.',
    ],
  ])('with %s', async (css, fault) => {
    expect(await faultOf(style(css))).toBe(fault)
  })
})

describe.concurrent('a path or a name that leads out is refused', () => {
  it.each([
    [
      'logo: {file: ../plain/logo.svg, alt: x}',
      'logo-outside organization.yaml:2:14 The logo `../plain/logo.svg` is not in the folder of the organization.',
    ],
    [
      'logo: {file: /etc/passwd, alt: x}',
      'logo-outside organization.yaml:2:14 The logo `/etc/passwd` is not in the folder of the organization.',
    ],
    [
      'logo: {file: "https://example.org/x.png", alt: x}',
      'logo-outside organization.yaml:2:14 The logo `https://example.org/x.png` is not in the folder of the organization.',
    ],
    [
      'extends: ../plain',
      'organization-unknown organization.yaml:2:10 There is no organization `../plain` to extend.',
    ],
    ['notices: [../general]', 'notice-unknown organization.yaml:2:11 There is no notice `../general`.'],
    [
      'topic-notices: {hands: [../../x]}',
      'notice-unknown organization.yaml:2:25 There is no notice `../../x`.',
    ],
    ['topics: {include: [../hands]}', 'topic-unknown organization.yaml:2:20 There is no topic `../hands`.'],
    ['fonts: {body: ../x}', 'font-unknown organization.yaml:2:15 There is no font `../x`.'],
    [
      'fonts: {heading: "https://example.org/x.woff2"}',
      'font-unknown organization.yaml:2:18 There is no font `https://example.org/x.woff2`.',
    ],
    [
      'languages: [../en]',
      'organization-wrong-value organization.yaml:2:13 The value of `languages.0` does not fit.',
    ],
    [
      'topic-address: http://example.org/{topic}',
      'organization-wrong-value organization.yaml:2:16 The value of `topic-address` does not fit.',
    ],
  ])('%s', async (line, fault) => {
    expect(await faultOf(yaml(line))).toBe(fault)
  })
})

describe.concurrent('a template is refused', () => {
  it.each([
    [
      '<h1>\n  {{title.constructor}}</h1>\n',
      'template-value-missing partials/title.hbs:2:5 There is no value `title.constructor` here.',
    ],
    [
      '{{#with organization}}{{constructor.name}}{{/with}}\n',
      'template-value-missing partials/title.hbs:1:25 There is no value `constructor.name` here.',
    ],
    [
      '{{lookup organization "constructor"}}\n',
      'helper-unknown partials/title.hbs:1:1 There is no helper `lookup`.',
    ],
    [
      '<h1>{{> ../../secret}}</h1>\n',
      'partial-unknown partials/title.hbs:1:5 There is no partial `../../secret`.',
    ],
    [
      '{{process.env.HOME}}\n',
      'template-value-missing partials/title.hbs:1:3 There is no value `process.env.HOME` here.',
    ],
  ])('with %s', async (text, fault) => {
    expect(await faultOf(partial(text))).toBe(fault)
  })
})
