// English word -> whether Dale and Chall’s list of easy words has it, in any regular form.
import { daleChall } from 'dale-chall'

let list: ReadonlySet<string> | undefined
const known = new Map<string, boolean>()
const maxKnown = 50_000

/** Easy words are also easy as plurals, possessives, and in -ed, -ing, -er, -est; numerals are easy. */
export function isFamiliar(word: string): boolean {
  const before = known.get(word)
  if (before !== undefined) return before
  const familiar = word
    .toLowerCase()
    .replaceAll('’', "'")
    .split('-')
    .every((part) => part === '' || isEasy(part))
  if (known.size >= maxKnown) known.clear()
  known.set(word, familiar)
  return familiar
}

function isEasy(word: string): boolean {
  list ??= new Set(daleChall)
  const easy = list
  if (!/[a-z]/.test(word)) return true
  const base = word.replace(/'s?$/, '')
  return [base, ...stemsOf(base)].some((stem) => easy.has(stem))
}

/** What may stand behind an ending: `stopped` comes from `stop`, `making` from `make`, `tries` from `try`. */
function stemsOf(word: string): string[] {
  const match = /^(.+?)(s|es|ed|d|ing|er|r|est|st)$/.exec(word)
  if (!match) return []
  const stems = new Set<string>()
  for (const ending of ['s', 'es', 'd', 'ed', 'ing', 'r', 'er', 'st', 'est']) {
    if (!word.endsWith(ending) || word.length - ending.length < 2) continue
    const stem = word.slice(0, -ending.length)
    stems.add(stem)
    if (ending === 'ing') stems.add(`${stem}e`)
    if (ending !== 's' && /([b-df-hj-np-tv-z])\1$/.test(stem)) stems.add(stem.slice(0, -1))
    if (stem.endsWith('i')) stems.add(`${stem.slice(0, -1)}y`)
  }
  return [...stems]
}
