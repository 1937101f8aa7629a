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
import type { Half } from './half.js'
import type { Prover } from './proof.js'
import { prove } from './prove.js'

/** A handout whose browser crashed is tried again so often, then alone; an innocent neighbour of a crash prints then. */
const maxCrashes = 3
/** One that took too long is tried again once: a machine may have slept, or a page been stopped. */
const maxDeadlines = 2

/** What a handout is made with. */
export interface PressTools {
  readonly pool: Pick<Pool, 'print'>
  /** Finishes and verifies. @throws HandoutError `deadline-exceeded` */
  readonly prove: Prover['prove']
  /** Seconds one handout may take, from the moment it gets a page. */
  readonly deadline: number
}

export interface Pressed {
  readonly pdf: Uint8Array | undefined
  readonly pages: number
  /** Standards the file is proven to meet. */
  readonly conformance: readonly string[]
  readonly messages: readonly VFileMessage[]
}

/**
 * Prints a composed handout, finishes and verifies it. A crash of the browser or its renderer is tried again; a handout that
 * brings it down every time fails alone.
 *
 * @throws HandoutError when the surroundings fail: no browser, or it cannot be started
 */
export async function press(
  composed: Composed,
  topic: Topic,
  theme: Theme,
  tools: PressTools,
): Promise<Pressed> {
  const reasons: HandoutError[] = []
  for (;;) {
    try {
      return await pressOnce(composed, topic, tools, reasons.length > 0)
    } catch (cause) {
      if (cause instanceof BlockedRequest)
        return failed(cause.addresses.map((address) => blocked(address, halvesOf(composed, topic, theme))))
      if (!(cause instanceof HandoutError) || !Object.hasOwn(triesOf, cause.code)) throw cause
      reasons.push(cause)
      const tries = triesOf[cause.code as keyof typeof triesOf]
      if (reasons.filter(({ code }) => code === cause.code).length >= tries)
        return failed([givenUp(reasons, topic)])
    }
  }
}

const triesOf = { 'browser-crashed': maxCrashes, 'deadline-exceeded': maxDeadlines } as const

async function pressOnce(
  composed: Composed,
  topic: Topic,
  { pool, prove: proveBytes, deadline }: PressTools,
  alone: boolean,
): Promise<Pressed> {
  let signal = AbortSignal.abort()
  const onTurn = () => {
    signal = AbortSignal.timeout(deadline * 1000)
    return signal
  }
  const printed = await pool.print(composed.job, { onTurn, alone })
  if (printed.fit.linesOver > 0)
    return { ...failed([overBudget(composed, printed, topic)]), pages: printed.fit.pages }
  return prove(printed, composed, topic, proveBytes, signal)
}

function failed(messages: readonly VFileMessage[]): Pressed {
  return { pdf: undefined, pages: 0, conformance: [], messages }
}

/** The message about a handout that was tried again and again. */
function givenUp(reasons: readonly HandoutError[], topic: Topic): VFileMessage {
  const [last] = reasons.slice(-1)
  const words = [...new Set(reasons.map(({ message }) => message))].join(' ')
  return fault({
    rule: last?.code ?? 'internal',
    reason: `${words} It was tried ${reasons.length} times.`,
    hint:
      last?.code === 'browser-crashed'
        ? 'The other handouts were printed without it. Look for a very large picture or table in this topic, and at the memory of the machine.'
        : (last?.hint ?? ''),
    file: topic.path,
    place: { line: 1, column: 1 },
  })
}

function overBudget(composed: Composed, { fit }: PrintedPdf, topic: Topic): VFileMessage {
  const { level, length } = composed.variant
  const { maxPages } = composed.job
  const over = fit.pages - maxPages
  const added = topic.additions?.at(-1)
  const longest = fit.longest.map((section) => `“${section.heading}” (${section.lines} lines)`).join(', ')
  return fault({
    rule: 'page-budget',
    reason:
      `The ${level} ${length} handout needs ${fit.pages} pages, ${over} more than the budget of ${maxPages}: ` +
      `about ${fit.linesOver} ${fit.linesOver === 1 ? 'line' : 'lines'} too many at the smallest type.`,
    hint:
      longest === ''
        ? 'Shorten the title, the main message or the notices.'
        : `Shorten ${added ? 'what is added' : 'it'}, or move parts to a longer length. Longest sections: ${longest}. The head, styles and notices of \`${composed.variant.organization}\` take room too.`,
    place: { line: 1, column: 1 },
    file: added?.path ?? topic.path,
  })
}

function halvesOf({ beside }: Composed, topic: Topic, theme: Theme): [Half, ...Half[]] {
  return [{ topic, theme }, ...(beside ? [beside] : [])]
}

/** The message about a request that was refused, at the place where its address is written. */
function blocked(address: string, halves: readonly [Half, ...Half[]]): VFileMessage {
  // The topic comes last: its pictures were read before, so it hardly ever asks for anything.
  const texts = halves.flatMap(({ topic, theme }) => {
    const ofTopic = [topic, ...(topic.additions ?? [])].map(({ path, source }) => ({ path, text: source }))
    return [...theme.styles, ...theme.templates, ...ofTopic]
  })
  const found = findInText(address, texts)
  return fault({
    rule: 'request-blocked',
    reason: `The page asks for \`${address}\`, which is not part of it.`,
    hint: 'Nothing is fetched while printing. Use a picture beside the topic, or the fonts that are there.',
    file: found?.path ?? halves[0].topic.path,
    place: found?.place ?? { line: 1, column: 1 },
  })
}
