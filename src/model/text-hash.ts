// A topic -> the hash of what readers see of it, by which an edit after a review is found.
import { createHash } from 'node:crypto'
import type { Topic } from './topic.js'

/** Enough digits that no two texts share them by chance, few enough to be read out. */
const digits = 16

/**
 * Hash of the body, the printed parts of the front matter, and the pictures. Line ends, blanks at the ends of lines, the
 * review itself, codes, and `::ignore` lines do not count.
 */
export function textHash(topic: Pick<Topic, 'source' | 'body' | 'meta' | 'pictures'>): string {
  const { title, summary, audience, readers, notices, terms, sources } = topic.meta
  const start = topic.body.children[0]?.position?.start.offset ?? topic.source.length
  const lines = topic.source
    .slice(start)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .filter((line) => !/^\s*::ignore\[/.test(line))
  const hash = createHash('sha256')
  hash.update(JSON.stringify([title, summary, audience, readers ?? '', notices, terms, sources]))
  hash.update(
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  )
  for (const [address, { bytes }] of [...topic.pictures].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`\n${address}\n`).update(bytes)
  return hash.digest('hex').slice(0, digits)
}
