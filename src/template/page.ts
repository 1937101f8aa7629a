// Theme + what a variant prints -> one self-contained page, and the bytes of everything it may load.
import { createHash } from 'node:crypto'
import Handlebars from 'handlebars'
import { fontsFor, type MissingGlyph } from '../media/fonts.js'
import { colonOf, minutesToRead, withValues } from '../model/labels.js'
import { formatList } from '../model/locale.js'
import type { MeaningPart } from '../model/meaning.js'
import { forLanguage, type Organization } from '../model/organization.js'
import { reviewDue } from '../model/review.js'
import type { NumberedSource, WordListEntry } from '../model/selected.js'
import type { Picture, Review } from '../model/topic.js'
import type { Paper, Variant } from '../model/variant.js'
import { grey } from './color.js'
import { contactLines } from './contact.js'
import { formatDate } from './dates.js'
import { marginTexts, pageStyle } from './page-style.js'
import { generatedText, passagesOf } from './page-text.js'
import { fillSideBySide, inBoth } from './side-by-side.js'
import { origin, type Theme } from './theme.js'

/** Fixed by the content policy: nothing but our own styles, fonts and pictures. */
const contentPolicy = `default-src 'none'; style-src 'unsafe-inline'; font-src ${origin}; img-src ${origin}`

/** Minutes and words that stand in the head of a handout. */
export interface PageContent {
  readonly variant: Variant
  readonly title: string
  readonly summary: string
  readonly audience: string
  readonly readers: string
  readonly minutes: number
  readonly mainLabel: string
  readonly mainMessage: string
  readonly sections: string
  readonly wordList: readonly WordListEntry[]
  readonly sources: readonly NumberedSource[]
  /** HTML of each notice. */
  readonly notices: readonly string[]
  readonly review: Review
  /** Short hash of the words printed. */
  readonly version: string
}

/** What a bilingual edition prints beside the first language. */
export interface SecondLanguage {
  readonly theme: Theme
  readonly content: PageContent
  /** HTML of the sections that stand side by side, the first language first. */
  readonly pairs: readonly (readonly [string, string])[]
}

export interface Asset {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

export interface Page {
  /** Of the document; of a bilingual one both. */
  readonly title: string
  readonly html: string
  /** By address; everything else is refused. */
  readonly assets: ReadonlyMap<string, () => Asset>
  readonly paper: Paper
  /** The policy that stands in the page; the twin has another. */
  readonly contentPolicy: string
  /** Name of the organization in the language of the page. */
  readonly author: string
  /** Names that the page's fonts have in a PDF; a font of another name came from the system. */
  readonly fonts: readonly string[]
  /** Characters that no font has. */
  readonly missing: readonly MissingGlyph[]
}

/** Address under which a picture is answered while printing. */
export function pictureAddress(picture: Picture): string {
  const hash = createHash('sha256').update(picture.bytes).digest('hex').slice(0, 16)
  return `${origin}pictures/${hash}`
}

/**
 * Fills the templates.
 *
 * @throws VFileMessage of the first fault in a template
 */
export function makePage(
  theme: Theme,
  content: PageContent,
  pictures: Iterable<Picture>,
  beside?: SecondLanguage,
): Page {
  const { labels, language } = theme
  const organization = printedAs(theme.organization, content.variant)
  // Letters and their marks as one character: fonts have a glyph for it, and seldom one for the mark alone.
  const data = templateData(theme, content)
  const filled = beside
    ? fillSideBySide(
        { theme, data },
        { theme: beside.theme, data: templateData(beside.theme, beside.content) },
        beside.pairs,
      )
    : theme.fill(data)
  const body = filled.normalize('NFC')
  const { footer, head, pageOf } = marginTexts(theme, content, beside)
  const generated = [footer, head, ...pageOf, ...theme.styles.map((sheet) => generatedText(sheet.text))]
  const passages = [...passagesOf(body, language), { language, text: generated.join(' ').normalize('NFC') }]
  const { body: bodyFont, heading } = organization.fonts
  const fonts = fontsFor([bodyFont, heading], passages, `${origin}fonts/`)
  const languages = [...new Set(passages.map((passage) => passage.language))]
  const styles = [
    fonts.css,
    pageStyle({ ...theme, organization }, { content, beside }, fonts, languages),
    ...theme.styles.map((sheet) => sheet.text),
  ].join('\n')
  const title = inBoth(content.title, beside?.content.title)
  const html = `<!doctype html>
<html lang="${language}" dir="${labels.direction}" data-level="${content.variant.level}" data-length="${content.variant.length}" data-edition="${content.variant.edition}" data-color="${content.variant.color ?? 'full'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<title>${escapeHtml(title)}</title>
<style>${styles.replaceAll('</', '<\\/')}</style></head>
<body>${body}</body></html>`
  const assets = new Map<string, () => Asset>()
  for (const [file, read] of fonts.files)
    assets.set(`${origin}fonts/${file}`, () => ({ bytes: read(), mediaType: 'font/woff2' }))
  const logo = organization.logo ? [organization.logo.picture] : []
  for (const picture of [...pictures, ...logo]) assets.set(pictureAddress(picture), () => picture)
  return {
    title,
    html,
    assets,
    contentPolicy,
    paper: organization.paper,
    author: forLanguage(organization.name, language),
    fonts: fonts.names,
    missing: fonts.missing,
  }
}

/** The organization on the paper and in the colours that are asked for. */
function printedAs(organization: Organization, { onPaper, color }: Variant): Organization {
  const { primary, accent, text } = organization.colors
  const colors =
    color === 'grey'
      ? { primary: grey(primary), accent: grey(accent), text: grey(text) }
      : organization.colors
  return { ...organization, paper: onPaper ?? organization.paper, colors }
}

export type TemplateData = ReturnType<typeof templateData>

/** Everything a template can name; documented in docs/templates.md. */
function templateData(theme: Theme, content: PageContent) {
  const { organization, labels, language } = theme
  const { texts } = labels
  const { variant, review } = content
  const logo = organization.logo
  const readers = content.readers || labels.audiences[content.audience] || ''
  const due = reviewDue(review)
  return {
    language,
    direction: labels.direction,
    edition: variant.edition,
    topic: variant.topic,
    title: content.title,
    organization: {
      id: organization.id,
      name: forLanguage(organization.name, language),
      tagline: organization.tagline === undefined ? null : forLanguage(organization.tagline, language),
      logo: logo ? { address: pictureAddress(logo.picture), alt: logo.alt } : null,
      contact: contactLines(organization.contact, labels, language),
    },
    level: { id: variant.level, label: labels.levels[variant.level] ?? variant.level },
    length: { id: variant.length },
    readingTime: minutesToRead(labels, content.minutes),
    minutes: content.minutes,
    readers: readers ? withValues(texts['for-readers'], { readers }) : null,
    mainMessage: { label: content.mainLabel, words: content.mainMessage },
    sections: content.sections,
    wordList:
      content.wordList.length > 0
        ? {
            title: texts['word-list'],
            colon: colonOf(labels),
            entries: content.wordList.map(({ term, parts }) => ({ term, meaning: meaningHtml(parts) })),
          }
        : null,
    sources:
      content.sources.length > 0
        ? {
            title: texts.sources,
            entries: content.sources.map(({ number, title, publisher, url, accessed, ...source }) => ({
              number,
              language: source.language,
              title,
              publisher: publisher ?? null,
              url: url ?? null,
              // At 18 points an address fills a line; the ordinary edition has it.
              site: url && variant.edition !== 'large-print' ? printedAddress(url) : null,
              accessed:
                accessed && variant.edition !== 'large-print'
                  ? withValues(texts.accessed, { date: formatDate(accessed, language, 'short') })
                  : null,
            })),
          }
        : null,
    notices: content.notices,
    review: {
      draft: review.status === 'draft' ? texts.draft : null,
      dated:
        review.status === 'draft'
          ? withValues(texts['written-on'], { date: formatDate(review.on, language, 'day') })
          : withValues(review.by.length > 0 ? texts['reviewed-by'] : texts['reviewed-on'], {
              date: formatDate(review.on, language, 'day'),
              names: formatList(review.by, language),
            }),
      due: withValues(texts['review-due'], { date: formatDate(due, language, 'month') }),
      on: review.on,
      dueOn: due,
      by: review.by,
    },
    version: withValues(texts.version, { version: content.version }),
  }
}

/** Words in another language are marked, so that they are read out and set in it. */
function meaningHtml(parts: readonly MeaningPart[]): Handlebars.SafeString {
  const html = parts.map(({ text, language }) => {
    const words = Handlebars.escapeExpression(text)
    return language === undefined ? words : `<span lang="${escapeHtml(language)}" dir="auto">${words}</span>`
  })
  return new Handlebars.SafeString(html.join(''))
}

/** Longest address that is printed whole; of a longer one the site alone, for its link holds the rest. */
const longestAddress = 64

function printedAddress(url: string): string {
  const { host, pathname, search } = new URL(url)
  const whole = `${host}${pathname}${search}`.replace(/^www\./, '').replace(/\/$/, '')
  return whole.length <= longestAddress ? whole : host.replace(/^www\./, '')
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
