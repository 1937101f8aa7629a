// Failures -> exit codes of the command line.
import { HandoutError } from '../model/error.js'

/** The exit codes scripts depend on. */
export const exitCodes = { done: 0, fault: 1, usage: 2, surroundings: 3, interrupted: 130 } as const

const byKind = {
  content: exitCodes.fault,
  setup: exitCodes.usage,
  outside: exitCodes.surroundings,
  bug: exitCodes.surroundings,
} as const

export function exitCodeOf(cause: unknown): number {
  if (!(cause instanceof HandoutError)) return exitCodes.surroundings
  return cause.code === 'interrupted' ? exitCodes.interrupted : byKind[cause.kind]
}
