// Remarks about what people wrote: VFileMessage in, one plain message object out.
import type { Point } from 'unist'
import { VFileMessage } from 'vfile-message'

export type Severity = 'error' | 'warning' | 'info'

/** A place in a file: both numbers count from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Something with a position, as unist nodes have. */
interface Positioned {
  readonly position?: { start: Point; end: Point } | undefined
}

export interface FaultOptions {
  /** Stable id of the rule, kebab-case. */
  readonly rule: string
  /** What is wrong, in one sentence, for the person who wrote the input. */
  readonly reason: string
  /** What to do about it. */
  readonly hint?: string
  /** Path of the file, relative to the project root. */
  readonly file?: string
  readonly place?: Place | Positioned | undefined
  /** Default `error`. */
  readonly severity?: Severity
}

/** The message object of `manifest.json` and of `--reporter json`. */
export interface MessageRecord {
  readonly rule: string
  readonly severity: Severity
  readonly file: string
  /** 0 when the message is about no line. */
  readonly line: number
  readonly column: number
  readonly text: string
  readonly hint: string
}

/** Makes a message with rule id, place, hint and severity; it is returned, not thrown. */
export function fault(options: FaultOptions): VFileMessage {
  const message = new VFileMessage(options.reason, {
    ruleId: options.rule,
    source: 'handout',
    ...(options.place ? { place: placeOf(options.place) } : {}),
  })
  message.fatal = fatalOf(options.severity ?? 'error')
  if (options.hint !== undefined) message.note = options.hint
  if (options.file !== undefined) message.file = options.file
  return message
}

/** Severity of a message: `fatal` true is an error, false a warning, undefined an information. */
export function severityOf(message: VFileMessage): Severity {
  if (message.fatal) return 'error'
  return message.fatal === false ? 'warning' : 'info'
}

export function isError(message: VFileMessage): boolean {
  return message.fatal === true
}

/** The plain object that reports and manifests carry. */
export function toRecord(message: VFileMessage): MessageRecord {
  return {
    rule: message.ruleId ?? 'unknown',
    severity: severityOf(message),
    file: message.file ?? '',
    line: message.line ?? 0,
    column: message.column ?? 0,
    text: message.reason,
    hint: message.note ?? '',
  }
}

function fatalOf(severity: Severity): true | false | undefined {
  if (severity === 'error') return true
  return severity === 'warning' ? false : undefined
}

function placeOf(place: Place | Positioned): Point | { start: Point; end: Point } | undefined {
  if ('line' in place) return { line: place.line, column: place.column }
  const position = 'position' in place ? place.position : undefined
  return position ? { start: position.start, end: position.end } : undefined
}
