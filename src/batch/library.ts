// Settings -> the library: topics and organizations read and checked, themes read when they are first used.
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { findTopics, readCatalogue } from '../content/catalogue.js'
import type { TopicFile } from '../content/read-topic.js'
import type { Vocabulary } from '../content/vocabulary.js'
import type { Organization } from '../model/organization.js'
import { lengthIds, type Settings } from '../model/settings.js'
import type { TopicReading } from '../model/topic.js'
import { type OrganizationReading, readOrganizations } from '../template/organizations.js'
import { noticeIds, readTheme, type ThemeReading } from '../template/theme.js'

export interface Library {
  /** Every topic there is, read or not. */
  readonly found: readonly TopicFile[]
  readonly organizations: readonly OrganizationReading[]
  /** Those without faults. */
  readonly usable: readonly Organization[]
  /** Words that conditions and references may name. */
  readonly vocabulary: Vocabulary
  /** Reads the topics a predicate wants. */
  readonly readTopics: (wanted: (topic: TopicFile) => boolean) => Promise<TopicReading[]>
  /** The theme of an organization in a language; read once. */
  readonly theme: (organization: Organization, language: string) => Promise<ThemeReading>
}

/** @throws HandoutError `folder-unreadable` */
export async function openLibrary(settings: Settings): Promise<Library> {
  const { root, folders } = settings
  const [found, organizations, notices] = await Promise.all([
    findTopics(folders.content),
    readOrganizations(path.join(folders.templates, 'organizations'), root),
    noticeIds(folders.templates),
  ])
  const vocabulary: Vocabulary = {
    levels: Object.keys(settings.levels),
    lengths: lengthIds(settings),
    editions: ['standard', 'large-print'],
    organizations: organizations.map((one) => one.id),
    topics: [...new Set(found.map((topic) => topic.id))],
    notices,
  }
  const themes = new Map<string, Promise<ThemeReading>>()
  return {
    found,
    organizations,
    usable: organizations.flatMap(({ organization }) => organization ?? []),
    vocabulary,
    readTopics: (wanted) => readCatalogue(found, wanted, root, vocabulary),
    theme: (organization, language) => {
      const key = `${organization.id}/${language}`
      const known = themes.get(key)
      if (known) return known
      const reading = readTheme(organization, language, folders.templates, root)
      themes.set(key, reading)
      return reading
    },
  }
}

/** Remarks about organizations that are wanted, or all. */
export function organizationMessages(library: Library, wanted: (id: string) => boolean): VFileMessage[] {
  return library.organizations.filter(({ id }) => wanted(id)).flatMap(({ messages }) => messages)
}
