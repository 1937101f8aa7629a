// Every way to report, by the name it has on the command line.
import type { VFileMessage } from 'vfile-message'
import type { ReportContext } from './context.js'
import { githubReport } from './github.js'
import { jsonReport } from './json.js'
import { junitReport } from './junit.js'
import { sarifReport } from './sarif.js'
import { textReport } from './text.js'

type Reporter = (messages: readonly VFileMessage[], context: ReportContext) => string

export const reporters = {
  text: textReport,
  json: jsonReport,
  github: githubReport,
  sarif: sarifReport,
  junit: junitReport,
} as const satisfies Record<string, Reporter>

export type ReporterName = keyof typeof reporters

/** Makes one report. */
export function report(
  name: ReporterName,
  messages: readonly VFileMessage[],
  context: ReportContext,
): string {
  const reporter: Reporter = reporters[name]
  return reporter(messages, context)
}
