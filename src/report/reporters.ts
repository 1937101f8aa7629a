// Every way to report, by the name it has on the command line.
import type { VFileMessage } from 'vfile-message'
import { jsonReport } from './json.js'
import { type Colors, textReport } from './text.js'

type Reporter = (messages: readonly VFileMessage[], colors: Colors) => string

export const reporters = {
  text: textReport,
  json: jsonReport,
} as const satisfies Record<string, Reporter>

export type ReporterName = keyof typeof reporters

/** Makes one report. */
export function report(name: ReporterName, messages: readonly VFileMessage[], colors: Colors): string {
  const reporter: Reporter = reporters[name]
  return reporter(messages, colors)
}
