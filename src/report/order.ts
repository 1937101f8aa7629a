// Messages -> the same, by file and in the order of the text; and where in its file a message stands.
import type { VFileMessage } from 'vfile-message'

/** Files in the order in which they are first named; messages by line and column. */
export function byFile(messages: readonly VFileMessage[]): [file: string, messages: VFileMessage[]][] {
  const files = new Map<string, VFileMessage[]>()
  for (const message of messages) {
    const file = message.file ?? ''
    const found = files.get(file)
    if (found) found.push(message)
    else files.set(file, [message])
  }
  for (const found of files.values())
    found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
  return [...files]
}

/** Numbers from 1. The end is not included; it is there when the message has one. */
export interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine?: number
  readonly endColumn?: number
}

/** Where a message stands in its file; undefined when it is about the whole. */
export function regionOf(message: VFileMessage): Region | undefined {
  if (message.line === undefined) return undefined
  const start = { startLine: message.line, startColumn: message.column ?? 1 }
  const { place } = message
  if (!place || !('end' in place)) return start
  return { ...start, endLine: place.end.line, endColumn: place.end.column }
}
