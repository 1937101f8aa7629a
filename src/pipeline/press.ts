// Composed handout + a page of the browser -> the PDF, finished, with every message about it.
import type { VFileMessage } from 'vfile-message'
import { HandoutError } from '../model/error.js'
import { findInText } from '../model/find-in-text.js'
import { fault } from '../model/message.js'
import { BlockedRequest, type PrintedPdf } from '../model/print.js'
import type { Topic } from '../model/topic.js'
import type { Pool } from '../pdf/pool.js'
import type { Theme } from '../template/theme.js'
import type { Composed } from './compose.js'
import { prove } from './prove.js'

/** How often a handout is tried again after a crash. */
const maxRetries = 2

export interface Pressed {
  readonly pdf: Uint8Array | undefined
  readonly pages: number
  /** Standards the file is proven to meet. */
  readonly conformance: readonly string[]
  readonly messages: readonly VFileMessage[]
}

/**
 * Prints a composed handout. A crash of the browser or its renderer is tried again.
 *
 * @throws HandoutError when the surroundings fail: no browser, or it keeps crashing
 */
export async function press(
  composed: Composed,
  topic: Topic,
  theme: Theme,
  pool: Pool,
  deadline: number,
): Promise<Pressed> {
  let printed: PrintedPdf
  try {
    printed = await printWithRetries(composed, pool, deadline)
  } catch (cause) {
    if (cause instanceof BlockedRequest)
      return {
        pdf: undefined,
        pages: 0,
        conformance: [],
        messages: cause.addresses.map((address) => blocked(address, topic, theme)),
      }
    if (cause instanceof HandoutError && cause.code === 'deadline-exceeded')
      return {
        pdf: undefined,
        pages: 0,
        conformance: [],
        messages: [
          fault({
            rule: cause.code,
            reason: cause.message,
            hint: cause.hint,
            file: topic.path,
            place: { line: 1, column: 1 },
          }),
        ],
      }
    throw cause
  }
  const { fit, bytes, page } = printed
  if (fit.linesOver > 0)
    return {
      pdf: undefined,
      pages: fit.pages,
      conformance: [],
      messages: [overBudget(composed, printed, topic)],
    }
  return prove({ bytes, page, pages: fit.pages }, composed, topic)
}

async function printWithRetries(composed: Composed, pool: Pool, deadline: number): Promise<PrintedPdf> {
  for (let tries = 0; ; tries++) {
    try {
      return await pool.withPrinter((printer) =>
        printer.print(composed.job, AbortSignal.timeout(deadline * 1000)),
      )
    } catch (cause) {
      const crashed = cause instanceof HandoutError && cause.code === 'browser-crashed'
      if (!crashed || tries >= maxRetries) throw cause
    }
  }
}

function overBudget(composed: Composed, { fit }: PrintedPdf, topic: Topic): VFileMessage {
  const { level, length } = composed.variant
  const { maxPages } = composed.job
  const over = fit.pages - maxPages
  const longest = fit.longest.map((section) => `“${section.heading}” (${section.lines} lines)`).join(', ')
  return fault({
    rule: 'page-budget',
    reason:
      `The ${level} ${length} handout needs ${fit.pages} pages, ${over} more than the budget of ${maxPages}: ` +
      `about ${fit.linesOver} lines too many at the smallest type.`,
    hint: `Shorten it, or move parts to a longer length. Longest sections: ${longest}.`,
    place: { line: 1, column: 1 },
    file: topic.path,
  })
}

/** The message about a request that was refused, at the place where its address is written. */
function blocked(address: string, topic: Topic, theme: Theme): VFileMessage {
  // The topic comes last: its pictures were read before, so it hardly ever asks for anything.
  const texts = [...theme.styles, ...theme.templates, { path: topic.path, text: topic.source }]
  const found = findInText(address, texts)
  return fault({
    rule: 'request-blocked',
    reason: `The page asks for \`${address}\`, which is not part of it.`,
    hint: 'Nothing is fetched while printing. Use a picture beside the topic, or the fonts that are there.',
    file: found?.path ?? topic.path,
    place: found?.place ?? { line: 1, column: 1 },
  })
}
