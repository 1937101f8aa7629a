// Attacks in every place an author can write, a page without anything that runs, fetches or leaves its place out.
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { select, selectAll } from 'hast-util-select'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import type { TopicMeta } from '../../src/model/topic.js'
import { compileBody } from '../helpers/html.js'
import { pageMaker } from '../helpers/page.js'
import { badAddresses, badTexts } from '../helpers/payloads.js'
import { bodyWith } from '../helpers/topic.js'

const maker = await pageMaker()

const allowedTags = new Set(
  (
    'html head meta title style body header footer main section div p span a b bdi blockquote br code del dfn em figcaption ' +
    'figure h1 h2 h3 hr img li ol pre strong sub sup table tbody td th thead tr ul svg path circle line polyline ' +
    'polygon rect g ellipse'
  ).split(' '),
)
const own = 'https://handout.invalid/'
const linkProtocols = ['https:', 'http:', 'mailto:', 'tel:']

/** As a browser reads it, from the page's own address. */
function protocolOf(address: string): string {
  if (URL.canParse(address, own)) return new URL(address, own).protocol
  return /^[a-z][a-z0-9+.-]*:/i.exec(address)?.[0].toLowerCase() ?? 'none'
}

/** Everything that would let words act. */
function dangers(tree: Root): string[] {
  const found: string[] = []
  visit(tree, 'element', (node: Element) => {
    if (!allowedTags.has(node.tagName)) found.push(`<${node.tagName}>`)
    for (const [name, value] of Object.entries(node.properties)) {
      const text = Array.isArray(value) ? value.join(' ') : String(value)
      if (/^on/i.test(name)) found.push(`${name}=${text}`)
      if (name === 'style' || name === 'srcDoc' || name === 'srcSet' || name === 'formAction')
        found.push(`${name}=${text}`)
      if ((name === 'href' || name === 'xLinkHref') && !linkProtocols.includes(protocolOf(text)))
        found.push(`${name}=${text}`)
      if (name === 'src' && !new URL(text, own).href.startsWith(own)) found.push(`${name}=${text}`)
    }
  })
  return found
}

const frameOf = (tree: Root) =>
  selectAll('html, head, head > *, body, header, main, footer, h1, meta, style, title', tree).map(
    ({ tagName }) => tagName,
  )
const frame = frameOf(fromHtml(maker.compose().job.html))

/** Parses a page and expects its frame to be that of any other page. */
function expectHarmless(html: string): Root {
  const tree = fromHtml(html)
  expect(dangers(tree)).toEqual([])
  expect(frameOf(tree)).toEqual(frame)
  expect(select('meta[http-equiv]', tree)?.properties.content).toContain("default-src 'none'")
  return tree
}

/** Writes a text into a place of the body. */
type Place = (text: string) => string

const attribute = (text: string) => `"${text.replaceAll('"', '&quot;').replaceAll('\n', ' ')}"`
const brackets = (text: string) => text.replaceAll('[', '(').replaceAll(']', ')')

const bodyPlaces: Readonly<Record<string, Place>> = {
  'a paragraph': (text) => `Words ${text} words.`,
  'a block of its own': (text) => text,
  'a heading': (text) => `## ${text}\n\nWords.`,
  'a list item and a table cell': (text) => `- ${text}\n\n| a |\n|---|\n| ${text} |`,
  'the words of a link': (text) => `[${text}](https://example.org)`,
  'the title of a link': (text) => `[a](https://example.org ${attribute(text)})`,
  'the words and caption of a picture': (text) => `![${text}](x.png ${attribute(text)})`,
  code: (text) => `\`\`\`${text.replaceAll('`', '')}\n${text}\n\`\`\``,
  'the label of a box': (text) => `:::warning[${brackets(text)}]\nWords.\n:::`,
  'the label of a section': (text) => `:::ask[${brackets(text)}]\n- Words.\n:::`,
  'the main message and its label': (text) => `:::main-message[${brackets(text)}]\n${text}\n:::`,
  'the label of a line': (text) => `::blank[${brackets(text)}]\n::write[${brackets(text)}]`,
  'the label of an icon array': (text) => `::icon-array{count=1 of=3 label=${attribute(text)}}`,
  'the words of a QR code': (text) => `::qr[${brackets(text)}]{to="https://example.org"}`,
  attributes: (text) =>
    `:::note{onclick=${attribute(text)} style=${attribute(text)} id=${attribute(text)}}\nWords.\n:::`,
  'a language': (text) => `Say :lang[hola]{tag=${attribute(text)}}.`,
  'a footnote': (text) => `Words[^1].\n\n[^1]: ${text}`,
}

it.each(Object.entries(bodyPlaces))('nothing in %s is more than words', (_where, place) => {
  for (const text of badTexts) {
    const { html, main } = compileBody(`${place(text)}\n`, { unchecked: true })
    expect({ text, dangers: dangers(fromHtml(`${main}<hr>${html}`)) }).toEqual({ text, dangers: [] })
  }
})

const metaPlaces: Readonly<Record<string, (text: string) => { body?: string; meta: Partial<TopicMeta> }>> = {
  'the meaning of a term': (text) => ({
    body: bodyWith('A :term[germ].\n'),
    meta: { terms: { germ: text } },
  }),
  'a term': (text) => ({
    body: bodyWith('A :term[germ]{of=g}.\n'),
    meta: { terms: { g: 'x', [text]: text } },
  }),
  'a source': (text) => ({
    body: bodyWith('A :cite[who].\n'),
    meta: { sources: { who: { title: text, publisher: text, accessed: '2026-01-01' } } },
  }),
  'the title and the readers': (text) => ({ meta: { title: text, readers: text, summary: text } }),
  'a reviewer': (text) => ({
    meta: { review: { status: 'reviewed', on: '2026-11-22', everyMonths: 24, by: [text, text] } },
  }),
}

it.each(Object.entries(metaPlaces))('nothing in %s is more than words', (_where, place) => {
  for (const text of badTexts) {
    const { body, meta } = place(text)
    expectHarmless(maker.compose(body, meta).job.html)
  }
})

describe('an address', () => {
  it.each(badAddresses)('%s is no link, no picture and no QR code', (address) => {
    const body = bodyWith(
      [
        `[a](<${address}>) [b](${address.replaceAll(' ', '')}) <${address}>`,
        `![a](<${address}>) [c][ref] ![d][ref]`,
        `::qr{to=${attribute(address)}}`,
        `[ref]: <${address}>`,
      ].join('\n\n'),
    )
    const html = maker.compose(body).job.html
    expectHarmless(html)
  })

  it('of a source that is none is not followed', () => {
    const html = (url: string) =>
      maker.compose(bodyWith('A :cite[who].\n'), { sources: { who: { title: 'W', url } } }).job.html
    expectHarmless(html('https://example.org/"onmouseover="alert(1)'))
    expect(html('https://example.org/a?b=<c>')).toContain('example.org/a?b')
  })
})

it('nothing in the name and contact of an organization is more than words', () => {
  for (const text of badTexts) {
    const contact = { phone: text, afterHours: text, url: text, address: text, hours: text }
    expectHarmless(maker.composeFor({ name: text, tagline: text, contact }).job.html)
  }
})

describe('words that only look dangerous', () => {
  it('are printed as they were written', () => {
    const html = maker.compose(bodyWith('Keep `<b>` under 5 & over 3, "quoted" \\<script>.\n'), {
      title: 'Is 5 < 7 & 7 > 5?',
    }).job.html
    const tree = expectHarmless(html)
    expect(select('title', tree)?.children).toMatchObject([{ value: 'Is 5 < 7 & 7 > 5?' }])
    expect(html).toContain('&#x3C;b></code>')
    expect(html).toContain('&#x3C;script>')
  })
})
