// What both kinds of `handout new` need: flags, checks of answers, and writing without overwriting.
import { access } from 'node:fs/promises'
import path from 'node:path'
import { HandoutError } from '../model/error.js'
import type { Settings } from '../model/settings.js'
import { didYouMean } from '../model/suggest.js'
import { writeWhole } from '../output/write.js'
import { namesIn } from '../template/names-in.js'
import type { Person, Problem } from './ask.js'
import type { CommonOptions } from './options.js'
import type { Terminal } from './terminal.js'

export interface NewFlags extends CommonOptions {
  readonly yes?: boolean
}

export interface NewTools {
  readonly terminal: Terminal
  readonly settings: Settings
  /** Undefined where nobody can be asked. */
  readonly person: Person | undefined
  /** ISO date. */
  readonly today: string
}

/** Longest text that fits into the head of a page. */
const longestText = 120

/** Words for one line of a page. */
export function lineOfText(answer: string): Problem | undefined {
  if (/\p{Cc}/u.test(answer))
    return {
      reason: 'There is a line break or another sign that cannot be printed.',
      hint: 'Write one line.',
    }
  if (answer.length > longestText)
    return { reason: `There are more than ${longestText} letters.`, hint: 'Shorten it.' }
  return undefined
}

/** One of a few words. */
export function oneOf(words: readonly string[]): (answer: string) => Problem | undefined {
  return (answer) =>
    words.includes(answer)
      ? undefined
      : { reason: `\`${answer}\` cannot be.`, hint: didYouMean(answer, words) }
}

/** Languages that have labels, without which nothing can be printed. */
export async function languagesOf({ folders }: Settings): Promise<string[]> {
  const files = await namesIn(path.join(folders.templates, 'labels'))
  return files.filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length))
}

/** @throws HandoutError `usage-wrong` when something is there already */
export async function mustBeNew(target: string, root: string): Promise<void> {
  const there = await access(target).then(
    () => true,
    () => false,
  )
  if (there)
    throw new HandoutError('usage-wrong', `There is ${shownPath(target, root)} already.`, {
      hint: 'Nothing was written. Choose another name, or edit what is there.',
    })
}

/** Writes files and prints their paths. */
export async function writeNew(
  folder: string,
  files: ReadonlyMap<string, string>,
  { terminal, settings }: NewTools,
): Promise<void> {
  for (const [name, text] of files) {
    const file = path.join(folder, ...name.split('/'))
    await writeWhole(file, text)
    terminal.print(shownPath(file, settings.root))
  }
}

function shownPath(file: string, root: string): string {
  return path.relative(root, file).split(path.sep).join('/')
}
