// One handout from topic to PDF: the stages in order.
import { createHash } from 'node:crypto'
import type { VFileMessage } from 'vfile-message'
import { parseMarkdown } from '../content/markdown.js'
import { compile, compileNotice } from '../html/compile.js'
import type { Furniture } from '../html/furnish.js'
import { measure } from '../lint/measure.js'
import { proseOf } from '../lint/prose.js'
import { isError } from '../model/message.js'
import type { DocumentInfo } from '../model/pdf.js'
import type { PrintJob } from '../model/print.js'
import type { Readability } from '../model/readability.js'
import { reviewDue } from '../model/review.js'
import type { Settings } from '../model/settings.js'
import type { Topic } from '../model/topic.js'
import type { Variant } from '../model/variant.js'
import { selectTopic } from '../select/select-topic.js'
import { makePage, type PageContent, pictureAddress } from '../template/page.js'
import { margins, papers } from '../template/page-style.js'
import type { Theme } from '../template/theme.js'
import { makeTwin } from '../template/twin.js'
import { missingGlyph } from './missing-glyph.js'
import { noticesOf } from './notices.js'

/** Bounds of the body type in points. */
export const typeBounds = {
  standard: { least: 12, most: 14 },
  'large-print': { least: 18, most: 20 },
} as const

/** A handout ready to be printed. */
export interface Composed {
  readonly variant: Variant
  readonly title: string
  readonly job: PrintJob
  /** Names that the page's fonts have in a PDF. */
  readonly fonts: readonly string[]
  /** Makes the HTML twin: one self-contained file. */
  readonly twin: () => string
  readonly info: DocumentInfo
  readonly readability: Readability
  readonly review: { readonly status: string; readonly on: string; readonly due: string }
  /** The words printed, before templates surround them. */
  readonly content: Omit<PageContent, 'version'>
  /** Short hash of the words printed; it stands in the footer. */
  readonly version: string
  readonly messages: readonly VFileMessage[]
}

/**
 * Everything before the browser: select, grade, compile, fill.
 *
 * @returns what is to be printed, or undefined with the faults that forbid it
 */
export function compose(
  topic: Topic,
  variant: Variant,
  theme: Theme,
  settings: Settings,
  tool: string,
): { composed: Composed | undefined; messages: readonly VFileMessage[] } {
  const messages: VFileMessage[] = []
  const selected = selectTopic(topic, variant, settings, theme.organization.chain)
  messages.push(...selected.messages)

  const trees = selected.mainMessage ? [selected.mainMessage, selected.body] : [selected.body]
  const readability = measure(proseOf(trees), topic.language)
  const { notices, messages: missing } = noticesOf(topic, theme)
  messages.push(...missing)
  if (messages.some(isError)) return { composed: undefined, messages }

  const topicAddress = theme.organization.topicAddress
    ?.replaceAll('{topic}', topic.id)
    .replaceAll('{language}', topic.language)
  const furniture: Furniture = {
    labels: theme.labels,
    pictures: topic.pictures,
    pictureAddress,
    topicAddress,
  }
  const body = compile(selected, furniture)
  const { meta } = topic
  const pace = settings.levels[variant.level]?.wordsPerMinute ?? 160
  const content = {
    variant,
    title: selected.title,
    summary: meta.summary,
    audience: meta.audience,
    readers: selected.readers,
    minutes: Math.max(1, Math.round(readability.words / pace)),
    mainLabel: body.mainLabel,
    mainMessage: body.mainMessage,
    sections: body.sections,
    wordList: selected.wordList,
    sources: selected.sources,
    notices: notices.map(({ text }) => noticeHtml(text, furniture)),
    review: meta.review,
  }
  const version = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 7)
  let page: ReturnType<typeof makePage>
  try {
    page = makePage(theme, { ...content, version }, topic.pictures.values())
  } catch (cause) {
    if (!isMessage(cause)) throw cause
    return { composed: undefined, messages: [...messages, cause] }
  }
  messages.push(...page.missing.map((glyph) => missingGlyph(glyph, topic, theme)))
  if (messages.some(isError)) return { composed: undefined, messages }
  const paper = papers[page.paper]
  const margin = margins[variant.edition]
  const budget = settings.lengths[variant.length]
  const composed: Composed = {
    variant,
    title: selected.title,
    fonts: page.fonts,
    twin: () => makeTwin(page),
    job: {
      html: page.html,
      assets: page.assets,
      area: {
        width: paper.width - margin.left - margin.right,
        height: paper.height - margin.top - margin.bottom,
      },
      type: typeBounds[variant.edition],
      maxPages: (variant.edition === 'large-print' ? budget?.largePrintPages : budget?.pages) ?? 1,
    },
    info: {
      title: selected.title,
      author: page.author,
      subject: meta.summary,
      keywords: Object.keys(meta.terms).slice(0, 20),
      language: topic.language,
      date: new Date(`${meta.review.on}T00:00:00Z`),
      producer: tool,
      linkTo: theme.labels.texts['link-to'],
    },
    readability,
    content,
    review: { status: meta.review.status, on: meta.review.on, due: reviewDue(meta.review) },
    version,
    messages,
  }
  return { composed, messages }
}

const plainNotices = new WeakMap<object, Map<string, string>>()

/** The same few notices stand on every page. One that holds more than words and links may depend on the topic. */
function noticeHtml(text: string, furniture: Furniture): string {
  const make = () => compileNotice(parseMarkdown(text).body, furniture)
  if (/::|[:!]\w*\[/.test(text)) return make()
  const known = plainNotices.get(furniture.labels) ?? new Map<string, string>()
  plainNotices.set(furniture.labels, known)
  const html = known.get(text) ?? make()
  known.set(text, html)
  return html
}

function isMessage(value: unknown): value is VFileMessage {
  return value instanceof Error && 'ruleId' in value
}
