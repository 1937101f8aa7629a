// What a condition of the verifier is, and what it finds.
import type { Expectation } from '../model/pdf.js'
import type { Reading } from './read/reading.js'

/** One place where a condition does not hold. */
export interface Finding {
  /** What is wrong, in one sentence. */
  readonly text: string
  /** From 1. */
  readonly page?: number
  /** Words on the page next to it. */
  readonly near?: string
}

/** A requirement that a machine can decide. */
export interface Requirement {
  /** Stable id, kebab-case; the rule of its faults. */
  readonly id: string
  /** Clause of the standard, or where else the requirement comes from. */
  readonly clause: string
  /** Failure condition of the Matterhorn Protocol 1.1, when there is one. */
  readonly checkpoint?: string
  /** What must hold. */
  readonly says: string
  /** How it is decided. */
  readonly how: string
  /** What to do about a fault. */
  readonly hint: string
}

/** A requirement about a file that could be read. */
export interface Condition extends Requirement {
  /** Finds every place where it does not hold. */
  check(reading: Reading, expectation: Expectation): Iterable<Finding>
}

/** Clause of PDF/UA-1. */
export function ua(clause: string): string {
  return `ISO 14289-1:2014 ${clause}`
}

/** Clause of PDF/A-2. */
export function pdfa(clause: string): string {
  return `ISO 19005-2:2011 ${clause}`
}

/** Clause of PDF 1.7. */
export function pdf(clause: string): string {
  return `ISO 32000-1:2008 ${clause}`
}

/** A requirement of this project, beyond the standards. */
export const HOUSE = 'Handout Press'
