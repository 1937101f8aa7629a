// The library -> how the review of every topic stands; and the signature under those that were reviewed.
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { withSignature } from '../content/sign.js'
import { HandoutError } from '../model/error.js'
import { reviewDue } from '../model/review.js'
import type { Settings } from '../model/settings.js'
import { didYouMean } from '../model/suggest.js'
import { textHash } from '../model/text-hash.js'
import type { Topic, TopicReading } from '../model/topic.js'
import { writeWhole } from '../output/write.js'
import { openLibrary } from './library.js'
import { type Filters, matchesAny } from './plan.js'

export interface ReviewState {
  readonly topic: string
  readonly language: string
  /** Path of the source relative to the root. */
  readonly path: string
  /** Undefined when the file has faults. */
  readonly review:
    | {
        readonly status: 'draft' | 'reviewed'
        readonly by: readonly string[]
        readonly on: string
        readonly due: string
        /** Negative when it is overdue. */
        readonly daysLeft: number
        /** `none`: a draft, or not signed; `changed`: the text is not the one that was signed. */
        readonly signature: 'none' | 'valid' | 'changed'
        readonly hash: string
      }
    | undefined
  readonly messages: readonly VFileMessage[]
}

const dayInMs = 86_400_000

/**
 * Reads the topics that are asked about.
 *
 * @throws HandoutError `folder-unreadable`, `name-unknown`
 */
export async function readTopicsAsked(
  settings: Settings,
  filters: Pick<Filters, 'topics' | 'languages'>,
): Promise<TopicReading[]> {
  const library = await openLibrary(settings)
  const names = [...new Set(library.found.map(({ id }) => id))]
  for (const wanted of filters.topics)
    if (!names.some((name) => matchesAny(name, [wanted])))
      throw new HandoutError('name-unknown', `There is no topic \`${wanted}\`.`, {
        hint: didYouMean(wanted, names),
      })
  return library.readTopics(
    ({ id, language }) => matchesAny(id, filters.topics) && matchesAny(language, filters.languages),
  )
}

/**
 * How the reviews stand, soonest due first.
 *
 * @param today ISO date
 */
export function reviewStates(readings: readonly TopicReading[], today: string): ReviewState[] {
  return readings
    .map(
      ({ id, language, path, topic, messages }): ReviewState => ({
        topic: id,
        language,
        path,
        review: topic && stateOf(topic, today),
        messages,
      }),
    )
    .sort((a, b) => (a.review?.daysLeft ?? 0) - (b.review?.daysLeft ?? 0) || (a.path < b.path ? -1 : 1))
}

/**
 * Writes the hash of the text into the front matter of every topic that is marked as reviewed and whose text is not
 * the one that was signed.
 *
 * @returns paths of the files that were signed
 */
export async function signReviews(settings: Settings, readings: readonly TopicReading[]): Promise<string[]> {
  const signed: string[] = []
  for (const { topic } of readings) {
    if (topic?.meta.review.status !== 'reviewed' || topic.meta.review.signed === textHash(topic)) continue
    await writeWhole(path.join(settings.root, topic.path), withSignature(topic.source, textHash(topic)))
    signed.push(topic.path)
  }
  return signed
}

function stateOf(topic: Topic, today: string): ReviewState['review'] {
  const { status, by, on, signed } = topic.meta.review
  const due = reviewDue(topic.meta.review)
  const hash = textHash(topic)
  const isSigned = status === 'reviewed' && signed !== undefined
  return {
    status,
    by,
    on,
    due,
    daysLeft: Math.round((Date.parse(due) - Date.parse(today)) / dayInMs),
    signature: isSigned ? (signed === hash ? 'valid' : 'changed') : 'none',
    hash,
  }
}
