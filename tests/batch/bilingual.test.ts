// Topics in two languages and an organization that wants them side by side in, bilingual handouts out: printed, proven, kept fresh.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { select, selectAll } from 'hast-util-select'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/batch/check/check.js'
import type { Filters } from '../../src/batch/plan.js'
import { loadSettings } from '../../src/config/load.js'
import { toRecord } from '../../src/model/message.js'
import { buildLibrary, surroundings } from '../helpers/build.js'
import { wordsOf } from '../helpers/html.js'
import { library, repository } from '../helpers/library.js'
import { extractText, has } from '../helpers/poppler.js'
import { bodyWith, placeOf, topicText } from '../helpers/topic.js'

const organization = 'templates/organizations/clinic/organization.yaml'
const clinic = `name: {en: Lake Clinic, es: Clínica del Lago}
languages: [en, es]
bilingual: [en, es]
contact: {phone: 555-0100}
notices: [general]
`
const more = {
  en: `## What a bug is

A :term[germ] is far too small to see.:cite[who] It lives on skin.[^1]

[^1]: And in other places.
`,
  es: `## Qué es un microbio

Es muy pequeño.:cite[nhs] Un :term[microbio] no se ve.:cite[who] Vive en la piel.[^1]

[^1]: Y en otros lugares.
`,
}
const spanishBlocks = `:::main-message
Las manos limpias cuidan a todos. Use agua y jabón, y no tenga prisa.
:::

## Por qué ayuda

Los microbios llegan a la boca con las manos.

:::actions[Lo que puede hacer]
1. Moje las manos con agua limpia.
2. Frote con jabón.
3. Enjuague y seque.
:::

:::get-help[Llámenos si]
- su piel duele.
- tiene una pregunta.
:::
`
const sources =
  '{who: {title: Hand hygiene, url: "https://example.org/hands"}, nhs: {title: About soap, url: "https://example.org/soap"}}'
const english = topicText(bodyWith(more.en), { sources })
const spanish = topicText(`${spanishBlocks}\n${more.es}`, {
  sources,
  title: 'Lavarse las manos',
  terms: '{microbio: un ser vivo muy pequeño}',
  review: '{status: draft, on: 2026-10-01, every: 12 months}',
})
const filters = {
  topics: [],
  organizations: [],
  languages: [],
  levels: ['easy'],
  lengths: [],
  editions: ['bilingual'],
}
const formats = { HANDOUT_FORMATS: 'pdf,html' }
const medium = 'clinic/en/hands/easy/medium/bilingual'
const short = 'clinic/en/hands/easy/short/bilingual'

function site(files: Record<string, string> = {}) {
  return library({
    [organization]: clinic,
    'content/hands/en.md': english,
    'content/hands/es.md': spanish,
    ...files,
  })
}

describe('a bilingual edition', async () => {
  const one = await site()
  const first = await buildLibrary(one, { filters, env: formats })

  it('is made for the short and the medium length, and conforms', () => {
    expect(first.messages).toEqual([])
    expect(first.made).toEqual([medium, short])
    const record = first.records.find(({ id }) => id === medium)
    expect(record).toMatchObject({
      language: 'en',
      beside: 'es',
      edition: 'bilingual',
      title: 'Washing your hands · Lavarse las manos',
      conformance: ['PDF/UA-1', 'PDF/A-2a'],
      // The later of the two dates, and the earlier of what is due.
      review: { status: 'draft', on: '2026-11-22', due: '2027-10-01' },
      files: {
        pdf: { path: 'clinic/en/hands/hands.easy.medium.bilingual.pdf' },
        html: { path: 'clinic/en/hands/hands.easy.medium.bilingual.html' },
      },
    })
  })

  it('has each section beside its partner, each in its language, every id once', async () => {
    const tree = fromHtml(await one.read('output/clinic/en/hands/hands.easy.medium.bilingual.html'))
    const heads = selectAll('.pair.sections', tree).map((row) =>
      selectAll('.side', row).map((side) => {
        const heading = select('h2', side)
        return `${side.properties.lang}: ${heading ? wordsOf(heading) : ''}`
      }),
    )
    expect(heads).toEqual([
      ['en: Why it helps', 'es: Por qué ayuda'],
      ['en: What you can do', 'es: Lo que puede hacer'],
      ['en: Call us if', 'es: Llámenos si'],
      ['en: What a bug is', 'es: Qué es un microbio'],
      ['en: Footnotes', 'es: Notas al pie'],
    ])
    for (const row of selectAll('.pair', tree))
      expect(selectAll('.side', row).map(({ properties }) => [properties.lang, properties.dir])).toEqual([
        ['en', 'ltr'],
        ['es', 'ltr'],
      ])
    const ids = selectAll('[id]', tree).map(({ properties }) => String(properties.id))
    expect(ids.length).toBeGreaterThanOrEqual(6)
    expect(new Set(ids).size).toBe(ids.length)
    const targets = selectAll('a[href^="#"]', tree).map(({ properties }) => String(properties.href).slice(1))
    expect(targets.filter((id) => !ids.includes(decodeURIComponent(id)))).toEqual([])
    expect(selectAll('main, .masthead, body > footer', tree)).toHaveLength(3)
  })

  it('prints the sources once, with the numbers of the first language on both sides', async () => {
    const tree = fromHtml(await one.read('output/clinic/en/hands/hands.easy.medium.bilingual.html'))
    expect(selectAll('.sources li', tree).map((item) => wordsOf(item).split('.')[0])).toEqual([
      'Hand hygiene',
      'About soap',
    ])
    const cites = ['en', 'es'].map((lang) =>
      selectAll(`.side[lang="${lang}"] .cite`, tree).map((cite) => wordsOf(cite)),
    )
    expect(cites).toEqual([['[1]'], ['[2]', '[1]']])
    expect(selectAll('.sources h2 [lang]', tree).map(wordsOf)).toEqual(['Sources', 'Fuentes'])
    expect(selectAll('.word-list', tree)).toHaveLength(2)
  })

  it('is read in the first language of a pair, then in the second', async () => {
    if (!has('pdftotext')) return
    const pdf = await readFile(one.path('output/clinic/en/hands/hands.easy.medium.bilingual.pdf'))
    const text = extractText(pdf, '-raw')
    const order = [
      'Why it helps',
      'Por qué ayuda',
      'What you can do',
      'Lo que puede hacer',
      'Call us if',
      'Llámenos si',
    ]
    const places = order.map((words) => text.indexOf(words))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(text).toContain('Lake Clinic · Clínica del Lago')
    expect(text).toMatch(/\b1 \/ \d\b/)
  })

  it('is kept while both texts are as they were, and made anew with either', async () => {
    expect((await buildLibrary(one, { filters, env: formats })).made).toEqual([])
    for (const [language, from, to] of [
      ['en', 'going around at home', 'going round at home'],
      ['es', 'a todos', 'a todo el mundo'],
    ] as const) {
      const file = `content/hands/${language}.md`
      await one.write({ [file]: (await one.read(file)).replace(from, to) })
      const built = await buildLibrary(one, { filters, env: formats })
      expect(built.made).toEqual([medium, short])
      expect(built.why.get(short)?.every((part) => part.startsWith(file))).toBe(true)
    }
    await one.write({
      'templates/labels/es.yaml': (await one.read('templates/labels/es.yaml')).replace(
        'Lo más importante',
        'Importa',
      ),
    })
    expect((await buildLibrary(one, { filters, env: formats })).made).toEqual([medium, short])
  })

  it('is taken away when its organization does not want it any more, or wants another language', async () => {
    const [ids, all] = [[medium, short], { ...filters, editions: [] }]
    await one.write({ [organization]: clinic.replace('bilingual: [en, es]', 'bilingual: [es, en]') })
    const turned = await buildLibrary(one, { filters: all })
    expect(turned.made).toContain('clinic/es/hands/easy/short/bilingual')
    const manifest = JSON.parse(await one.read('output/manifest.json'))
    expect(manifest.handouts.filter(({ id }: { id: string }) => ids.includes(id))).toEqual([])
    expect(manifest.summary.withdrawn).toBe(2)
    await expect(one.read('output/clinic/en/hands/hands.easy.short.bilingual.pdf')).rejects.toThrow('ENOENT')
  })
})

describe('two directions on one page', () => {
  it.each([
    ['en', 'ar'],
    ['ar', 'en'],
  ])('of %s and %s conform, each side with its own', async (first, second) => {
    const topic = async (language: string) =>
      readFile(path.join(repository, 'content', 'ketamine-and-adhd', `${language}.md`), 'utf8')
    const one = await library({
      [organization]: clinic
        .replace('languages: [en, es]', 'languages: [en, ar]')
        .replace('[en, es]', `[${first}, ${second}]`),
      'content/ketamine-and-adhd/en.md': await topic('en'),
      'content/ketamine-and-adhd/ar.md': await topic('ar'),
    })
    const built = await buildLibrary(one, { filters: { ...filters, lengths: ['short'] }, env: formats })
    const [record] = built.records
    expect(built.messages.map(toRecord).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(record).toMatchObject({ status: 'made', language: first, beside: second })
    const tree = fromHtml(await one.read(`output/${record?.files.html?.path}`))
    expect(select('html', tree)?.properties.lang).toBe(first)
    const sides = selectAll('.pair .side', tree).map(
      ({ properties }) => `${properties.lang} ${properties.dir}`,
    )
    expect(new Set(sides)).toEqual(new Set(['en ltr', 'ar rtl']))
    expect(sides[0]).toBe(first === 'en' ? 'en ltr' : 'ar rtl')
  })
})

describe('two texts that do not correspond', () => {
  const extra = '## Para niños\n\nCante una canción.:cite[nhs]\n\n'
  const faulty = spanish.replace(':::actions', `${extra}:::actions`)

  it('fail the bilingual handout at the first section without a partner, and no other', async () => {
    const one = await site({ 'content/hands/es.md': faulty })
    const built = await buildLibrary(one, { filters: { ...filters, editions: [], lengths: ['short'] } })
    expect(built.made).toEqual(['clinic/en/hands/easy/short/standard', 'clinic/es/hands/easy/short/standard'])
    expect(built.messages.map(toRecord)).toEqual([
      {
        rule: 'section-without-partner',
        severity: 'error',
        file: 'content/hands/es.md',
        ...placeOf(faulty, '## Para niños'),
        text: '“Para niños” has no partner in content/hands/en.md (easy short), and the bilingual edition prints sections side by side.',
        hint: 'Write it there too, behind “Why it helps”, under the same conditions; or take it out here.',
      },
    ])
  })

  it.each([
    [
      'a section of another length',
      '## Why it helps',
      '::::for{from=medium}\n## Why it helps',
      '## Por qué ayuda',
    ],
    ['footnotes in one language', more.es, more.es.replaceAll(/.?\[\^1\](?::.*)?/g, ''), ''],
  ])('are told where there is %s', async (what, from, to, place) => {
    const length = what.startsWith('foot')
    const one = await site(
      length
        ? { 'content/hands/es.md': spanish.replace(from, to) }
        : { 'content/hands/en.md': english.replace(from, to).replace(':::actions', '::::\n\n:::actions') },
    )
    const built = await buildLibrary(one, { filters: { ...filters, lengths: ['short'] } })
    const file = length ? 'content/hands/en.md' : 'content/hands/es.md'
    expect(built.messages.map(toRecord)).toMatchObject([
      {
        rule: 'section-without-partner',
        file,
        ...(length ? placeOf(english, '[^1]: And') : placeOf(spanish, place)),
      },
    ])
  })

  it('are told by a check too, once for each level and length', async () => {
    const one = await site({ 'content/hands/es.md': faulty })
    const settings = await loadSettings({ root: one.root }, surroundings())
    const found = async (changes: Partial<Filters>) => {
      const { messages } = await check(settings, { filters: { ...filters, ...changes }, today: '2026-11-22' })
      return messages.map(toRecord).filter(({ rule }) => rule === 'section-without-partner')
    }
    expect((await found({})).map(({ text }) => /\((.*?)\)/.exec(text)?.[1])).toEqual([
      'easy medium',
      'easy short',
    ])
    expect(await found({ languages: ['es'], lengths: ['short'] })).toMatchObject([
      { file: 'content/hands/es.md', ...placeOf(faulty, '## Para niños') },
    ])
    expect(await found({ editions: ['standard'] })).toEqual([])
  })

  it('fail it too when one of them is at fault itself', async () => {
    const one = await site({ 'content/hands/es.md': spanish.replace(':::main-message', ':::main-mesage') })
    const built = await buildLibrary(one, { filters: { ...filters, lengths: ['short'] } })
    expect(built.summary).toMatchObject({ made: 0, failed: 1 })
    expect(built.messages.map(toRecord)).toMatchObject([
      { rule: 'directive-unknown', file: 'content/hands/es.md', ...placeOf(spanish, ':::main-message') },
    ])
  })
})
