// One handout from topic to PDF: the stages in order.
import { createHash } from 'node:crypto'
import type { VFileMessage } from 'vfile-message'
import { isError } from '../model/message.js'
import type { DocumentInfo } from '../model/pdf.js'
import type { PrintJob } from '../model/print.js'
import type { Readability } from '../model/readability.js'
import { reviewDue } from '../model/review.js'
import { pageBudget, type Settings } from '../model/settings.js'
import type { Topic } from '../model/topic.js'
import type { Variant } from '../model/variant.js'
import { makePage, type PageContent, type SecondLanguage } from '../template/page.js'
import { margins, papers } from '../template/page-style.js'
import type { Theme } from '../template/theme.js'
import { makeTwin } from '../template/twin.js'
import { type Half, type HalfWords, wordsOf } from './half.js'
import { missingGlyph } from './missing-glyph.js'
import { withoutPartner } from './side-by-side.js'

/** Bounds of the body type in points. */
export const typeBounds = {
  standard: { least: 12, most: 14 },
  'large-print': { least: 18, most: 20 },
  bilingual: { least: 12, most: 14 },
} as const

/** The second language of a bilingual edition. */
interface Beside extends Half {
  readonly content: Omit<PageContent, 'version'>
  readonly pairs: SecondLanguage['pairs']
}

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
  /** The second language, of a bilingual edition alone. */
  readonly beside?: Beside
  /** Short hash of the words printed; it stands in the footer. */
  readonly version: string
  readonly messages: readonly VFileMessage[]
}

/**
 * Everything before the browser: select, grade, compile, fill.
 *
 * @param second the second language of a bilingual edition
 * @returns what is to be printed, or undefined with the faults that forbid it
 */
export function compose(
  topic: Topic,
  variant: Variant,
  theme: Theme,
  settings: Settings,
  tool: string,
  second?: Half,
): { composed: Composed | undefined; messages: readonly VFileMessage[] } {
  const { words, messages } = wordsOf({ topic, theme }, variant, settings)
  if (!words) return { composed: undefined, messages }
  const besides = second && besideOf(words, second, variant, settings)
  messages.push(...(besides?.messages ?? []))
  if (messages.some(isError)) return { composed: undefined, messages }
  const beside = besides?.beside

  const { readability } = words
  // Both languages number the same sources.
  const content = beside ? { ...words.content, sources: beside.content.sources } : words.content
  const printed = beside ? [content, beside.content, beside.pairs] : content
  const version = createHash('sha256').update(JSON.stringify(printed)).digest('hex').slice(0, 7)
  let page: ReturnType<typeof makePage>
  try {
    const pictures = [...topic.pictures.values(), ...(beside?.topic.pictures.values() ?? [])]
    page = makePage(
      theme,
      { ...content, version },
      pictures,
      beside && { ...beside, content: { ...beside.content, version } },
    )
  } catch (cause) {
    if (!isMessage(cause)) throw cause
    return { composed: undefined, messages: [...messages, cause] }
  }
  for (const glyph of page.missing) {
    const half = beside?.theme.language === glyph.language ? beside : { topic, theme }
    messages.push(missingGlyph(glyph, half.topic, half.theme))
  }
  if (messages.some(isError)) return { composed: undefined, messages }
  const paper = papers[page.paper]
  const margin = margins[variant.edition]
  const { meta } = topic
  const reviews = [meta.review, ...(beside ? [beside.topic.meta.review] : [])]
  const [on = ''] = reviews
    .map((review) => review.on)
    .sort()
    .reverse()
  const [due = ''] = reviews.map(reviewDue).sort()
  const composed: Composed = {
    variant,
    title: page.title,
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
      maxPages: pageBudget(settings, variant) ?? 1,
    },
    info: {
      title: page.title,
      author: page.author,
      subject: meta.summary,
      keywords: Object.keys(meta.terms).slice(0, 20),
      language: topic.language,
      date: new Date(`${on}T00:00:00Z`),
      producer: tool,
      linkTo: theme.labels.texts['link-to'],
    },
    readability,
    content,
    ...(beside ? { beside } : {}),
    review: { status: reviews.find(({ status }) => status === 'draft')?.status ?? 'reviewed', on, due },
    version,
    messages,
  }
  return { composed, messages }
}

/** What stands in the second column, and the pairs it makes with the first. */
function besideOf(
  first: HalfWords,
  half: Half,
  variant: Variant,
  settings: Settings,
): { beside: Beside | undefined; messages: readonly VFileMessage[] } {
  const { words, messages } = wordsOf(half, variant, settings, first.content.sources)
  if (!words) return { beside: undefined, messages }
  const alone = withoutPartner(first.outline, words.outline, variant)
  if (alone) return { beside: undefined, messages: [...messages, alone] }
  const pairs = first.sections.map((html, index) => [html, words.sections[index] ?? ''] as const)
  return { beside: { ...half, content: words.content, pairs }, messages }
}

function isMessage(value: unknown): value is VFileMessage {
  return value instanceof Error && 'ruleId' in value
}
