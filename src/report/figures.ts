// Measured variants -> a table of words, minutes, grades and pages.
import type { Readability } from '../model/readability.js'

export interface Figures {
  readonly topic: string
  readonly language: string
  /** `easy short`. */
  readonly name: string
  readonly readability: Readability
  readonly minutes: number
  /** Of the last build; none when it was not built. */
  readonly pages: number | undefined
}

const heads = ['', 'words', 'minutes', 'Flesch–Kincaid', 'SMOG', 'INFLESZ', 'pages']

/** A table for each topic; grades are those without the bracketed meanings, with them behind a stroke. */
export function figuresTable(rows: readonly Figures[]): string {
  const topics = new Map<string, Figures[]>()
  for (const row of rows) {
    const key = `${row.topic} (${row.language})`
    topics.set(key, [...(topics.get(key) ?? []), row])
  }
  return [...topics].map(([topic, own]) => table(topic, own)).join('\n')
}

function table(topic: string, rows: readonly Figures[]): string {
  const cells = [
    [topic, ...heads.slice(1)],
    ...rows.map(({ name, readability, minutes, pages }) => [
      `  ${name}`,
      String(readability.words),
      String(minutes),
      pair(readability, 'fleschKincaid'),
      pair(readability, 'smog'),
      pair(readability, 'inflesz'),
      pages === undefined ? '' : String(pages),
    ]),
  ]
  // A formula that is not made for the language has no column, and nothing is invented.
  const shown = heads.map((_, at) => at === 0 || cells.slice(1).some((row) => row[at] !== ''))
  const widths = heads.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  const lines = cells.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .filter((_, at) => shown[at])
      .join('  ')
      .trimEnd(),
  )
  const graded = rows.some(({ readability }) => Object.keys(readability.withoutTerms).length > 0)
  if (!graded) lines.push('  There is no readability formula for this language.')
  return `${lines.join('\n')}\n`
}

function pair(readability: Readability, key: 'fleschKincaid' | 'smog' | 'inflesz'): string {
  const plain = readability.withoutTerms[key]
  const full = readability[key]
  if (plain === undefined || full === undefined) return ''
  return plain === full ? plain.toFixed(1) : `${plain.toFixed(1)} / ${full.toFixed(1)}`
}
