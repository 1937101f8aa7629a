// A topic in Arabic in, what is printed of it out; and what happens to characters and fonts that are not there.
import { readFileSync } from 'node:fs'
import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import { type MadeHandout, openPress, type Press } from '../../src/batch/open-press.js'
import type { Edition } from '../../src/model/variant.js'
import { library, repository } from '../helpers/library.js'
import { extractText, has } from '../helpers/poppler.js'
import { bodyWith, topicText } from '../helpers/topic.js'

const fixture = (language: string) =>
  readFileSync(new URL(`../fixtures/languages/${language}.md`, import.meta.url), 'utf8')
const arabic = fixture('ar')

const organization = `name: {en: Testing Clinic, ar: عيادة النهر}
languages: [en, ar, fr, vi, zh-Hans]
contact: {phone: 555-0142, after-hours: (555) 555-0143, url: clinic.example.org, address: "12 Main Street"}
notices: [general]
`

const open: Press[] = []
afterAll(async () => {
  for (const press of open) await press.close()
})

/** Makes the long easy handout of the topic `hands`. */
async function make(
  files: Record<string, string>,
  language = 'en',
  edition: Edition = 'standard',
): Promise<MadeHandout> {
  const { root } = await library({
    'templates/organizations/clinic/organization.yaml': organization,
    ...files,
  })
  const press = await openPress({ root })
  open.push(press)
  return press.make({
    organization: 'clinic',
    language,
    topic: 'hands',
    level: 'easy',
    length: 'long',
    edition,
  })
}

/** Families of the fonts of a document. */
function fontNames(document: PDFDocument): string[] {
  const names = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font')
        ? [object.lookup(PDFName.of('BaseFont'))?.toString() ?? '']
        : [],
    )
  return [...new Set(names.map((name) => name.replace(/^\/(?:[A-Z]{6}\+)?/, '').replace(/-.*$/, '')))].sort()
}

/** Without the marks of direction that `pdftotext` puts around words. */
const plain = (text: string) => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')

describe('Arabic', () => {
  it('prints from right to left, in fonts of the page alone', async () => {
    const { pdf, messages } = await make({ 'content/hands/ar.md': arabic }, 'ar')
    expect(messages).toEqual([])
    expect(pdf?.length).toBeGreaterThan(20_000)
    if (!pdf || !has('pdftotext')) return
    const text = plain(extractText(pdf))
    // Every word whole, its letters and signs in their order.
    const body = arabic.slice(arabic.indexOf(':::main-message'))
    const words = new Set(body.match(/[\p{Script=Arabic}\p{M}]{2,}/gu))
    expect(words.size).toBeGreaterThan(90)
    expect([...words].filter((word) => !text.includes(word))).toEqual([])
    // Numbers that are called keep their order.
    for (const number of ['555-0142', '(555) 555-0143', '1-800-222-1222']) expect(text).toContain(number)
    for (const words of ['clinic.example.org', '12 Main Street', 'World Health Organization: Hand hygiene.'])
      expect(text).toContain(words)
  })

  it('may have a vowel sign on every letter: signs take no place on a line', async () => {
    const vowelled = 'اِغْسِلْ يَدَيْكَ بِالْمَاءِ وَالصَّابُونِ قَبْلَ كُلِّ وَجْبَةٍ. '.repeat(6)
    const { pdf, messages } = await make(
      { 'content/hands/ar.md': arabic.replace('## لماذا يساعد ذلك', `$&\n\n${vowelled}`) },
      'ar',
    )
    expect(messages).toEqual([])
    expect(pdf).toBeDefined()
  })

  it('is printed of the topic that is shipped, every word whole', async () => {
    const press = await openPress({ root: repository })
    open.push(press)
    const variant = {
      organization: 'cedar-street',
      language: 'ar',
      topic: 'ketamine-and-adhd',
      level: 'detailed',
    }
    const { pdf, messages, pages } = await press.make({ ...variant, length: 'long', edition: 'standard' })
    expect(messages).toEqual([])
    expect(pages).toBe(5)
    if (!pdf || !has('pdftotext')) return
    const text = plain(extractText(pdf))
    const source = readFileSync(`${repository}content/ketamine-and-adhd/ar.md`, 'utf8')
    const printed = source.match(/(?<=^:::detailed\{from=long.*\}\n)[\s\S]+?(?=^:::$)/gm)?.join(' ') ?? ''
    const words = new Set(printed.match(/[\p{Script=Arabic}\p{M}]{2,}/gu))
    expect(words.size).toBeGreaterThan(300)
    expect([...words].filter((word) => !text.includes(word))).toEqual([])
  })
})

describe.each([
  // Chinese has no spaces: what stands between signs is looked for.
  ['zh-Hans', /[\p{Script=Han}]{2,}/gu, ['AtkinsonHyperlegibleNext', 'NotoSansSCThin'], '细菌：小到'],
  ['vi', /[\p{L}\p{M}]{2,}/gu, ['AtkinsonHyperlegibleNext', 'NotoSans'], '7 trong 100: bị bệnh'],
  ['fr', /[\p{L}\p{M}’]{2,}/gu, ['AtkinsonHyperlegibleNext'], '7 sur 100 : ont été'],
] as const)('%s', (language, word, fonts, phrase) => {
  const source = fixture(language)
  const notice = { [`templates/notices/general/${language}.md`]: '1 + 1 = 2.' }

  it.each(['standard', 'large-print'] as const)(
    'prints in %s, every word whole, in fonts of packages alone',
    async (edition) => {
      const { pdf, messages } = await make(
        { [`content/hands/${language}.md`]: source, ...notice },
        language,
        edition,
      )
      expect(messages).toEqual([])
      if (!pdf) throw new Error('nothing was printed')
      const document = await PDFDocument.load(pdf)
      expect(document.catalog.lookup(PDFName.of('Lang'))).toEqual(PDFString.of(language))
      expect(fontNames(document)).toEqual(fonts)
      if (!has('pdftotext')) return
      const text = extractText(pdf).normalize('NFC').replaceAll('\u00a0', ' ')
      const flat = language === 'zh-Hans' ? text.replace(/\s/g, '') : text
      const body = source
        .slice(source.indexOf(':::main-message'))
        .replace(/:cite\[.*?\]|:+[a-z][a-z-]*|\{[^}]*\}/g, ' ')
      const words = new Set(body.match(word))
      expect(words.size).toBeGreaterThan(50)
      expect([...words].filter((one) => !flat.includes(one))).toEqual([])
      expect(flat).toContain(phrase)
    },
  )
})

describe('a character that no font has', () => {
  it('is a fault at its place in the topic, and nothing is printed', async () => {
    const { pdf, messages } = await make({ 'content/hands/en.md': topicText(bodyWith('Write ᚠ here.')) })
    expect(pdf).toBeUndefined()
    const line =
      topicText(bodyWith('Write ᚠ here.'))
        .split('\n')
        .findIndex((one) => one.includes('ᚠ')) + 1
    expect(messages).toMatchObject([
      {
        rule: 'glyph-missing',
        severity: 'error',
        file: 'content/hands/en.md',
        line,
        column: 7,
        text: 'No font has the character “ᚠ” (U+16A0) in `en`.',
      },
    ])
  })

  it('is found in notices and styles too', async () => {
    const { messages } = await make({
      'content/hands/en.md': topicText(),
      'templates/organizations/clinic/notices/general/en.md': 'General ᚠ.',
      'templates/organizations/clinic/styles.css': 'h1::before { content: "\\16b1  ᚱ" }',
    })
    expect(messages.map(({ rule, file, line }) => `${rule} ${file} ${line}`)).toEqual([
      'glyph-missing templates/organizations/clinic/notices/general/en.md 1',
      'glyph-missing templates/organizations/clinic/styles.css 1',
    ])
  })
})

describe('a font of the system', () => {
  it('is a fault when a style names one', async () => {
    const { pdf, messages } = await make({
      'content/hands/en.md': topicText(),
      'templates/organizations/clinic/styles.css': 'h1 { font-family: "Liberation Sans", "Arial", serif }',
    })
    expect(pdf).toBeUndefined()
    expect(messages.map(({ rule, line, text }) => `${rule} ${line} ${text.match(/`(.+?)`/)?.[1]}`)).toEqual([
      'font-unknown 1 Liberation Sans',
      'font-unknown 1 Arial',
    ])
  })
})
