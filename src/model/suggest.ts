// A misspelt word and the valid ones -> the sentence that names the nearest.
import { distance } from 'fastest-levenshtein'

/** Words farther apart than this share of their length are not the same word misspelt. */
const farthest = 0.5

/** The valid word nearest to `word`, or undefined when none is near. */
export function nearest(word: string, valid: Iterable<string>): string | undefined {
  let best: { word: string; distance: number } | undefined
  for (const candidate of valid) {
    const steps = distance(word.toLowerCase(), candidate.toLowerCase())
    if (!best || steps < best.distance) best = { word: candidate, distance: steps }
  }
  if (!best) return undefined
  return best.distance <= Math.max(1, best.word.length * farthest) ? best.word : undefined
}

/** `Did you mean …?`, with the list of valid words where none is near. */
export function didYouMean(word: string, valid: Iterable<string>): string {
  const words = [...valid]
  const near = nearest(word, words)
  if (near !== undefined) return `Did you mean \`${near}\`?`
  return words.length === 0 ? 'There are none.' : `Known: ${words.map((known) => `\`${known}\``).join(', ')}.`
}
