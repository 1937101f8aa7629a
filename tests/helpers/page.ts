// A topic's words in, the whole page that would be printed out; the theme is that of the repository's templates.

import { openLibrary } from '../../src/batch/library.js'
import { parseMarkdown } from '../../src/content/markdown.js'
import type { Organization } from '../../src/model/organization.js'
import type { Topic, TopicMeta } from '../../src/model/topic.js'
import type { Variant } from '../../src/model/variant.js'
import { type Composed, compose } from '../../src/pipeline/compose.js'
import type { Theme } from '../../src/template/theme.js'
import { type Files, library } from './library.js'
import { defaultSettings } from './settings.js'
import { requiredBlocks } from './topic.js'

export interface PageMaker {
  readonly theme: Theme
  /** Composes; throws when there is a fault. */
  readonly compose: (body?: string, meta?: Partial<TopicMeta>, variant?: Partial<Variant>) => Composed
  /** The same for another form of the organization. */
  readonly composeFor: (organization: Partial<Organization>) => Composed
}

/** Reads the theme of `clinic` once. */
export async function pageMaker(files: Files = {}): Promise<PageMaker> {
  const { root } = await library(files)
  const settings = await defaultSettings(root)
  const { usable, theme: themeOf } = await openLibrary(settings)
  const organization = usable.find(({ id }) => id === 'clinic')
  if (!organization) throw new Error('There is no clinic')
  const { theme, messages } = await themeOf(organization, 'en')
  if (!theme) throw new Error(messages.join('\n'))
  const make = (
    used: Theme,
    body = requiredBlocks,
    meta: Partial<TopicMeta> = {},
    variant: Partial<Variant> = {},
  ) => {
    const { composed, messages: faults } = compose(
      topicOf(body, meta),
      {
        organization: 'clinic',
        language: 'en',
        topic: 'hands',
        level: 'easy',
        length: 'long',
        edition: 'standard',
        ...variant,
      },
      used,
      settings,
      'Handout Press',
    )
    if (!composed) throw new Error(faults.join('\n'))
    return composed
  }
  return {
    theme,
    compose: (body, meta, variant) => make(theme, body, meta, variant),
    composeFor: (over) => make({ ...theme, organization: { ...organization, ...over } }),
  }
}

/** A topic that was not checked: what protects the page has to do so alone. */
export function topicOf(body: string, meta: Partial<TopicMeta> = {}): Topic {
  return {
    id: 'hands',
    language: 'en',
    path: 'content/hands/en.md',
    source: body,
    meta: {
      title: 'Washing your hands',
      summary: 'How to wash your hands.',
      audience: 'patient',
      codes: {},
      notices: [],
      review: { status: 'draft', on: '2026-11-22', everyMonths: 24, by: [] },
      terms: {},
      sources: {},
      related: [],
      ...meta,
    },
    body: parseMarkdown(body).body,
    pictures: new Map(),
  }
}
