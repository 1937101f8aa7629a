// What a person signed about one variant of a topic, answer by answer, bound to the words that were read.
import type { Place } from './message.js'
import type { Variant } from './variant.js'

export type SignedAnswer = 'agree' | 'disagree' | 'not-applicable'

export interface Signed {
  readonly answer: SignedAnswer
  /** Why, in the words of the person; may be empty. */
  readonly because: string
  /** Where it is written. */
  readonly place: Place
}

export interface ReviewRecord extends Pick<Variant, 'level' | 'length'> {
  /** Path relative to the root. */
  readonly path: string
  /** Id of the instrument. */
  readonly instrument: string
  readonly language: string
  /** Hash of the words that were read. */
  readonly text: string
  /** Where that hash is written. */
  readonly textPlace: Place
  /** Who signed. */
  readonly by: string
  /** ISO date. */
  readonly on: string
  /** By number of the item. */
  readonly answers: ReadonlyMap<number, Signed>
}
