// Terms of a topic -> where they stand in a text, marked as terms or not.
import type { Nodes, Parents } from 'mdast'
import { termKey } from '../model/directive.js'

/** A term as it stands in the words of a block. */
export interface TermUse {
  readonly key: string
  readonly start: number
  readonly end: number
}

/** Finds the words of terms, in singular and plural; terms in capitals only in capitals. */
export function termFinder(terms: Readonly<Record<string, string>>): (text: string) => TermUse[] {
  const keys = Object.keys(terms).sort((a, b) => b.length - a.length)
  if (keys.length === 0) return () => []
  const pattern = keys.map((key) => `(${key.trim().split(/\s+/).map(escaped).join('\\s+')})`).join('|')
  const search = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?:s|es|['’]s)?(?![\\p{L}\\p{N}])`, 'giu')
  return (text) =>
    [...text.matchAll(search)].flatMap((match) => {
      const key = keys[match.slice(1).findIndex((group) => group !== undefined)]
      if (key === undefined) return []
      const inCapitals = /\p{Lu}{2}/u.test(key)
      if (inCapitals && !match[0].startsWith(key)) return []
      return [{ key, start: match.index, end: match.index + match[0].length }]
    })
}

/** Keys of the terms that a node marks with `:term[…]`. */
export function markedTerms(node: Nodes, terms: Readonly<Record<string, string>>): string[] {
  if (node.type === 'textDirective' && node.name === 'term') {
    const key = termKey(node, terms)
    return key === undefined ? [] : [key]
  }
  return 'children' in node
    ? (node as Parents).children.flatMap((child) => markedTerms(child as Nodes, terms))
    : []
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]")
}
