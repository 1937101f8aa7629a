// Messages -> one JSON array of message objects, the same as in `manifest.json`, for programs.
import type { VFileMessage } from 'vfile-message'
import { toRecord } from '../model/message.js'
import { toSafeJson } from './visible.js'

export function jsonReport(messages: readonly VFileMessage[]): string {
  return toSafeJson(messages.map(toRecord))
}
