// Messages -> workflow commands of GitHub Actions, which it shows as annotations at the lines of the files.
import type { VFileMessage } from 'vfile-message'
import { type Severity, severityOf } from '../model/message.js'
import type { ReportContext } from './context.js'
import { byFile, regionOf } from './order.js'
import { visible, visibleLines } from './visible.js'

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>

/** One line a message. Clause: “Workflow commands for GitHub Actions”, `::error file=…,line=…,title=…::…`. */
export function githubReport(messages: readonly VFileMessage[], context: ReportContext): string {
  return byFile(messages)
    .flatMap(([, found]) => found.map((message) => annotation(message, context)))
    .join('')
}

function annotation(message: VFileMessage, context: ReportContext): string {
  const region = regionOf(message)
  // Columns are shown only where start and end are on one line.
  const oneLine = region?.endLine === undefined || region.endLine === region.startLine
  const properties = {
    file: message.file ? context.path(message.file) : undefined,
    line: region?.startLine,
    endLine: region?.endLine,
    col: oneLine ? region?.startColumn : undefined,
    endColumn: oneLine ? region?.endColumn : undefined,
    title: message.ruleId ?? undefined,
  }
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${property(String(value))}`],
  )
  const text = [visible(message.reason), ...visibleLines(message.note ?? '')].filter((line) => line !== '')
  return `::${commands[severityOf(message)]}${given.length > 0 ? ` ${given.join(',')}` : ''}::${data(text.join('\n'))}\n`
}

/** The runner takes the first `::` behind the command as the end of its properties, and any line as a command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
