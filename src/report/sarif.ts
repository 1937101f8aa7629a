// Messages -> SARIF 2.1.0, for code scanning and editors: rules with their help, results with place and fingerprint.
import { createHash } from 'node:crypto'
import type { VFileMessage } from 'vfile-message'
import { type Severity, severityOf } from '../model/message.js'
import { toolName, toolVersion } from '../model/version.js'
import type { ReportContext } from './context.js'
import { linesOf } from './excerpt.js'
import { byFile, regionOf } from './order.js'
import { toSafeJson, wellFormed } from './visible.js'

const schema =
  'https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json'
/** Name of the folder that paths are relative to; code scanning takes it for the checkout. */
const base = '%SRCROOT%'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>

export function sarifReport(messages: readonly VFileMessage[], context: ReportContext): string {
  const ids = [...new Set(messages.map(ruleOf))].sort()
  const seen = new Map<string, number>()
  const results = byFile(messages).flatMap(([file, found]) => {
    const source = context.source(file)
    const lines = source === undefined ? [] : linesOf(source)
    return found.map((message) => {
      const line = message.line === undefined ? '' : (lines[message.line - 1] ?? '')
      const same = [ruleOf(message), file, message.reason, line.trim()].join('\n')
      const times = seen.get(same) ?? 0
      seen.set(same, times + 1)
      return result(message, context, ids.indexOf(ruleOf(message)), fingerprint(`${same}\n${times}`))
    })
  })
  return toSafeJson({
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: toolName,
            version: toolVersion,
            semanticVersion: toolVersion,
            rules: ids.map((id) => rule(id, context)),
          },
        },
        // Columns of the parser count the units of JavaScript strings.
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  })
}

function rule(id: string, context: ReportContext): object {
  const known = context.rule(id)
  if (!known) return { id }
  const page = known.page === undefined ? '' : `\n\nPage: ${known.page} of ${toolName}`
  return {
    id,
    shortDescription: { text: known.title },
    fullDescription: { text: known.title },
    help: { text: known.help + page, markdown: known.help + page },
  }
}

function result(message: VFileMessage, context: ReportContext, ruleIndex: number, print: string): object {
  const region = regionOf(message)
  const hint = message.note ? `\n${message.note}` : ''
  return {
    ruleId: ruleOf(message),
    ruleIndex,
    level: levels[severityOf(message)],
    message: { text: message.reason + hint },
    ...(message.file
      ? {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(context.path(message.file)), uriBaseId: base },
                ...(region ? { region } : {}),
              },
            },
          ],
        }
      : {}),
    // Stays the same when lines are added above, so that a known remark is not told as a new one.
    partialFingerprints: { 'handout/v1': print },
  }
}

function ruleOf(message: VFileMessage): string {
  return message.ruleId ?? 'unknown'
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** A relative reference of RFC 3986: a colon in its first part would read as a scheme. */
function uriOf(file: string): string {
  return wellFormed(file).split('/').map(encodeURIComponent).join('/')
}
