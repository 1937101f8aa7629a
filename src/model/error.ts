// The table of failures that are not remarks about a text: code, title, hint, and who has to act.
import type { VFileMessage } from 'vfile-message'

/** Who has to act: the author, the person who set the tool up, the surroundings, or us. */
export type ErrorKind = 'content' | 'setup' | 'outside' | 'bug'

interface ErrorEntry {
  readonly kind: ErrorKind
  readonly title: string
  readonly hint: string
}

export const errorTable = {
  'browser-missing': {
    kind: 'outside',
    title: 'No browser was found to print with.',
    hint: 'Run `handout doctor`; it lists where it looked. Set HANDOUT_BROWSER to the path of a Chrome or Chromium.',
  },
  'browser-failed': {
    kind: 'outside',
    title: 'The browser could not be started.',
    hint: 'Run `handout doctor` to see which browser is used and what it says.',
  },
  'browser-crashed': {
    kind: 'outside',
    title: 'The browser or its renderer crashed while printing.',
    hint: 'The handout was tried again. If this repeats, look at the memory of the machine.',
  },
  'deadline-exceeded': {
    kind: 'content',
    title: 'Printing took too long.',
    hint: 'Look for a very large picture or table in this topic.',
  },
  'disk-failed': {
    kind: 'outside',
    title: 'A file could not be written.',
    hint: 'Look at the free space and the rights of the output folder.',
  },
  'merge-impossible': {
    kind: 'content',
    title: 'The parts of the batch do not fit together.',
    hint: 'Build all parts from the same commit, each with its own --shard.',
  },
  'folder-unreadable': {
    kind: 'outside',
    title: 'A folder or file cannot be read.',
    hint: 'Check that the path exists and that you may read it.',
  },
  'configuration-invalid': {
    kind: 'setup',
    title: 'The configuration is not valid.',
    hint: 'See docs/configuration.md for every key.',
  },
  'name-unknown': {
    kind: 'setup',
    title: 'A name on the command line is not known.',
    hint: 'Run `handout list` to see topics, organizations and variants.',
  },
  'nothing-wanted': {
    kind: 'setup',
    title: 'No handout fits the filters.',
    hint: 'Run `handout list --variants` to see what there is.',
  },
  'usage-wrong': {
    kind: 'setup',
    title: 'The command was not understood.',
    hint: 'Run `handout --help`.',
  },
  interrupted: {
    kind: 'outside',
    title: 'Interrupted.',
    hint: 'What was finished is kept; run the same command again to go on.',
  },
  internal: {
    kind: 'bug',
    title: 'Something went wrong inside handout-press.',
    hint: 'Please report this with the message and the topic.',
  },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof errorTable

/** A failure of the run, not of a text. `message` says what happened; `hint` what to do. */
export class HandoutError extends Error {
  override readonly name = 'HandoutError'
  readonly code: ErrorCode
  readonly hint: string
  /** Faults of a file behind the failure, such as the configuration. */
  readonly messages: readonly VFileMessage[]

  constructor(
    code: ErrorCode,
    message?: string,
    options?: { cause?: unknown; hint?: string; messages?: readonly VFileMessage[] },
  ) {
    super(
      message ?? errorTable[code].title,
      options?.cause === undefined ? undefined : { cause: options.cause },
    )
    this.code = code
    this.hint = options?.hint ?? errorTable[code].hint
    this.messages = options?.messages ?? []
  }

  get kind(): ErrorKind {
    return errorTable[this.code].kind
  }
}

/** Anything thrown as a failure of the table; what is not one is a bug of ours. */
export function asHandoutError(cause: unknown): HandoutError {
  if (cause instanceof HandoutError) return cause
  return new HandoutError(
    'internal',
    cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    { cause },
  )
}
