// Settings -> the library: topics and organizations read and checked, themes read when they are first used.
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { findTopics } from '../content/find-topics.js'
import type { TopicFile } from '../content/read-topic.js'
import type { Vocabulary } from '../content/vocabulary.js'
import type { Labels } from '../model/labels.js'
import { isError } from '../model/message.js'
import type { Organization } from '../model/organization.js'
import { lengthIds, type Settings } from '../model/settings.js'
import type { Topic, TopicReading } from '../model/topic.js'
import { editions } from '../model/variant.js'
import { noticeIds } from '../template/notice-ids.js'
import { type OrganizationReading, readOrganizations } from '../template/organizations.js'
import type { ThemeReading } from '../template/theme.js'
import type { TopicOfOrganization } from './additions.js'

export interface Library {
  /** Every topic there is, read or not. */
  readonly found: readonly TopicFile[]
  readonly organizations: readonly OrganizationReading[]
  /** Those without faults. */
  readonly usable: readonly Organization[]
  /** Words that texts may name. */
  readonly vocabulary: Vocabulary
  readonly readTopic: (topic: TopicFile) => Promise<TopicReading>
  /** Reads the topics a predicate wants. */
  readonly readTopics: (wanted: (topic: TopicFile) => boolean) => Promise<TopicReading[]>
  /** The theme of an organization in a language, its brand not yet judged; read once. */
  readonly theme: (organization: Organization, language: string) => Promise<ThemeReading>
  /** The fixed words of an organization in a language; read once. */
  readonly labels: (organization: Organization, language: string) => Promise<Labels | undefined>
  /** A topic with what an organization adds to it; read once while the topic is in use. */
  readonly topicFor: (topic: Topic, organization: Organization) => Promise<TopicOfOrganization>
}

/** @throws HandoutError `folder-unreadable` */
export async function openLibrary(settings: Settings): Promise<Library> {
  const { root, folders } = settings
  const [found, notices] = await Promise.all([findTopics(folders.content), noticeIds(folders.templates)])
  const topics = [...new Set(found.map((topic) => topic.id))]
  const organizations = await readOrganizations(path.join(folders.templates, 'organizations'), root, {
    topics,
    notices,
  })
  const vocabulary = {
    levels: Object.keys(settings.levels),
    lengths: lengthIds(settings),
    editions,
    organizations: organizations.map((one) => one.id),
    topics,
    notices,
  }
  const themes = new Map<string, Promise<ThemeReading>>()
  const themeReader = freshThemes()
  const labels = new Map<string, Promise<Labels | undefined>>()
  const extended = new WeakMap<Topic, Map<string, Promise<TopicOfOrganization>>>()
  return {
    found,
    organizations,
    usable: organizations.flatMap(({ organization }) => organization ?? []),
    vocabulary,
    // What reads Markdown and fills templates is loaded when something is not fresh.
    readTopic: async (topic) => (await import('../content/read-topic.js')).readTopic(topic, root, vocabulary),
    readTopics: async (wanted) =>
      (await import('../content/catalogue.js')).readCatalogue(found, wanted, root, vocabulary),
    theme: (organization, language) => {
      const key = `${organization.id}/${language}`
      const known = themes.get(key)
      if (known) return known
      const placeOf = organizations.find(({ id }) => id === organization.id)?.placeOf
      const reading = themeReader().then(async (readTheme) => {
        const { theme, messages } = await readTheme(organization, language, folders.templates, root, placeOf)
        const { staleOverrides } = await import('../template/overrides/stale.js')
        const stale = await staleOverrides(organization.chain, language, folders.templates, root)
        return { theme: stale.some(isError) ? undefined : theme, messages: [...messages, ...stale] }
      })
      themes.set(key, reading)
      return reading
    },
    labels: (organization, language) => {
      const key = `${organization.chain.join('/')}/${language}`
      const reading =
        labels.get(key) ??
        import('../template/organization-labels.js').then(({ organizationLabels }) =>
          organizationLabels(organization.chain, language, folders.templates),
        )
      labels.set(key, reading)
      return reading
    },
    topicFor: async (topic, organization) => {
      if (!addsTo(organization, topic)) return { topic, messages: [] }
      const known = extended.get(topic) ?? new Map<string, Promise<TopicOfOrganization>>()
      extended.set(topic, known)
      const reading =
        known.get(organization.id) ??
        import('./additions.js').then(({ withAdditions }) =>
          withAdditions(topic, organization, settings, vocabulary),
        )
      known.set(organization.id, reading)
      return reading
    },
  }
}

/** Whether an organization adds anything to a topic. */
export function addsTo(
  { additions }: Pick<Organization, 'additions'>,
  { id, language }: Pick<Topic, 'id' | 'language'>,
): boolean {
  return additions.some((one) => one.topic === id && one.language === language)
}

/** Reads themes anew: files may have changed since another library read them. */
function freshThemes(): () => Promise<typeof import('../template/theme.js').readTheme> {
  let loading: Promise<typeof import('../template/theme.js')> | undefined
  return async () => {
    loading ??= import('../template/theme.js').then((themes) => {
      themes.forgetThemes()
      return themes
    })
    return (await loading).readTheme
  }
}

/** Remarks about organizations that are wanted, or all. */
export function organizationMessages(library: Library, wanted: (id: string) => boolean): VFileMessage[] {
  return library.organizations.filter(({ id }) => wanted(id)).flatMap(({ messages }) => messages)
}

/** By organization: its own id, then those it inherits from. */
export function chainsOf(organizations: readonly Organization[]): Map<string, readonly string[]> {
  return new Map(organizations.map(({ id, chain }) => [id, chain]))
}
