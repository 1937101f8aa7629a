// Topics as they are needed -> read and judged once while handouts are made of them; those that have not changed are remembered.
import { createHash } from 'node:crypto'
import type { VFileMessage } from 'vfile-message'
import type { TopicFile } from '../content/read-topic.js'
import type { Organization } from '../model/organization.js'
import { reviewDue } from '../model/review.js'
import type { Settings } from '../model/settings.js'
import type { Topic, TopicReading } from '../model/topic.js'
import { languagesOf, type Variant, variantId } from '../model/variant.js'
import type { Inputs } from './inputs.js'
import { chainsOf, type Library } from './library.js'
import { type Memory, type RememberedFinding, recalled, remembered } from './memory.js'

/** A day no review reaches: remarks that do not depend on the date hold until then. */
const never = '9999-12-31'

export function topicKey({ id, language }: Pick<TopicFile, 'id' | 'language'>): string {
  return `${id}/${language}`
}

/** Keys of the texts of a variant: of a bilingual edition two, the first language first. */
export function topicKeys(variant: Variant): string[] {
  return languagesOf(variant).map((language) => topicKey({ id: variant.topic, language }))
}

/** What was found in a topic: remarks about the file and about the words, and which variants they are about. */
export interface Judgement {
  /** Every remark, each once. */
  readonly messages: readonly VFileMessage[]
  /** Remarks about the words of a variant. */
  readonly of: (id: string) => readonly VFileMessage[]
}

/** A topic in use. */
export interface JudgedReading extends Judgement {
  readonly reading: TopicReading
}

/** A topic of an organization. */
export interface ExtendedTopic {
  /** Undefined when what is added is at fault. */
  readonly topic: Topic | undefined
  /** Remarks about what is added to a variant. */
  readonly of: Judgement['of']
}

export interface TopicsOptions {
  readonly settings: Settings
  readonly library: Library
  readonly inputs: Inputs
  readonly memory: Memory
  readonly variants: readonly Variant[]
  /** ISO date on which the words are judged; without it they are not. */
  readonly checkOn: string | undefined
}

/** The topics of one run. */
export class Topics {
  readonly #options: TopicsOptions
  readonly #files: ReadonlyMap<string, TopicFile>
  readonly #variants = new Map<string, Variant[]>()
  /** Not judged: two texts that name each other as their original would wait for one another. */
  readonly #plain = new Map<string, Promise<TopicReading>>()
  readonly #reading = new Map<string, Promise<JudgedReading>>()
  readonly #extended = new Map<string, ExtendedTopic>()

  constructor(options: TopicsOptions) {
    this.#options = options
    this.#files = new Map(options.library.found.map((file) => [topicKey(file), file]))
    for (const variant of options.variants)
      for (const key of topicKeys(variant)) {
        const own = this.#variants.get(key)
        if (own) own.push(variant)
        else this.#variants.set(key, [variant])
      }
  }

  file(key: string): TopicFile | undefined {
    return this.#files.get(key)
  }

  /** What was found in a topic that is as it was when it was last found good; undefined when it has to be read. */
  async remembered(key: string): Promise<Judgement | undefined> {
    const file = this.#files.get(key)
    const known = file && (await this.#options.memory.topic(key))
    if (!known || known.texts !== this.#textsOf(key, file) || (this.#options.checkOn ?? '') >= known.until)
      return undefined
    const { topics, organizations, notices } = this.#options.library.vocabulary
    const there =
      known.names.topics.every((name) => topics.includes(name)) &&
      known.names.organizations.every((name) => organizations.includes(name)) &&
      known.names.notices.every((name) => notices.includes(name))
    if (!there) return undefined
    const messages = recalled(known.findings.map(({ message }) => message))
    const own = this.#variants.get(key) ?? []
    return judgementOf(
      messages,
      known.findings.map(({ at }, index) => ({
        message: messages[index] as VFileMessage,
        variants: at.flatMap((number) => (own[number] ? [variantId(own[number])] : [])),
      })),
    )
  }

  /** Reads and judges a topic, or gives the one that is being used. */
  read(key: string): Promise<JudgedReading | undefined> {
    const known = this.#reading.get(key)
    if (known) return known
    const file = this.#files.get(key)
    if (!file) return Promise.resolve(undefined)
    // Hashed before it is read: an edit in between makes it look changed next time, never unchanged.
    const texts = this.#textsOf(key, file)
    const reading = this.#readAndJudge(key, texts, file)
    this.#reading.set(key, reading)
    return reading
  }

  async #readAndJudge(key: string, texts: string, file: TopicFile): Promise<JudgedReading> {
    const plain = this.#options.library.readTopic(file)
    this.#plain.set(key, plain)
    const [reading, known] = await Promise.all([plain, this.remembered(key)])
    return reading.topic && known ? { reading, ...known } : this.#judge(key, texts, reading)
  }

  /** A topic with what an organization adds to it, judged like the topic itself. */
  async forOrganization(topic: Topic, organization: Organization): Promise<ExtendedTopic> {
    const { settings, library, checkOn } = this.#options
    const { topic: extended, messages } = await library.topicFor(topic, organization)
    if (extended === topic) return { topic, of: () => [] }
    const key = `${organization.id}/${topicKey(topic)}`
    const known = this.#extended.get(key)
    if (known) return known
    const own = (this.#variants.get(topicKey(topic)) ?? []).filter(
      (one) => one.organization === organization.id,
    )
    const findings: Finding[] = messages.map((message) => ({ message, variants: own.map(variantId) }))
    if (extended && checkOn !== undefined) {
      const { judgeAdditions } = await import('./check/additions.js')
      findings.push(...judgeAdditions(extended, organization, own, settings, checkOn))
    }
    const judged = { topic: extended, of: judgementOf([], findings).of }
    this.#extended.set(key, judged)
    return judged
  }

  /** Lets go of a topic of which no more handouts are made. */
  async release(key: string): Promise<void> {
    this.#reading.delete(key)
    this.#plain.delete(key)
    for (const known of this.#extended.keys()) if (known.endsWith(`/${key}`)) this.#extended.delete(known)
    const file = this.#files.get(key)
    if (file) await this.#options.memory.release({ topic: file.id, language: file.language })
  }

  async #judge(key: string, texts: string, reading: TopicReading): Promise<JudgedReading> {
    const { settings, library, checkOn } = this.#options
    const own = this.#variants.get(key) ?? []
    const findings: Finding[] = []
    if (checkOn !== undefined) {
      const [{ checkTopic }, { readOriginal }] = await Promise.all([
        import('./check/check-topic.js'),
        import('../content/read-original.js'),
      ])
      const chains = chainsOf(library.usable)
      const original =
        reading.topic &&
        (await readOriginal(reading.topic, settings.root, (file) => this.#plain.get(topicKey(file))))
      const options = { settings, chains, today: checkOn, original }
      findings.push(...checkTopic(reading, own, options).checked.findings)
    } else findings.push(...reading.messages.map((message) => ({ message, variants: [] })))
    const messages = [...new Set(findings.map(({ message }) => message))]
    if (reading.topic && !messages.some((message) => message.fatal === true))
      await this.#remember(key, texts, reading.topic, findings)
    return { reading, ...judgementOf(messages, findings) }
  }

  async #remember(key: string, texts: string, topic: Topic, findings: readonly Finding[]): Promise<void> {
    const { namesIn } = await import('./names-in-topic.js')
    const numbers = new Map(
      (this.#variants.get(key) ?? []).map((variant, index) => [variantId(variant), index]),
    )
    this.#options.memory.addTopic(key, {
      texts,
      names: namesIn(topic),
      findings: findings.map(
        ({ message, variants }): RememberedFinding => ({
          message: remembered(message),
          at: variants.flatMap((id) => numbers.get(id) ?? []),
        }),
      ),
      until: this.#nextDate(topic),
    })
  }

  /** Everything that remarks about a topic depend on, besides the vocabulary and the date. */
  #textsOf(key: string, file: TopicFile): string {
    const own = (this.#variants.get(key) ?? []).map(variantId)
    const judged = this.#options.checkOn !== undefined
    return createHash('sha256')
      .update(JSON.stringify([this.#options.inputs.texts(file), judged, own]))
      .digest('base64url')
  }

  /** The next day on which a remark about the review may come or change; while it counts days, that is tomorrow. */
  #nextDate({ meta }: Topic): string {
    const today = this.#options.checkOn
    if (today === undefined) return never
    const notice = shifted(reviewDue(meta.review), -this.#options.settings.check.reviewNotice)
    return today < notice ? notice : shifted(today, 1)
  }
}

interface Finding {
  readonly message: VFileMessage
  readonly variants: readonly string[]
}

function judgementOf(messages: readonly VFileMessage[], findings: readonly Finding[]): Judgement {
  const byVariant = new Map<string, VFileMessage[]>()
  for (const { message, variants } of findings)
    for (const id of variants) byVariant.set(id, [...(byVariant.get(id) ?? []), message])
  return { messages, of: (id) => byVariant.get(id) ?? [] }
}

function shifted(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}
