// Messages -> one JSON array of message objects, the same as in `manifest.json`, for programs.
import type { VFileMessage } from 'vfile-message'
import { toRecord } from '../model/message.js'

export function jsonReport(messages: readonly VFileMessage[]): string {
  return `${JSON.stringify(messages.map(toRecord), null, 1)}\n`
}
