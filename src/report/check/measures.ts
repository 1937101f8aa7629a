// A variant -> its measures against the limits of its level.
import { addCounts } from '../../lint/counts.js'
import type { VariantText } from '../../lint/rule.js'
import type { Grades } from '../../model/readability.js'

export interface Measure {
  readonly id: string
  readonly label: string
  readonly value: number
  /** The same with the bracketed meanings of terms, where they are measured. */
  readonly withTerms: number | null
  readonly limit: number | null
  /** Which side of the limit is right. */
  readonly right: 'at-most' | 'at-least'
  readonly holds: boolean
  /** End of the scale of its chart. */
  readonly scale: number
  readonly unit: string
}

const gradeScale = 16
const sentenceScale = 30
const percentScale = 50
const pointsScale = 100

interface Spec {
  readonly key: keyof Grades
  readonly label: string
  readonly limit?: (limits: VariantText['limits']) => number
  readonly right?: Measure['right']
  readonly scale: number
}

const specs: readonly Spec[] = [
  {
    key: 'fleschKincaid',
    label: 'Flesch–Kincaid grade',
    limit: (limits) => limits.fleschKincaid,
    scale: gradeScale,
  },
  { key: 'smog', label: 'SMOG grade', limit: (limits) => limits.smog, scale: gradeScale },
  {
    key: 'inflesz',
    label: 'INFLESZ',
    limit: (limits) => limits.inflesz,
    right: 'at-least',
    scale: pointsScale,
  },
  { key: 'fernandezHuerta', label: 'Fernández-Huerta', right: 'at-least', scale: pointsScale },
  { key: 'gunningFog', label: 'Gunning Fog', scale: gradeScale },
  { key: 'colemanLiau', label: 'Coleman–Liau', scale: gradeScale },
  { key: 'automatedReadability', label: 'Automated Readability', scale: gradeScale },
  { key: 'daleChall', label: 'Dale–Chall score', scale: gradeScale },
]

/** Those with a limit first. */
export function measuresOf(text: VariantText): Measure[] {
  const { readability, limits, blocks, analyze } = text
  const counts = addCounts(blocks.map((block) => analyze(block).counts))
  const grades = specs.flatMap(({ key, label, limit, right = 'at-most', scale }): Measure[] => {
    const value = readability.withoutTerms[key]
    if (value === undefined) return []
    const bound = limit?.(limits)
    return [measure({ id: key, label, value, withTerms: readability[key], limit: bound, right, scale })]
  })
  if (counts.sentences === 0) return grades
  const sentence = measure({
    id: 'wordsPerSentence',
    label: 'Words a sentence',
    value: oneDecimal(counts.words / counts.sentences),
    limit: limits.wordsPerSentence,
    scale: sentenceScale,
  })
  const passive = measure({
    id: 'passivePercent',
    label: 'Passive voice',
    value: Math.round((100 * counts.passiveSentences) / counts.sentences),
    limit: limits.passivePercent,
    scale: percentScale,
    unit: '%',
  })
  const english = text.topic.language.split('-')[0] === 'en'
  const all = [...grades, sentence, ...(english ? [passive] : [])]
  return [...all.filter(({ limit }) => limit !== null), ...all.filter(({ limit }) => limit === null)]
}

function measure(given: {
  id: string
  label: string
  value: number
  withTerms?: number | undefined
  limit?: number | undefined
  right?: Measure['right']
  scale: number
  unit?: string
}): Measure {
  const { value, limit, right = 'at-most' } = given
  const holds = limit === undefined || (right === 'at-most' ? value <= limit : value >= limit)
  return {
    ...{ id: given.id, label: given.label, value, right, holds, scale: given.scale },
    unit: given.unit ?? '',
    withTerms: given.withTerms ?? null,
    limit: limit ?? null,
  }
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10
}
