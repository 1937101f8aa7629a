// The cache folder -> what earlier builds read and made: parts of handouts, remarks about topics; and what this one adds.
import { createHash } from 'node:crypto'
import type { VFileMessage } from 'vfile-message'
import type { HandoutRecord } from '../model/manifest.js'
import { fault, type MessageRecord, toRecord } from '../model/message.js'
import { type Variant, variantId } from '../model/variant.js'
import type { Cache } from './cache/cache.js'
import type { Parts } from './parts.js'

/** A handout as it was last made: its record, and what went into it. */
export interface RememberedHandout {
  readonly record: HandoutRecord
  readonly parts: Parts
}

/** What was found in the brand of an organization in a language. */
export interface RememberedBrand {
  /** Hash of its templates and of the settings. */
  readonly inputs: string
  readonly messages: readonly MessageRecord[]
}

/** What was found in a topic, and until when that holds. */
export interface RememberedTopic {
  /** Hash of its folder, of the settings and of the variants wanted. */
  readonly texts: string
  /** Words of the vocabulary it uses: topics, organizations and notices that must still be there. */
  readonly names: Names
  readonly findings: readonly RememberedFinding[]
  /** ISO date from which remarks about the review may be others. */
  readonly until: string
}

/** A remark, and the variants it is about, by their number among those wanted. */
export interface RememberedFinding {
  readonly message: MessageRecord
  readonly at: readonly number[]
}

export interface Names {
  readonly topics: readonly string[]
  readonly organizations: readonly string[]
  readonly notices: readonly string[]
}

/** Parts as stored: names are told once for all handouts. */
interface HandoutsNote {
  readonly names: readonly string[]
  readonly handouts: readonly {
    readonly record: HandoutRecord
    readonly parts: readonly (number | string)[]
  }[]
}

/** Handouts are remembered by their topic: a batch of ten thousands is neither held nor written anew as a whole. */
const handoutsFolder = 'by-topic'
/** Topics whose handouts are held after they were read. */
const mostHeld = 8
const topicsNote = 'topics'
const brandsNote = 'brands'

/**
 * What a build knows from earlier ones. It only saves work and gives reasons: every file it leads to is held against its hash.
 */
export class Memory {
  readonly #cache: Cache | undefined
  readonly #newHandouts = new Map<string, Map<string, RememberedHandout>>()
  readonly #newTopics = new Map<string, RememberedTopic>()
  readonly #newBrands = new Map<string, RememberedBrand>()
  readonly #handouts = new Map<string, Promise<Map<string, RememberedHandout>>>()
  #topics: Promise<Map<string, RememberedTopic>> | undefined
  #brands: Promise<Map<string, RememberedBrand>> | undefined

  constructor(cache: Cache | undefined) {
    this.#cache = cache
  }

  /** Whether no topic was ever read. */
  async isEmpty(): Promise<boolean> {
    this.#topics ??= this.#readNamed(topicsNote)
    return (await this.#topics).size === 0
  }

  /** Fast where those of one topic and language are asked for one after another. */
  async handout(variant: Variant): Promise<RememberedHandout | undefined> {
    const note = noteOf(variant)
    const handouts = this.#handouts.get(note) ?? this.#readHandouts(note)
    this.#handouts.set(note, handouts)
    for (const oldest of this.#handouts.keys())
      if (this.#handouts.size > mostHeld) this.#handouts.delete(oldest)
    return (await handouts).get(variantId(variant))
  }

  async topic(id: string): Promise<RememberedTopic | undefined> {
    this.#topics ??= this.#readNamed(topicsNote)
    return (await this.#topics).get(id)
  }

  async brand(id: string): Promise<RememberedBrand | undefined> {
    this.#brands ??= this.#readNamed(brandsNote)
    return (await this.#brands).get(id)
  }

  addHandout(handout: RememberedHandout): void {
    const note = noteOf(handout.record)
    const own = this.#newHandouts.get(note) ?? new Map<string, RememberedHandout>()
    this.#newHandouts.set(note, own.set(handout.record.id, handout))
  }

  addTopic(id: string, topic: RememberedTopic): void {
    this.#newTopics.set(id, topic)
  }

  addBrand(id: string, brand: RememberedBrand): void {
    this.#newBrands.set(id, brand)
  }

  /** Writes down the new handouts of a topic in a language: no more of them will come. */
  async release(topic: Pick<Variant, 'topic' | 'language'>): Promise<void> {
    await this.#saveHandouts(noteOf(topic))
  }

  /** Writes what is new over what is there now; another build may have added to it meanwhile. */
  async save(): Promise<void> {
    if (!this.#cache) return
    // Taken out first: what is added while this is being written is for the next time.
    const topics = take(this.#newTopics)
    const brands = take(this.#newBrands)
    await this.#addTo(topicsNote, topics)
    await this.#addTo(brandsNote, brands)
    for (const note of [...this.#newHandouts.keys()]) await this.#saveHandouts(note)
  }

  async #saveHandouts(note: string): Promise<void> {
    const fresh = this.#newHandouts.get(note)
    this.#newHandouts.delete(note)
    this.#handouts.delete(note)
    if (!fresh || !this.#cache) return
    const all = new Map([...(await this.#readHandouts(note)), ...fresh])
    await this.#cache.setNote(note, pack(all.values()))
  }

  async #readHandouts(name: string): Promise<Map<string, RememberedHandout>> {
    const note = await this.#cache?.note<HandoutsNote>(name)
    return new Map(note ? unpack(note).map((one) => [one.record.id, one]) : [])
  }

  async #readNamed<Value>(note: string): Promise<Map<string, Value>> {
    return new Map(Object.entries((await this.#cache?.note<Record<string, Value>>(note)) ?? {}))
  }

  async #addTo<Value>(note: string, fresh: ReadonlyMap<string, Value>): Promise<void> {
    if (fresh.size === 0) return
    const all = new Map([...(await this.#readNamed<Value>(note)), ...fresh])
    await this.#cache?.setNote(note, Object.fromEntries(all))
  }
}

/** Where the handouts of a topic in a language are remembered; a name that every file system takes. */
function noteOf({ topic, language }: Pick<Variant, 'topic' | 'language'>): string {
  return `${handoutsFolder}/${createHash('sha256').update(`${topic}/${language}`).digest('hex').slice(0, 32)}`
}

function take<Value>(from: Map<string, Value>): Map<string, Value> {
  const taken = new Map(from)
  from.clear()
  return taken
}

function pack(handouts: Iterable<RememberedHandout>): HandoutsNote {
  const numbers = new Map<string, number>()
  const number = (name: string) => {
    const known = numbers.get(name) ?? numbers.size
    numbers.set(name, known)
    return known
  }
  const packed = [...handouts].map(({ record, parts }) => ({
    record,
    parts: Object.entries(parts).flatMap(([name, hash]) => [number(name), hash]),
  }))
  return { names: [...numbers.keys()], handouts: packed }
}

function unpack({ names, handouts }: HandoutsNote): RememberedHandout[] {
  return handouts.map(({ record, parts }) => {
    const named: Record<string, string> = {}
    for (let at = 0; at + 1 < parts.length; at += 2)
      named[names[Number(parts[at])] ?? ''] = String(parts[at + 1])
    return { record, parts: named }
  })
}

/** A remark as it is remembered. */
export const remembered: (message: VFileMessage) => MessageRecord = toRecord

/** A remembered remark, to be told again. */
export function recalled(records: readonly MessageRecord[]): VFileMessage[] {
  return records.map(({ rule, severity, file, line, column, text, hint }) =>
    fault({
      rule,
      severity,
      file,
      reason: text,
      ...(hint === '' ? {} : { hint }),
      ...(line > 0 ? { place: { line, column } } : {}),
    }),
  )
}
