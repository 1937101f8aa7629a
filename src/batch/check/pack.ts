// What was found in a topic <-> plain values: threads hand over errors, which messages are, without what they carry.
import { VFileMessage } from 'vfile-message'
import type { Finding, Silenced } from '../../lint/engine.js'
import type { CheckedTopic } from './check-topic.js'

/** Fields of a message that reports use. */
type PlainMessage = Pick<VFileMessage, 'reason' | 'ruleId' | 'source' | 'place' | 'fatal' | 'note' | 'file'>

/** A finding with the number of its message. */
type Packed<One extends Finding> = Omit<One, 'message'> & { readonly message: number }

export interface PackedTopic extends Omit<CheckedTopic, 'findings' | 'silenced'> {
  readonly findings: readonly Packed<Finding>[]
  readonly silenced: readonly Packed<Silenced>[]
  readonly messages: readonly PlainMessage[]
}

export function pack(checked: CheckedTopic): PackedTopic {
  const numbers = new Map<VFileMessage, number>()
  const numberOf = (message: VFileMessage) => {
    const number = numbers.get(message) ?? numbers.size
    numbers.set(message, number)
    return number
  }
  const findings = checked.findings.map((one) => ({ ...one, message: numberOf(one.message) }))
  const silenced = checked.silenced.map((one) => ({ ...one, message: numberOf(one.message) }))
  const messages = [...numbers.keys()].map(({ reason, ruleId, source, place, fatal, note, file }) => ({
    reason,
    ruleId,
    source,
    place,
    fatal,
    note,
    file,
  }))
  return { ...checked, findings, silenced, messages }
}

export function unpack({ messages, ...packed }: PackedTopic): CheckedTopic {
  const made = messages.map(({ reason, place, ruleId, source, fatal, note, file }) => {
    const message = new VFileMessage(reason, { place, ruleId, source })
    return Object.assign(message, { fatal, note, file })
  })
  const messageOf = (number: number) => {
    const message = made[number]
    if (!message) throw new RangeError(`No message ${number}`)
    return message
  }
  return {
    ...packed,
    findings: packed.findings.map((one) => ({ ...one, message: messageOf(one.message) })),
    silenced: packed.silenced.map((one) => ({ ...one, message: messageOf(one.message) })),
  }
}
