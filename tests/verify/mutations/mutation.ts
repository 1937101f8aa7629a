// What a mutation is: one way to break a good PDF, and the one condition that must catch it.
import type { Expectation } from '../../../src/model/pdf.js'
import { mutate, type OpenPdf } from '../../helpers/mutate-pdf.js'

export interface Mutation {
  /** The only rule that may be reported. */
  readonly rule: string
  readonly what: string
  /** Breaks a good PDF. */
  apply(good: Uint8Array): Promise<Uint8Array>
  /** What is then known of the wanted PDF. */
  expect(good: Expectation): Expectation
}

type Expect = (good: Expectation) => Expectation

const same: Expect = (good) => good

/** Without the text of the page: the change takes some of it away. */
export const withoutPage: Expect = ({ page: _, ...rest }) => rest

/** With room for one more page. */
export const morePages: Expect = (good) => ({ ...good, maxPages: (good.maxPages ?? 0) + 1 })

/** A change of objects. */
export function change(
  rule: string,
  what: string,
  edit: (pdf: OpenPdf) => void,
  expect: Expect = same,
): Mutation {
  return { rule, what, apply: (good) => mutate(good, edit), expect }
}

/** A change of bytes. */
export function changeBytes(
  rule: string,
  what: string,
  edit: (bytes: Buffer) => Uint8Array,
  expect: Expect = same,
): Mutation {
  return { rule, what, apply: async (good) => edit(Buffer.from(good)), expect }
}

/** No change of the PDF, but another expectation. */
export function expectElse(rule: string, what: string, expect: Expect): Mutation {
  return { rule, what, apply: async (good) => good, expect }
}

/** Replaces bytes by others of the same length. */
export function replaceBytes(bytes: Buffer, find: string | RegExp, by: (found: string) => string): Buffer {
  const text = bytes.toString('latin1')
  const match = typeof find === 'string' ? find : find.exec(text)?.[0]
  if (match === undefined || !text.includes(match)) throw new Error(`The bytes have no ${find}`)
  const replacement = by(match)
  if (replacement.length !== match.length) throw new Error(`“${replacement}” is not as long as “${match}”`)
  return Buffer.from(
    text.replace(match, () => replacement),
    'latin1',
  )
}
