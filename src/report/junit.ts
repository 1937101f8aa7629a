// Messages -> JUnit XML: a suite for each file, a case for each message. Only errors fail; the rest is told.
import type { VFileMessage } from 'vfile-message'
import { isError, severityOf } from '../model/message.js'
import { toolName } from '../model/version.js'
import type { ReportContext } from './context.js'
import { byFile } from './order.js'
import { visible, visibleLines, wellFormed } from './visible.js'

/** CI systems refuse a report without cases: a run without messages is one case that passed. */
const nothingAtFault = `  <testsuite name="${toolName}" tests="1" failures="0">\n    <testcase classname="${toolName}" name="nothing at fault"/>\n  </testsuite>\n`

export function junitReport(messages: readonly VFileMessage[], context: ReportContext): string {
  const suites = byFile(messages).map(([file, found]) => suite(context.path(file) || toolName, found))
  const tests = Math.max(1, messages.length)
  const failures = messages.filter(isError).length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="${toolName}" tests="${tests}" failures="${failures}">\n`,
    ...(suites.length > 0 ? suites : [nothingAtFault]),
    '</testsuites>\n',
  ].join('')
}

function suite(file: string, messages: readonly VFileMessage[]): string {
  const failures = messages.filter(isError).length
  return [
    `  <testsuite name="${xml(file)}" tests="${messages.length}" failures="${failures}">\n`,
    ...messages.map((message) => testCase(message, file)),
    '  </testsuite>\n',
  ].join('')
}

function testCase(message: VFileMessage, file: string): string {
  const place = message.line === undefined ? '' : ` (${message.line}:${message.column ?? 1})`
  const rule = message.ruleId ?? 'unknown'
  const where = message.line === undefined ? file : `${file}:${message.line}:${message.column ?? 1}`
  const hint = visibleLines(message.note ?? '').join('\n')
  const body = xml(`${where}\n${visible(message.reason)}${hint === '' ? '' : `\n${hint}`}`)
  const told = isError(message)
    ? `<failure type="${xml(rule)}" message="${xml(message.reason)}">${body}</failure>`
    : `<system-out>${severityOf(message)}: ${body}</system-out>`
  return `    <testcase classname="${xml(file)}" name="${xml(rule + place)}">${told}</testcase>\n`
}

/** XML 1.0 clause 2.2: control characters, lone surrogates and two non-characters cannot stand in it, not even escaped. */
function xml(text: string): string {
  return wellFormed(visibleLines(text).join('\n'))
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
