// Planned variants -> an outcome for each, several at a time; one that fails never stops the others.

import type { VFileMessage } from 'vfile-message'
import { HandoutError } from '../model/error.js'
import { isError, toRecord } from '../model/message.js'
import type { Organization } from '../model/organization.js'
import type { Settings } from '../model/settings.js'
import { type Variant, variantId } from '../model/variant.js'
import { producer } from '../model/version.js'
import type { Brands } from './brands.js'
import type { Handouts, Outcome } from './handouts.js'
import type { Inputs } from './inputs.js'
import { type Library, organizationMessages } from './library.js'
import { type JudgedReading, type Judgement, type Topics, topicKey } from './topics.js'

/** A browser that brings down so many handouts one after another is at fault itself. */
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
    for (const variant of todo) this.#left.set(keyOf(variant), (this.#left.get(keyOf(variant)) ?? 0) + 1)
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

  /** Settles what is as it was without reading it; gives the rest, topic by topic, so that each is read once. */
  async #lookThrough(variants: readonly Variant[]): Promise<Variant[]> {
    const { topics, handouts } = this.#options
    const todo: Variant[] = []
    const remembered = new Map<string, Judgement | undefined>()
    for (const [index, variant] of variants.entries()) {
      if (this.#ends()) return []
      if (index % breath === 0) await new Promise(setImmediate)
      const key = keyOf(variant)
      if (!remembered.has(key)) {
        const judgement = await topics.remembered(key)
        if (judgement) this.#options.onRemarks(judgement.messages)
        remembered.set(key, judgement)
      }
      const judgement = remembered.get(key)
      const outcome = judgement && (await handouts.unchanged(variant, this.#inputsOf(variant, judgement)))
      if (outcome) await this.#done(outcome)
      else todo.push(variant)
    }
    return todo.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))
  }

  async #one(variant: Variant): Promise<Outcome> {
    const { topics } = this.#options
    const key = keyOf(variant)
    try {
      const judged = await topics.read(key)
      if (judged) this.#options.onRemarks(judged.messages)
      return await this.#judged(variant, judged)
    } finally {
      const left = (this.#left.get(key) ?? 0) - 1
      this.#left.set(key, left)
      if (left === 0) topics.release(key)
    }
  }

  async #judged(variant: Variant, judged: JudgedReading | undefined): Promise<Outcome> {
    const { library, topics, brands, handouts } = this.#options
    const topic = judged?.reading.topic
    const organization = this.#organizations.get(variant.organization)
    const fail = (messages: readonly VFileMessage[]) =>
      handouts.fail(variant, messages, topic, organization?.paper ?? '')
    if (judged && !topic) return fail(judged.reading.messages)
    if (!judged || !topic || !organization)
      return fail(organizationMessages(library, (id) => id === variant.organization))
    const remarks = judged.of(variantId(variant))
    if (remarks.some(isError)) return fail(remarks)
    const inputs = this.#inputsOf(variant, judged)
    const unchanged = await handouts.unchanged(variant, inputs)
    if (unchanged) return unchanged
    const { theme, messages: themeMessages } = await brands.theme(organization, variant.language)
    if (!theme) return fail(themeMessages)
    const own = await topics.forOrganization(topic, organization)
    const all = [...remarks, ...themeMessages, ...own.of(variantId(variant))]
    if (!own.topic || all.some(isError)) return fail(all)
    const { compose } = await import('../pipeline/compose.js')
    const { composed, messages } = compose(own.topic, variant, theme, this.#options.settings, producer)
    if (!composed) return fail([...all, ...messages])
    return handouts.make(composed, { topic: own.topic, theme, inputs, remarks: all })
  }

  #inputsOf(variant: Variant, judgement: Judgement): string {
    const organization = this.#organizations.get(variant.organization)
    const file = this.#options.topics.file(keyOf(variant))
    if (!organization || !file) return ''
    const remarks = judgement.of(variantId(variant)).map(toRecord)
    return this.#options.inputs.of(variant, organization, file, remarks)
  }

  async #done(outcome: Outcome): Promise<void> {
    const failed = outcome.record.status === 'failed'
    if (failed && this.#options.failFast) this.#stopped = true
    await this.#options.onOutcome(outcome)
    const crashed = failed && outcome.messages.some((one) => one.ruleId === 'browser-crashed' && isError(one))
    if (outcome.from === 'nowhere') this.#crashes = crashed ? this.#crashes + 1 : 0
    if (this.#crashes >= mostCrashes)
      throw new HandoutError(
        'browser-crashed',
        `The browser crashed with ${mostCrashes} handouts one after another.`,
        {
          hint: 'Run `handout doctor`, and look at the memory of the machine.',
        },
      )
  }

  #ends(): boolean {
    return this.#stopped || this.#options.signal?.aborted === true
  }
}

function keyOf({ topic, language }: Variant): string {
  return topicKey({ id: topic, language })
}
