// Questions and what flags say -> answers; asked on a terminal, else taken from flags and defaults.
import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import { HandoutError } from '../model/error.js'

export interface Problem {
  readonly reason: string
  readonly hint: string
}

export interface Question {
  /** Name of the flag that answers it. */
  readonly flag: string
  readonly text: string
  /** Taken when nothing is answered; undefined leaves it open. */
  readonly fallback?: string | undefined
  /** Whether only a flag answers it. */
  readonly silent?: boolean
  /** What is wrong with an answer. */
  readonly check: (answer: string) => Problem | undefined
}

/** Where a person sits. */
export interface Person {
  readonly input: Readable
  readonly output: Writable
}

/**
 * Answers to questions, by flag.
 *
 * @param person who is asked what no flag answers; without one defaults are taken
 * @throws HandoutError `usage-wrong` for a flag that cannot be, `interrupted` when the person leaves
 */
export async function answersTo(
  questions: readonly Question[],
  flags: Readonly<Record<string, string | undefined>>,
  person: Person | undefined,
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>()
  for (const { flag, check } of questions) {
    const given = flags[flag]?.trim()
    if (given === undefined) continue
    const problem =
      given === '' ? { reason: 'There are no words.', hint: 'Leave it out, or write some.' } : check(given)
    if (problem)
      throw new HandoutError('usage-wrong', `\`--${flag}\`: ${problem.reason}`, { hint: problem.hint })
    answers.set(flag, given)
  }
  const open = questions.filter(({ flag }) => !answers.has(flag))
  const answer = (flag: string, text: string | undefined) => {
    if (text !== undefined) answers.set(flag, text)
  }
  if (!person) {
    for (const { flag, fallback } of open) answer(flag, fallback)
    return answers
  }
  const ask = asking(person)
  try {
    for (const { flag, text, fallback, silent, check } of open)
      answer(flag, silent ? fallback : await ask.until(text, fallback, check))
  } finally {
    ask.close()
  }
  return answers
}

function asking({ input, output }: Person) {
  const lines = createInterface({ input, output })
  const left = new Promise<never>((_resolve, reject) => {
    lines.once('close', () =>
      reject(new HandoutError('interrupted', 'Nothing was written.', { hint: 'Run the command again.' })),
    )
  })
  left.catch(() => {})
  lines.on('SIGINT', () => lines.close())
  return {
    until: async (text: string, fallback: string | undefined, check: Question['check']) => {
      for (;;) {
        const shown = `${text}${fallback === undefined ? ' (may be empty)' : ` [${fallback}]`}: `
        const answer = (await Promise.race([lines.question(shown), left])).trim()
        if (answer === '') return fallback
        const problem = check(answer)
        if (!problem) return answer
        output.write(`  ${problem.reason} ${problem.hint}\n`)
      }
    },
    close: () => lines.close(),
  }
}
