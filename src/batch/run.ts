// Planned variants -> an outcome for each, several at a time; one that fails never stops the others.
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { asHandoutError, type ErrorCode, HandoutError } from '../model/error.js'
import { fault, isError, toRecord } from '../model/message.js'
import type { Organization } from '../model/organization.js'
import type { Settings } from '../model/settings.js'
import { type Variant, variantId } from '../model/variant.js'
import { producer } from '../model/version.js'
import type { Half } from '../pipeline/half.js'
import type { Brands } from './brands.js'
import type { Handouts, Outcome } from './handouts.js'
import type { Inputs } from './inputs.js'
import { type Library, organizationMessages } from './library.js'
import { type JudgedReading, type Judgement, type Topics, topicKeys } from './topics.js'

/** What brings down so many handouts one after another is at fault itself: the browser, or we. */
const mostCrashes = 5
/** Kept handouts that are looked at before others may work. */
const breath = 50

export interface RunOptions {
  readonly settings: Settings
  readonly library: Library
  readonly topics: Topics
  readonly brands: Brands
  readonly inputs: Inputs
  readonly handouts: Handouts
  /** Handouts at work at the same time, in whichever stage. */
  readonly width: number
  /** Stops at the first handout at fault. */
  readonly failFast: boolean
  readonly signal: AbortSignal | undefined
  /** Called when it is known that something has to be made. */
  readonly onWork: (count: number) => void
  readonly onRemarks: (messages: readonly VFileMessage[]) => void
  readonly onOutcome: (outcome: Outcome) => Promise<void> | void
}

/** One run. */
export class Run {
  readonly #options: RunOptions
  readonly #organizations: ReadonlyMap<string, Organization>
  readonly #left = new Map<string, number>()
  #stopped = false
  #crashes = 0

  constructor(options: RunOptions) {
    this.#options = options
    this.#organizations = new Map(options.library.usable.map((one) => [one.id, one]))
  }

  /** @throws HandoutError when the surroundings fail; then those at work are waited for first */
  async all(variants: readonly Variant[]): Promise<void> {
    const todo = await this.#lookThrough(variants)
    if (todo.length === 0) return
    this.#options.onWork(todo.length)
    for (const key of todo.flatMap(topicKeys)) this.#left.set(key, (this.#left.get(key) ?? 0) + 1)
    let next = 0
    const worker = async () => {
      for (let variant = todo[next++]; variant && !this.#ends(); variant = todo[next++]) {
        try {
          await this.#done(await this.#one(variant))
        } catch (cause) {
          this.#stopped = true
          throw cause
        }
      }
    }
    const workers = Array.from({ length: Math.min(this.#options.width, todo.length) }, worker)
    const failed = (await Promise.allSettled(workers)).find((one) => one.status === 'rejected')
    if (failed && !this.#options.signal?.aborted) throw failed.reason
  }

  /** Settles what is as it was without reading it; gives the rest. Topic by topic, so that each is read once. */
  async #lookThrough(variants: readonly Variant[]): Promise<Variant[]> {
    const { topics, handouts } = this.#options
    const todo: Variant[] = []
    const keyOf = (variant: Variant) => topicKeys(variant)[0] ?? ''
    const byTopic = [...variants].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))
    const remembered = new Map<string, Judgement | undefined>()
    for (const [index, variant] of byTopic.entries()) {
      if (this.#ends()) return []
      if (index % breath === 0) await new Promise(setImmediate)
      const keys = topicKeys(variant)
      for (const key of keys) {
        if (remembered.has(key)) continue
        const judgement = await topics.remembered(key)
        if (judgement) this.#options.onRemarks(judgement.messages)
        remembered.set(key, judgement)
      }
      const judgements = keys.flatMap((key) => remembered.get(key) ?? [])
      const known = judgements.length === keys.length
      const outcome = known && (await handouts.unchanged(variant, this.#inputsOf(variant, judgements)))
      if (outcome) await this.#done(outcome)
      else todo.push(variant)
    }
    return todo
  }

  async #one(variant: Variant): Promise<Outcome> {
    const { topics } = this.#options
    const keys = topicKeys(variant)
    try {
      const judged = await Promise.all(keys.map((key) => topics.read(key)))
      for (const one of judged) if (one) this.#options.onRemarks(one.messages)
      return await this.#judged(variant, judged)
    } catch (cause) {
      const error = asHandoutError(cause)
      if (error.code !== 'internal') throw error
      // A mistake of ours that one handout meets is no reason to make none of the others.
      return await this.#options.handouts.fail(variant, [this.#mistake(variant, error)], undefined, '')
    } finally {
      for (const key of keys) {
        const left = (this.#left.get(key) ?? 0) - 1
        this.#left.set(key, left)
        if (left === 0) await topics.release(key)
      }
    }
  }

  async #judged(variant: Variant, judged: readonly (JudgedReading | undefined)[]): Promise<Outcome> {
    const { library, brands, handouts } = this.#options
    const readings = judged.flatMap((one) => one ?? [])
    const found = readings.flatMap(({ reading }) => reading.topic ?? [])
    const organization = this.#organizations.get(variant.organization)
    const fail = (messages: readonly VFileMessage[]) =>
      handouts.fail(variant, messages, found[0], organization?.paper ?? '')
    if (found.length < readings.length)
      return fail(readings.flatMap(({ reading }) => (reading.topic ? [] : reading.messages)))
    if (!organization || readings.length < judged.length)
      return fail(organizationMessages(library, (id) => id === variant.organization))
    const remarks = remarksOf(variant, readings)
    if (remarks.some(isError)) return fail(remarks)
    const inputs = this.#inputsOf(variant, readings)
    const unchanged = await handouts.unchanged(variant, inputs)
    if (unchanged) return unchanged
    const all = [...remarks]
    const halves: Half[] = []
    for (const topic of found) {
      const { theme, messages } = await brands.theme(organization, topic.language)
      if (!theme) return fail(messages)
      const own = await this.#options.topics.forOrganization(topic, organization)
      all.push(...messages, ...own.of(variantId(variant)))
      if (own.topic) halves.push({ topic: own.topic, theme })
    }
    const [first, beside] = halves
    if (!first || halves.length < found.length || all.some(isError)) return fail(all)
    const { compose } = await import('../pipeline/compose.js')
    const { settings } = this.#options
    const { composed, messages } = compose(first.topic, variant, first.theme, settings, producer, beside)
    if (!composed) return fail([...all, ...messages])
    return handouts.make(composed, { ...first, inputs, remarks: all })
  }

  #mistake(variant: Variant, { code, message, hint }: HandoutError): VFileMessage {
    const [key = ''] = topicKeys(variant)
    const file = this.#options.topics.file(key)
    const { root } = this.#options.settings
    return fault({
      rule: code,
      reason: `${variantId(variant)} could not be made: ${message}`,
      hint,
      ...(file
        ? { file: path.relative(root, file.file).split(path.sep).join('/'), place: { line: 1, column: 1 } }
        : {}),
    })
  }

  #inputsOf(variant: Variant, judgements: readonly Judgement[]): string {
    const organization = this.#organizations.get(variant.organization)
    const files = topicKeys(variant).map((key) => this.#options.topics.file(key))
    const known = files.filter((file) => file !== undefined)
    if (!organization || known.length < files.length) return ''
    const remarks = remarksOf(variant, judgements).map(toRecord)
    return this.#options.inputs.of(variant, organization, known, remarks)
  }

  async #done(outcome: Outcome): Promise<void> {
    const failed = outcome.record.status === 'failed'
    if (failed && this.#options.failFast) this.#stopped = true
    await this.#options.onOutcome(outcome)
    const crash = failed
      ? outcome.messages.find((one) => isError(one) && crashes.has(one.ruleId ?? ''))
      : undefined
    if (outcome.from === 'nowhere') this.#crashes = crash ? this.#crashes + 1 : 0
    if (crash && this.#crashes >= mostCrashes) throw tooMany(crash)
  }

  #ends(): boolean {
    return this.#stopped || this.#options.signal?.aborted === true
  }
}

/** What was found in the words of a variant, in each of its languages. */
function remarksOf(variant: Variant, judgements: readonly Judgement[]): VFileMessage[] {
  return judgements.flatMap((one) => one.of(variantId(variant)))
}

/** Rules of handouts that brought something down. */
const crashes: ReadonlySet<string> = new Set<ErrorCode>(['browser-crashed', 'internal'])

function tooMany({ ruleId, reason }: VFileMessage): HandoutError {
  if (ruleId === 'internal') return new HandoutError('internal', reason)
  return new HandoutError(
    'browser-crashed',
    `The browser crashed with ${mostCrashes} handouts one after another.`,
    { hint: 'Run `handout doctor`, and look at the memory of the machine.' },
  )
}
