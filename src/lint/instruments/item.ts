// What an item of a published instrument is, who may decide it, and what a decision says.
import type { Material } from './material.js'

export type Answer = 'agree' | 'disagree' | 'not-applicable'

/** `machine` decides alone; `person` alone; `both`: the machine may find that it fails, only a person that it holds. */
export type Decider = 'machine' | 'person' | 'both'

/** What the machine says about an item. */
export interface Decision {
  /** Undefined where a person has to say. */
  readonly answer: Answer | undefined
  /** What was seen, in one or two sentences with their numbers. */
  readonly evidence: string
}

export interface Item {
  /** As the instrument numbers it. */
  readonly number: number
  /** Key of the part it counts in. */
  readonly part: string
  /** What it stands under in a table. */
  readonly group: string
  /** Our own short words for what it asks, as a statement that holds when all is well. */
  readonly says: string
  readonly by: Decider
  /** Whether “does not apply” is an answer. */
  readonly mayNotApply: boolean
  readonly decide: (material: Material) => Decision
}

/** A part of an instrument with a count of its own. */
export interface Part {
  readonly key: string
  readonly title: string
  /** Share of the points that the makers call good enough. */
  readonly pass: number
}

export interface Instrument {
  /** As review records name it. */
  readonly id: string
  /** Never the name alone: what a machine decides is not a score of the instrument. */
  readonly title: string
  /** Who made it and how it is meant to be used. */
  readonly origin: string
  readonly parts: readonly Part[]
  readonly items: readonly Item[]
}

export const agree = (evidence: string): Decision => ({ answer: 'agree', evidence })
export const disagree = (evidence: string): Decision => ({ answer: 'disagree', evidence })
export const notApplicable = (evidence: string): Decision => ({ answer: 'not-applicable', evidence })
/** A person has to say; the evidence is what the machine can add. */
export const undecided = (evidence = ''): Decision => ({ answer: undefined, evidence })

/** Agrees when the condition holds. */
export function decideBy(holds: boolean, evidence: string): Decision {
  return holds ? agree(evidence) : disagree(evidence)
}

/** What English words decide, a person decides in other languages. */
export function inEnglish(material: Material, decide: () => Decision): Decision {
  return material.language === 'en' ? decide() : undecided('Measured in English only.')
}

/** An item that only a person can judge. */
export function forPerson(
  item: Pick<Item, 'number' | 'part' | 'group' | 'says'> & Partial<Pick<Item, 'mayNotApply' | 'decide'>>,
): Item {
  return { mayNotApply: false, decide: () => undecided(), ...item, by: 'person' }
}
