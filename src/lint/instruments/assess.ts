// Instrument, material, signed records -> each item with its answer and where it comes from, and the counts of each part.
import type { ReviewRecord, Signed } from '../../model/review-record.js'
import type { Answer, Decision, Instrument, Item, Part } from './item.js'
import type { Material } from './material.js'

/** An answer of a person and who gave it. */
interface Signature extends Signed {
  readonly by: string
  readonly on: string
}

export interface Judged {
  readonly item: Item
  /** What the machine found. */
  readonly decision: Decision
  readonly signatures: readonly Signature[]
  /** Undefined: not assessed. */
  readonly answer: Answer | undefined
  /** Whose answer it is. */
  readonly from: 'machine' | 'person' | undefined
  /** Two people signed different answers: not assessed until they agree. */
  readonly disputed: boolean
}

/** Counts of a part. Only decided items that apply are in `possible`. */
interface Tally {
  readonly part: Part
  readonly points: number
  readonly possible: number
  readonly notApplicable: number
  readonly notAssessed: number
}

export interface Assessment {
  readonly instrument: Instrument
  readonly items: readonly Judged[]
  readonly tallies: readonly Tally[]
}

/**
 * Judges a material.
 *
 * @param records those that are about its words as they stand, of any instrument
 */
export function assess(
  instrument: Instrument,
  material: Material,
  records: readonly ReviewRecord[],
): Assessment {
  const own = records.filter((record) => record.instrument === instrument.id)
  const items = instrument.items.map((item) => judge(item, item.decide(material), own))
  return { instrument, items, tallies: instrument.parts.map((part) => tally(part, items)) }
}

function judge(item: Item, decision: Decision, records: readonly ReviewRecord[]): Judged {
  const signatures = records.flatMap(({ answers, by, on }) => {
    const signed = answers.get(item.number)
    return signed ? [{ ...signed, by, on }] : []
  })
  const answers = new Set(signatures.map(({ answer }) => answer))
  const [signed] = answers
  const base = { item, decision, signatures, disputed: false }
  // What is measured is not signed; what a person may judge, a signature decides, also against a suspicion.
  if (item.by === 'machine' && decision.answer) return { ...base, answer: decision.answer, from: 'machine' }
  if (answers.size > 1) return { ...base, answer: undefined, from: undefined, disputed: true }
  if (signed) return { ...base, answer: signed, from: 'person' }
  return { ...base, answer: decision.answer, from: decision.answer ? 'machine' : undefined }
}

function tally(part: Part, items: readonly Judged[]): Tally {
  const own = items.filter(({ item }) => item.part === part.key)
  const having = (answer: Answer | undefined) => own.filter((one) => one.answer === answer).length
  const points = having('agree')
  return {
    part,
    points,
    possible: points + having('disagree'),
    notApplicable: having('not-applicable'),
    notAssessed: having(undefined),
  }
}
