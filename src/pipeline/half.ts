// A topic and a theme of one language + a variant -> what is printed in this language: words selected, measured, compiled.
import type { VFileMessage } from 'vfile-message'
import { parseMarkdown } from '../content/markdown.js'
import { compile, compileNotice } from '../html/compile.js'
import type { Furniture } from '../html/furnish.js'
import { measure } from '../lint/measure.js'
import { proseOf } from '../lint/prose.js'
import { isError } from '../model/message.js'
import type { Readability } from '../model/readability.js'
import type { NumberedSource } from '../model/selected.js'
import type { Settings } from '../model/settings.js'
import type { Topic } from '../model/topic.js'
import type { Variant } from '../model/variant.js'
import { selectTopic } from '../select/select-topic.js'
import { type PageContent, pictureAddress } from '../template/page.js'
import type { Theme } from '../template/theme.js'
import { noticesOf } from './notices.js'
import { type Outline, wholeOutline } from './outline.js'

/** A handout in one language has one, a bilingual one two. */
export interface Half {
  readonly topic: Topic
  readonly theme: Theme
}

/** What is printed of a half. */
export interface HalfWords {
  readonly content: Omit<PageContent, 'version'>
  /** HTML of each section; the footnotes, where there are any, come last. */
  readonly sections: readonly string[]
  readonly outline: Outline
  readonly readability: Readability
}

/**
 * @param first sources of the language this one is printed beside
 * @returns the words, or undefined with the faults that forbid to print them
 */
export function wordsOf(
  { topic, theme }: Half,
  variant: Variant,
  settings: Settings,
  first?: readonly NumberedSource[],
): { words: HalfWords | undefined; messages: VFileMessage[] } {
  const selected = selectTopic(topic, variant, settings, theme.organization.chain, first)
  const trees = selected.mainMessage ? [selected.mainMessage, selected.body] : [selected.body]
  const readability = measure(proseOf(trees), topic.language)
  const { notices, messages: missing } = noticesOf(topic, theme)
  const messages = [...selected.messages, ...missing]
  if (messages.some(isError)) return { words: undefined, messages }

  const topicAddress = theme.organization.topicAddress
    ?.replaceAll('{topic}', topic.id)
    .replaceAll('{language}', topic.language)
  const furniture: Furniture = {
    labels: theme.labels,
    pictures: topic.pictures,
    pictureAddress,
    topicAddress,
    ...(first ? { idPrefix: `${topic.language}-` } : {}),
  }
  const { sections, heads, ...main } = compile(selected, furniture)
  const { meta } = topic
  const pace = settings.levels[variant.level]?.wordsPerMinute ?? 160
  const content = {
    variant,
    title: selected.title,
    summary: meta.summary,
    audience: meta.audience,
    readers: selected.readers,
    minutes: Math.max(1, Math.round(readability.words / pace)),
    mainLabel: main.mainLabel,
    mainMessage: main.mainMessage,
    sections: sections.join(''),
    wordList: selected.wordList,
    sources: selected.sources,
    notices: notices.map(({ text }) => noticeHtml(text, furniture)),
    review: meta.review,
  }
  const outline = wholeOutline(topic, selected, heads)
  return { words: { content, sections, outline, readability }, messages }
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
