// Front matter that does not fit its schema -> the parts that other faults are found by, so that all are told at once.
import type { TopicMeta } from '../model/topic.js'

/** What the rest of the front matter and the body refer to. */
export type Referred = Pick<TopicMeta, 'title' | 'readers' | 'notices' | 'related' | 'terms' | 'sources'>

/** Takes what has the right form and leaves the rest empty; undefined when there are no keys at all. */
export function looseMeta(raw: unknown): Referred | undefined {
  if (!isRecord(raw)) return undefined
  return {
    title: isPerLevel(raw.title) ? raw.title : '',
    readers: isPerLevel(raw.readers) ? raw.readers : undefined,
    notices: names(raw.notices),
    related: names(raw.related),
    // Only the keys are looked at.
    terms: isRecord(raw.terms) ? (raw.terms as TopicMeta['terms']) : {},
    sources: isRecord(raw.sources) ? (raw.sources as TopicMeta['sources']) : {},
  }
}

/** Places count from the start of the list, so what is not a name stays as an empty one. */
function names(value: unknown): string[] {
  return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one : '')) : []
}

function isPerLevel(value: unknown): value is TopicMeta['title'] {
  return (
    typeof value === 'string' ||
    (isRecord(value) && Object.values(value).every((one) => typeof one === 'string'))
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
