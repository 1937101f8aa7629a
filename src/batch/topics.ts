// Topics as they are needed -> read once while handouts are made of them; those that have not changed are remembered, not read.
import { visit } from 'unist-util-visit'
import type { VFileMessage } from 'vfile-message'
import type { TopicFile } from '../content/read-topic.js'
import { wordsOf } from '../model/directive.js'
import { reviewDue } from '../model/review.js'
import type { Topic, TopicReading } from '../model/topic.js'
import type { Inputs } from './inputs.js'
import type { Library } from './library.js'
import { type Memory, type Names, recalled, remembered } from './memory.js'

/** A day no review reaches: remarks that do not depend on the date hold until then. */
const never = '9999-12-31'

export function topicKey({ id, language }: Pick<TopicFile, 'id' | 'language'>): string {
  return `${id}/${language}`
}

/** The topics of one run. */
export class Topics {
  readonly #library: Library
  readonly #inputs: Inputs
  readonly #memory: Memory
  readonly #today: string
  readonly #reviewNotice: number
  readonly #files: ReadonlyMap<string, TopicFile>
  readonly #reading = new Map<string, Promise<TopicReading>>()

  constructor(
    library: Library,
    inputs: Inputs,
    memory: Memory,
    options: { readonly today: string; readonly reviewNotice: number },
  ) {
    this.#library = library
    this.#inputs = inputs
    this.#memory = memory
    this.#today = options.today
    this.#reviewNotice = options.reviewNotice
    this.#files = new Map(library.found.map((file) => [topicKey(file), file]))
  }

  file(key: string): TopicFile | undefined {
    return this.#files.get(key)
  }

  /** Remarks about a topic that is as it was when it was last found good; undefined when it has to be read. */
  async remembered(key: string): Promise<readonly VFileMessage[] | undefined> {
    const file = this.#files.get(key)
    const known = file && (await this.#memory.topic(key))
    if (!known || known.texts !== this.#inputs.texts(file) || this.#today >= known.until) return undefined
    const { topics, organizations, notices } = this.#library.vocabulary
    const there =
      known.names.topics.every((name) => topics.includes(name)) &&
      known.names.organizations.every((name) => organizations.includes(name)) &&
      known.names.notices.every((name) => notices.includes(name))
    return there ? recalled(known.messages) : undefined
  }

  /** Reads a topic, or gives the one that is being used. */
  read(key: string): Promise<TopicReading | undefined> {
    const known = this.#reading.get(key)
    if (known) return known
    const file = this.#files.get(key)
    if (!file) return Promise.resolve(undefined)
    const texts = this.#inputs.texts(file)
    const reading = this.#library.readTopic(file).then((read) => {
      if (read.topic) this.#remember(key, texts, read, read.topic)
      return read
    })
    this.#reading.set(key, reading)
    return reading
  }

  /** Lets go of a topic of which no more handouts are made. */
  release(key: string): void {
    this.#reading.delete(key)
  }

  #remember(key: string, texts: string, reading: TopicReading, topic: Topic): void {
    this.#memory.addTopic(key, {
      texts,
      names: namesIn(topic),
      messages: remembered(reading.messages),
      until: this.#nextDate(topic),
    })
  }

  /** The next day on which a remark about the review may come or change. */
  #nextDate({ meta }: Topic): string {
    const due = reviewDue(meta.review)
    const notice = new Date(`${due}T00:00:00Z`)
    notice.setUTCDate(notice.getUTCDate() - this.#reviewNotice)
    return [notice.toISOString().slice(0, 10), due].find((date) => date > this.#today) ?? never
  }
}

/** Words of the vocabulary that a topic depends on. */
function namesIn({ meta, body }: Topic): Names {
  const organizations = new Set<string>()
  visit(body, (node) => {
    if (node.type !== 'containerDirective' && node.type !== 'leafDirective' && node.type !== 'textDirective')
      return
    for (const name of wordsOf(node.attributes?.organization)) organizations.add(name)
  })
  return { topics: meta.related, organizations: [...organizations], notices: meta.notices }
}
