// A language -> a topic that has every block once: what a brand is judged by, and what its gallery shows.
import { parseMarkdown } from '../../content/markdown.js'
import type { Picture, Topic } from '../../model/topic.js'
import type { Theme } from '../../template/theme.js'
import { type SpecimenText, specimenPicture, specimenTexts } from './text.js'

const specimens = new Map<string, Topic>()

/**
 * The specimen in the language of a theme, or in English where there is none.
 *
 * @param notices ids of the notices there are; it has those that the theme has
 */
export function specimenFor(theme: Theme, notices: readonly string[]): Topic {
  return specimen(
    theme.language,
    notices.filter((id) => theme.notice(id)),
  )
}

function specimen(language: string, notices: readonly string[]): Topic {
  const key = `${language} ${notices.join()}`
  const known = specimens.get(key)
  if (known) return known
  const text = specimenText(language)
  const picture: Picture = {
    path: 'specimen.svg',
    bytes: Buffer.from(specimenPicture),
    mediaType: 'image/svg+xml',
    width: 240,
    height: 80,
  }
  const [term, meaning] = text.term
  const topic: Topic = {
    id: 'specimen',
    language,
    path: 'gallery',
    source: text.body,
    meta: {
      title: text.title,
      summary: text.title,
      audience: 'patient',
      readers: text.readers,
      codes: {},
      notices,
      review: { status: 'draft', on: '2026-01-01', everyMonths: 24, by: [] },
      terms: { [term]: meaning },
      sources: {
        one: {
          title: 'A source',
          publisher: 'Somebody',
          url: 'https://example.org/source',
          accessed: '2026-01-01',
        },
      },
      related: [],
    },
    body: parseMarkdown(text.body).body,
    pictures: new Map([['specimen.svg', picture]]),
  }
  specimens.set(key, topic)
  return topic
}

/** Its words in a language, or in English where there are none. */
export function specimenText(language: string): SpecimenText {
  const text = specimenTexts[language] ?? specimenTexts[language.split('-')[0] ?? ''] ?? specimenTexts.en
  if (!text) throw new Error('There is no specimen')
  return text
}
