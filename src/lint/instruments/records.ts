// Signed records and the texts of the variants -> the records that hold, and remarks about the others.
import type { VFileMessage } from 'vfile-message'
import { fault, type Place } from '../../model/message.js'
import type { ReviewRecord } from '../../model/review-record.js'
import { didYouMean } from '../../model/suggest.js'
import { instruments } from './index.js'

/** A variant as records name it. */
export interface SignedText {
  readonly level: string
  readonly length: string
  readonly language: string
  /** As `textHash` gives it. */
  readonly text: string
}

export interface CheckedRecords {
  /** By hash of the text they were signed for. */
  readonly holding: ReadonlyMap<string, readonly ReviewRecord[]>
  readonly messages: readonly VFileMessage[]
}

/** A record holds while the words it was signed for are printed. */
export function checkRecords(records: readonly ReviewRecord[], texts: readonly SignedText[]): CheckedRecords {
  const holding = new Map<string, ReviewRecord[]>()
  const messages: VFileMessage[] = []
  for (const record of records) {
    const faults = checkRecord(record, texts)
    messages.push(...faults)
    if (faults.length === 0) holding.set(record.text, [...(holding.get(record.text) ?? []), record])
  }
  return { holding, messages }
}

function checkRecord(record: ReviewRecord, texts: readonly SignedText[]): VFileMessage[] {
  const { path: file, instrument: id, level, length, language } = record
  const instrument = instruments.find((one) => one.id === id)
  if (!instrument)
    return [
      fault({
        rule: 'review-record-unknown',
        reason: `There is no instrument \`${id}\`.`,
        hint: didYouMean(
          id,
          instruments.map((one) => one.id),
        ),
        file,
        place: record.textPlace,
      }),
    ]
  const messages = [...record.answers].flatMap(([number, signed]) => {
    const item = instrument.items.find((one) => one.number === number)
    const wrong = (reason: string, hint: string, place: Place = signed.place) =>
      fault({ rule: 'review-record-answer', reason, hint, file, place })
    if (!item) return [wrong(`\`${id}\` has no item ${number}.`, 'Take it out, or mend the number.')]
    if (item.by === 'machine')
      return [
        wrong(
          `Item ${number} of \`${id}\` is measured, not signed.`,
          'Take it out; the report shows the measure.',
        ),
      ]
    if (signed.answer === 'not-applicable' && !item.mayNotApply)
      return [wrong(`Item ${number} of \`${id}\` always applies.`, 'Write `agree` or `disagree`.')]
    return []
  })
  if (messages.length > 0) return messages
  const same = texts.filter(
    (one) => one.level === level && one.length === length && one.language === language,
  )
  if (same.some((one) => one.text === record.text)) return []
  const name = `${level} ${length} handout`
  const now = same.map((one) => `\`${one.text}\``).join(' or ')
  return [
    fault({
      rule: 'review-record-void',
      reason:
        same.length === 0
          ? `There is no ${name} in \`${language}\`, so what ${record.by} signed does not count.`
          : `The ${name} has changed since ${record.by} signed it on ${record.on}: ${record.answers.size} answers do not count.`,
      hint:
        same.length === 0
          ? 'Mend level, length or language, or take the record out.'
          : `Have it read again; its words now are ${now}.`,
      severity: 'warning',
      file,
      place: record.textPlace,
    }),
  ]
}
