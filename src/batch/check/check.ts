// Settings and filters -> what is wrong with the words, the organizations and their templates, without a PDF.
import type { VFileMessage } from 'vfile-message'
import type { Manifest } from '../../model/manifest.js'
import { severityOf } from '../../model/message.js'
import type { Settings } from '../../model/settings.js'
import { languagesOf, type Variant } from '../../model/variant.js'
import { readManifest } from '../../output/manifest.js'
import { Brands } from '../brands.js'
import { addsTo, chainsOf, type Library, openLibrary, organizationMessages } from '../library.js'
import { type Filters, matchesAny, plan } from '../plan.js'
import { Remarks } from '../remarks.js'
import { type CheckedTopic, messagesOf } from './check-topic.js'
import { Readings } from './readings.js'
import { checkTopics, type Judging, type Wanted } from './threads.js'

export interface CheckOptions {
  readonly filters: Filters
  /** ISO date on which reviews are judged. */
  readonly today: string
  /** Writes the report for people into the output folder. */
  readonly report?: boolean
  readonly onEvent?: (event: CheckEvent) => void
}

export type CheckEvent =
  | { readonly type: 'planned'; readonly topics: number; readonly variants: number }
  /** Remarks, each told once. */
  | { readonly type: 'messages'; readonly messages: readonly VFileMessage[] }
  | { readonly type: 'done'; readonly topic: CheckedTopic }

export interface CheckResult {
  /** In the order of their paths. */
  readonly topics: readonly CheckedTopic[]
  /** Every remark, each once. */
  readonly messages: readonly VFileMessage[]
  /** Pages of the last build, by variant. */
  readonly pages: ReadonlyMap<string, number>
  /** First page of the report, when one was asked for. */
  readonly reportPage: string | undefined
  readonly summary: {
    readonly topics: number
    readonly variants: number
    readonly errors: number
    readonly warnings: number
    readonly silenced: number
    readonly seconds: number
  }
}

/**
 * Judges topics, organizations and templates; topics alone where topics are named and no organization is.
 *
 * @throws HandoutError for wrong names and folders that cannot be read
 */
export async function check(
  settings: Settings,
  { filters, today, report, onEvent }: CheckOptions,
): Promise<CheckResult> {
  const started = performance.now()
  const library = await openLibrary(settings)
  const faulty = library.organizations.flatMap(({ id, organization }) => (organization ? [] : [id]))
  const variants = plan(library.found, library.usable, settings, filters, faulty)
  const wanted = library.found.flatMap((found): Wanted[] => {
    // A bilingual edition is wanted with either of its languages; judged are the texts in those that are asked about.
    const asked = matchesAny(found.language, filters.languages)
    const own = variants.filter(
      (one) => asked && one.topic === found.id && languagesOf(one).includes(found.language),
    )
    return own.length > 0 ? [{ found, variants: own }] : []
  })
  onEvent?.({ type: 'planned', topics: wanted.length, variants: variants.length })
  const remarks = new Remarks((messages) => onEvent?.({ type: 'messages', messages }))
  remarks.tell(organizationMessages(library, (id) => matchesAny(id, filters.organizations)))

  const measure = { settings, vocabulary: library.vocabulary, chains: chainsOf(library.usable), today }
  const readings = new Readings(settings.root, library.vocabulary)
  const done = new Map<string, CheckedTopic>()
  const topics: CheckedTopic[] = []
  let themesAreTold = false
  /** Topics come in any order; they are told in that of the plan, after the templates, so that two runs say the same. */
  const tellInOrder = () => {
    while (themesAreTold) {
      const next = wanted[topics.length]?.found
      const ready = next && done.get(`${next.id}/${next.language}`)
      if (!ready) return
      topics.push(ready)
      remarks.tell(messagesOf(ready.findings))
    }
  }
  const onDone = (topic: CheckedTopic) => {
    done.set(`${topic.id}/${topic.language}`, topic)
    onEvent?.({ type: 'done', topic })
    tellInOrder()
  }
  const meanwhile = async () => {
    // Who names topics waits for words, in an editor perhaps; templates and brands take longer to judge than a topic.
    const onlyTopics = filters.topics.length > 0 && filters.organizations.length === 0
    if (!onlyTopics) remarks.tell(await themeMessages(library, settings, filters))
    remarks.tell(await additionMessages(library, settings, wanted, today, readings))
    remarks.tell(await sideBySideMessages(library, settings, variants, readings))
    themesAreTold = true
    tellInOrder()
  }
  const judge = report ? withReport : without
  const reportPage = await judge({ wanted, measure, readings, onDone, meanwhile })
  const count = (severity: 'error' | 'warning') =>
    remarks.told.filter((message) => severityOf(message) === severity).length
  return {
    topics,
    messages: remarks.told,
    reportPage,
    pages: pagesOf(await readManifest(settings.folders.output)),
    summary: {
      topics: wanted.length,
      variants: variants.length,
      errors: count('error'),
      warnings: count('warning'),
      silenced: topics.reduce((sum, { silenced }) => sum + silenced.length, 0),
      seconds: Math.round(performance.now() - started) / 1000,
    },
  }
}

type Judge = (judging: Judging) => Promise<string | undefined>

/** Loaded when it is asked for: pages and their styles are no part of a check in an editor. */
const withReport: Judge = async (judging) => (await import('./report.js')).checkTopicsWithReport(judging)

const without: Judge = async (judging) => {
  await checkTopics(judging)
  return undefined
}

/** Faults of what organizations add to topics. */
async function additionMessages(
  library: Library,
  settings: Settings,
  wanted: readonly Wanted[],
  today: string,
  readings: Readings,
): Promise<VFileMessage[]> {
  const messages: VFileMessage[] = []
  for (const { found, variants } of wanted)
    for (const organization of library.usable) {
      const own = variants.filter((one) => one.organization === organization.id)
      if (own.length === 0 || !addsTo(organization, found)) continue
      const { topic } = await readings.read(found)
      const extended = topic && (await library.topicFor(topic, organization))
      messages.push(...(extended?.messages ?? []))
      if (!extended?.topic) continue
      const { judgeAdditions } = await import('./additions.js')
      const findings = judgeAdditions(extended.topic, organization, own, settings, today)
      messages.push(...findings.map(({ message }) => message))
    }
  return messages
}

/** Sections of bilingual editions without a partner. Texts at fault are left out: what is wrong with them is told. */
async function sideBySideMessages(
  library: Library,
  settings: Settings,
  variants: readonly Variant[],
  readings: Readings,
): Promise<VFileMessage[]> {
  const wanted = variants.filter(({ edition }) => edition === 'bilingual')
  if (wanted.length === 0) return []
  const { judgeSideBySide } = await import('./side-by-side.js')
  return judgeSideBySide(library, settings, wanted, readings)
}

/** Faults of templates, labels, styles and brand of every organization that is asked about, whether it prints anything or not. */
async function themeMessages(
  library: Library,
  settings: Settings,
  { organizations, languages }: Filters,
): Promise<VFileMessage[]> {
  const brands = new Brands({ settings, library })
  const readings = await Promise.all(
    library.usable
      .filter(({ id }) => matchesAny(id, organizations))
      .flatMap((organization) =>
        organization.languages
          .filter((language) => matchesAny(language, languages))
          .map((language) => brands.theme(organization, language)),
      ),
  )
  return readings.flatMap(({ messages }) => messages)
}

function pagesOf(manifest: Manifest | undefined): Map<string, number> {
  return new Map(
    manifest?.handouts.flatMap(({ id, files }): [string, number][] =>
      files.pdf?.pages === undefined ? [] : [[id, files.pdf.pages]],
    ),
  )
}
