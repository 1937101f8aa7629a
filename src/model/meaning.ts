// The meaning of a term as written in front matter -> its words, those in another language apart.

/** Words of a meaning that are in one language. */
export interface MeaningPart {
  readonly text: string
  /** Undefined: the language of the text around. */
  readonly language: string | undefined
}

/** As in the body; nothing else of Markdown is read in a meaning. */
const marked = /:lang\[([^\]]+)\]\{tag="?([A-Za-z0-9-]+)"?\}/g

export function meaningParts(written: string): MeaningPart[] {
  const parts: MeaningPart[] = []
  let end = 0
  for (const match of written.matchAll(marked)) {
    const [whole, text = '', language] = match
    if (match.index > end) parts.push({ text: written.slice(end, match.index), language: undefined })
    parts.push({ text, language })
    end = match.index + whole.length
  }
  if (end < written.length || end === 0) parts.push({ text: written.slice(end), language: undefined })
  return parts
}

/** The words alone. */
export function plainMeaning(written: string): string {
  return written.replace(marked, '$1')
}
