// Variants of a topic -> groups that differ in level alone.
import type { VariantText } from './rule.js'

/** Variants of one length, edition and organization, level by level; a level alone is no group. */
export function sameLength(variants: readonly VariantText[]): VariantText[][] {
  const groups = new Map<string, VariantText[]>()
  for (const text of variants) {
    const { length, edition, more } = text.print
    const key = `${length}|${edition}|${more ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), text])
  }
  return [...groups.values()].filter(({ length }) => length > 1)
}
