// Messages -> lines for people: grouped by file, each with place, severity, words, rule, source line and hint.
import type { VFileMessage } from 'vfile-message'
import { type Severity, severityOf } from '../model/message.js'
import type { Colors, ReportContext } from './context.js'
import { excerptOf, linesOf } from './excerpt.js'
import { byFile } from './order.js'
import { visible, visibleLines } from './visible.js'

const paints = { error: 'red', warning: 'yellow', info: 'blue' } as const satisfies Record<
  Severity,
  keyof Colors
>

/** Every message, grouped by file, in the order of the text. Nothing in it can steer a terminal. */
export function textReport(messages: readonly VFileMessage[], context: ReportContext): string {
  return byFile(messages)
    .map(([file, found]) => {
      const source = found.some(({ line }) => line !== undefined) ? context.source(file) : undefined
      const lines = source === undefined ? [] : linesOf(source)
      const shown = visible(context.path(file))
      const head = shown === '' ? '' : `${context.colors.bold(shown)}\n`
      return head + found.map((one) => entry(one, shown, lines, context.colors)).join('')
    })
    .join('\n')
}

function entry(message: VFileMessage, file: string, lines: readonly string[], colors: Colors): string {
  const severity = severityOf(message)
  const paint = colors[paints[severity]]
  const place = file === '' ? '' : `${file}:${message.line ?? 1}:${message.column ?? 1} `
  const rule = colors.dim(visible(message.ruleId ?? ''))
  const first = `  ${place}${paint(severity)} ${visible(message.reason)} ${rule}\n`
  const excerpt = excerptOf(lines, message)
  const hint = visibleLines(message.note ?? '').filter((line) => line !== '')
  if (!excerpt) return first + hint.map((line) => `    ${line}\n`).join('')
  const number = String(excerpt.line)
  const margin = ' '.repeat(number.length)
  return [
    first,
    `    ${colors.dim(`${number} |`)} ${excerpt.text}\n`,
    `    ${colors.dim(`${margin} |`)} ${paint(excerpt.carets)}\n`,
    ...hint.map((line) => `    ${colors.dim(`${margin} =`)} ${line}\n`),
  ].join('')
}
