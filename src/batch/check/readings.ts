// Topic files -> topics as read; one that is wanted again soon, as the text of a translation or beside it, is not read twice.
import { readOriginal } from '../../content/read-original.js'
import { readTopic, type TopicFile } from '../../content/read-topic.js'
import type { Vocabulary } from '../../content/vocabulary.js'
import type { Topic, TopicReading } from '../../model/topic.js'
import type { Original } from '../../model/translation-changes.js'

/** A topic takes a hundred times the room of its file. */
const mostKept = 12

/** Readings of one check; what changes meanwhile is seen by the next. */
export class Readings {
  readonly #root: string
  readonly #vocabulary: Vocabulary
  readonly #kept = new Map<string, Promise<TopicReading>>()

  constructor(root: string, vocabulary: Vocabulary) {
    this.#root = root
    this.#vocabulary = vocabulary
  }

  read(found: TopicFile): Promise<TopicReading> {
    const reading = this.#kept.get(found.file) ?? readTopic(found, this.#root, this.#vocabulary)
    // Behind all others: what was wanted last is let go of last.
    this.#kept.delete(found.file)
    this.#kept.set(found.file, reading)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest)
    return reading
  }

  /** The text that a topic translates, as `readOriginal` gives it. */
  original(topic: Topic): Promise<Original | 'missing' | undefined> {
    return readOriginal(topic, this.#root, (file) => this.read(file))
  }
}
