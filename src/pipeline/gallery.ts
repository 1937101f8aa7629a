// The themes of an organization -> one PDF and one HTML page that show every block at all levels, in all editions and in grey.
import type { VFileMessage } from 'vfile-message'
import { isError } from '../model/message.js'
import { forLanguage } from '../model/organization.js'
import type { PrintedPdf } from '../model/print.js'
import { lengthIds, type Settings } from '../model/settings.js'
import type { Topic } from '../model/topic.js'
import type { Edition, Variant } from '../model/variant.js'
import { producer } from '../model/version.js'
import { finish } from '../pdf/finish/index.js'
import { join, type PrintedPart } from '../pdf/finish/join.js'
import type { Theme } from '../template/theme.js'
import { explain } from '../verify/explain.js'
import { verify } from '../verify/index.js'
import { type Composed, compose } from './compose.js'
import { galleryPage } from './gallery-page.js'
import { type PressTools, press } from './press.js'
import { specimenFor, specimenText } from './specimen/specimen.js'

/** A specimen is longer than any handout: it has every block. */
const mostPages = 12

export interface Gallery {
  readonly pdf: Uint8Array | undefined
  readonly html: string | undefined
  readonly pages: number
  readonly messages: readonly VFileMessage[]
}

interface Look {
  readonly level: string
  readonly edition: Edition
  readonly color?: 'grey'
}

/**
 * What is shown: every level in both editions, and one level of each as it is printed without colour. Further languages are
 * shown at one level: the same a third time would tell nothing new.
 */
function looks(settings: Settings, isFirst: boolean): Look[] {
  const levels = Object.keys(settings.levels)
  const one = levels.slice(0, 1)
  const editions: readonly Edition[] = ['standard', 'large-print']
  const of = (some: readonly string[], color?: 'grey') =>
    editions.flatMap((edition) => some.map((level) => ({ level, edition, ...(color ? { color } : {}) })))
  return isFirst ? [...of(levels), ...of(one, 'grey')] : of(one)
}

/** A look, in one language or in two. */
interface Shown {
  readonly theme: Theme
  readonly look: Look
  readonly beside?: Theme
}

/** The two languages side by side, where the organization has such an edition. */
function sideBySide(themes: readonly Theme[], settings: Settings): Shown[] {
  const [first, second] = themes[0]?.organization.bilingual ?? []
  const theme = themes.find(({ language }) => language === first)
  const beside = themes.find(({ language }) => language === second)
  const [level = ''] = Object.keys(settings.levels)
  return theme && beside ? [{ theme, look: { level, edition: 'bilingual' }, beside }] : []
}

interface Part {
  readonly name: string
  readonly theme: Theme
  readonly topic: Topic
  readonly composed: Composed
}

/**
 * Makes the gallery of an organization. Each part is printed and proven as a handout is; then they are joined.
 *
 * @param themes one for each of its languages
 * @param notices ids of the notices there are
 * @throws HandoutError when the surroundings fail
 */
export async function gallery(
  themes: readonly Theme[],
  notices: readonly string[],
  settings: Settings,
  tools: PressTools,
): Promise<Gallery> {
  const messages: VFileMessage[] = []
  const shown: Shown[] = themes.flatMap((theme, index) =>
    looks(settings, index === 0).map((look) => ({ theme, look })),
  )
  const parts = [...shown, ...sideBySide(themes, settings)].flatMap(({ theme, look, beside }): Part[] => {
    const name = nameOf(theme, look, themes.length > 1, beside)
    const plain = specimenFor(theme, notices)
    const topic = { ...plain, meta: { ...plain.meta, title: `${String(plain.meta.title)}: ${name}` } }
    const variant = variantOf(theme, look, settings, beside)
    const half = beside && { topic: specimenFor(beside, notices), theme: beside }
    const { composed, messages: found } = compose(topic, variant, theme, settings, producer, half)
    messages.push(...found)
    return composed ? [{ name, theme, topic, composed }] : []
  })
  const printed = await Promise.all(parts.map((part, index) => printPart(part, index, tools, messages)))
  const [first] = parts
  const whole = printed.filter((part) => part !== undefined)
  if (!first || messages.some(isError) || whole.length < parts.length)
    return { pdf: undefined, html: undefined, pages: 0, messages }
  const joined = await join(whole)
  const { theme, topic, composed } = first
  const name = forLanguage(theme.organization.name, theme.language)
  const info = {
    ...composed.info,
    title: `${name}: ${specimenText(theme.language).title}`,
    keywords: [],
  }
  const finished = await finish(joined.bytes, info, joined.page)
  const fonts = [...new Set(parts.flatMap((part) => part.composed.fonts))]
  const { faults } = verify(finished.bytes, { page: joined.page, info, fonts })
  messages.push(...[...finished.faults, ...faults].map((one) => explain(one, topic.body, topic.path)))
  if (messages.some(isError)) return { pdf: undefined, html: undefined, pages: 0, messages }
  const html = galleryPage(
    info.title,
    theme.language,
    parts.map((part) => ({ name: part.name, language: part.theme.language, html: part.composed.twin() })),
  )
  return { pdf: finished.bytes, html, pages: finished.pages, messages }
}

/** Prints and proves one part; what the browser printed is kept for the whole. */
async function printPart(
  { composed, topic, theme }: Part,
  index: number,
  tools: PressTools,
  messages: VFileMessage[],
): Promise<PrintedPart | undefined> {
  let last: PrintedPdf | undefined
  const print: PressTools['pool']['print'] = async (job, options) => {
    last = await tools.pool.print(job, options)
    return last
  }
  const job = { ...composed.job, html: withOwnIds(composed.job.html, index), maxPages: mostPages }
  const pressed = await press({ ...composed, job }, topic, theme, { ...tools, pool: { print } })
  messages.push(...pressed.messages)
  return pressed.pdf && last ? { bytes: last.bytes, page: last.page, language: theme.language } : undefined
}

/** Every part has the same ids; in one file links would lead to the first. */
function withOwnIds(html: string, index: number): string {
  const rename = (id: string) => `part${index}-${id}`
  return html
    .replace(
      / (id|for|headers|aria-labelledby|aria-describedby)="([^"]+)"/g,
      (_whole, key: string, ids: string) => ` ${key}="${ids.split(' ').map(rename).join(' ')}"`,
    )
    .replace(/ href="#([^"]+)"/g, (_whole, id: string) => ` href="#${rename(id)}"`)
}

function variantOf(
  { organization, language }: Theme,
  { level, edition, color }: Look,
  settings: Settings,
  beside?: Theme,
): Variant {
  const length = lengthIds(settings).at(-1) ?? ''
  return {
    organization: organization.id,
    language,
    topic: 'gallery',
    level,
    length,
    edition,
    ...(beside ? { beside: beside.language } : {}),
    ...(color ? { color } : {}),
  }
}

function nameOf(
  { labels, language }: Theme,
  { level, edition, color }: Look,
  several: boolean,
  beside?: Theme,
): string {
  const words = specimenText(language)
  return [
    labels.levels[level] ?? level,
    ...(edition === 'large-print' ? [words.largePrint] : []),
    ...(color ? [words.grey] : []),
    ...(beside ? [`${language} · ${beside.language}`] : several ? [language] : []),
  ].join(', ')
}
