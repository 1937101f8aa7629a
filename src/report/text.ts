// Messages -> lines for people: place, severity, words, hint, grouped by file.
import type { VFileMessage } from 'vfile-message'
import { severityOf } from '../model/message.js'

/** The few colours used; identities where there are none. */
export interface Colors {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly blue: (text: string) => string
}

/** Every message, grouped by file, in the order of the text. */
export function textReport(messages: readonly VFileMessage[], colors: Colors): string {
  const files = new Map<string, VFileMessage[]>()
  for (const message of messages) {
    const file = message.file ?? ''
    files.set(file, [...(files.get(file) ?? []), message])
  }
  return [...files]
    .map(([file, found]) => `${colors.bold(file)}\n${found.map((one) => line(one, file, colors)).join('')}`)
    .join('\n')
}

function line(message: VFileMessage, file: string, colors: Colors): string {
  const severity = severityOf(message)
  const paint = severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.blue
  const place = `${file}:${message.line ?? 1}:${message.column ?? 1}`
  const hint = message.note ? `    ${message.note}\n` : ''
  return `  ${place} ${paint(severity)} ${message.reason} ${colors.dim(message.ruleId ?? '')}\n${hint}`
}
