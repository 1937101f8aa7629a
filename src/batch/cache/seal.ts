// A value and perhaps a secret -> sealed text that shows when it was damaged or made by somebody else.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** What became of a sealed text. */
export type Opened<Value> =
  | { readonly state: 'good'; readonly value: Value }
  /** Not what was written: flipped, truncated, empty. */
  | { readonly state: 'damaged' }
  /** Not signed with our key, though we have one. */
  | { readonly state: 'foreign' }

/** Seals a value: with a secret nobody can make the text who does not know it, without one it only shows damage. */
export function seal(value: unknown, secret: string | undefined): string {
  const body = JSON.stringify(value)
  return `${sealOf(body, secret)}\n${body}\n`
}

export function unseal<Value>(text: string, secret: string | undefined): Opened<Value> {
  const [given = '', body = ''] = text.split('\n', 2)
  const signed = given.startsWith('hmac-')
  if (secret !== undefined && !signed)
    return { state: sameText(given, sealOf(body, undefined)) ? 'foreign' : 'damaged' }
  // Without the key a signature says nothing; then a good one is not enough, and nothing signed is used.
  if (secret === undefined && signed) return { state: 'foreign' }
  if (!sameText(given, sealOf(body, secret))) return { state: signed ? 'foreign' : 'damaged' }
  try {
    return { state: 'good', value: JSON.parse(body) as Value }
  } catch {
    return { state: 'damaged' }
  }
}

function sealOf(body: string, secret: string | undefined): string {
  return secret === undefined
    ? `sha256-${createHash('sha256').update(body).digest('hex')}`
    : `hmac-sha256-${createHmac('sha256', secret).update(body).digest('hex')}`
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
