// Arguments in, what the command `handout` answered in a process of its own out.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { beforeAll } from 'vitest'
import type { MessageRecord } from '../../src/model/message.js'
import { repository } from './library.js'
import { ready } from './ready.js'

beforeAll(ready)

const program = path.join(repository, 'dist', 'cli.js')

export interface Answer {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface StartedProcess {
  readonly pid?: number | undefined
  readonly kill: (signal: NodeJS.Signals) => boolean
}

export interface CliOptions {
  readonly cwd?: string
  /** Variables besides ours; those that set up handout or colours are left out. */
  readonly env?: Readonly<Record<string, string>>
  /** Called with the process, to send it signals. */
  readonly onStart?: (process: StartedProcess) => void
  /** Leads a group of its own, as a command typed in a terminal does. */
  readonly ownGroup?: boolean
}

const kept = new Set(['HANDOUT_CACHE_HOME'])

/** The surroundings without anything that would change what is tested. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter(
    (name) => kept.has(name) || !/^(?:HANDOUT_|NODE_OPTIONS$|VITEST|FORCE_COLOR$|CI$)/.test(name),
  )
  return { ...Object.fromEntries(names.map((name) => [name, process.env[name]])), NO_COLOR: '1' }
}

/** Runs `handout`. */
export function handout(args: readonly string[], options: CliOptions = {}): Promise<Answer> {
  return run(process.execPath, [program, ...args], options)
}

/** Runs any program. */
export function run(file: string, args: readonly string[], options: CliOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: { ...cleanEnvironment(), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: options.ownGroup === true,
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
    options.onStart?.(child)
  })
}

/** One variant alone, so that a fault is met once. */
export const oneVariant = ['--level', 'easy', '--length', 'short'] as const

/** Builds one variant of each topic with `--reporter json`, its words not judged. */
export async function buildJson(
  root: string,
  args: readonly string[] = [],
  options: CliOptions = {},
): Promise<Answer & { readonly messages: readonly MessageRecord[] }> {
  const answer = await handout(
    ['build', '--root', root, '--no-check', '--reporter', 'json', ...oneVariant, ...args],
    options,
  )
  return { ...answer, messages: JSON.parse(answer.stdout) as MessageRecord[] }
}

/** The places that scripts and editors go by. */
export function places(messages: readonly MessageRecord[]) {
  return messages.map(({ rule, file, line, column }) => ({ rule, file, line, column }))
}
