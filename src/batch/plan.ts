// Topics × organizations × filters -> the variants that are wanted, in a fixed order.
import { HandoutError } from '../model/error.js'
import type { Organization } from '../model/organization.js'
import type { Settings } from '../model/settings.js'
import { didYouMean } from '../model/suggest.js'
import { type Edition, type Variant, variantId } from '../model/variant.js'

/** What the command line narrows the matrix to; an empty list narrows nothing. */
export interface Filters {
  /** Topic ids; `*` stands for any letters. */
  readonly topics: readonly string[]
  readonly organizations: readonly string[]
  readonly languages: readonly string[]
  readonly levels: readonly string[]
  readonly lengths: readonly string[]
  readonly editions: readonly string[]
}

export interface PlannedTopic {
  readonly id: string
  readonly language: string
}

/**
 * The variants to make.
 *
 * @throws HandoutError `name-unknown` for a filter that names nothing there is
 */
export function plan(
  topics: readonly PlannedTopic[],
  organizations: readonly Pick<Organization, 'id' | 'languages' | 'topics'>[],
  settings: Pick<Settings, 'levels' | 'lengths' | 'editions'>,
  filters: Filters,
): Variant[] {
  const levels = Object.keys(settings.levels)
  const lengths = Object.keys(settings.lengths)
  const languages = [
    ...new Set([...topics.map((topic) => topic.language), ...organizations.flatMap((one) => one.languages)]),
  ]
  checkNames(
    'organization',
    filters.organizations,
    organizations.map((one) => one.id),
  )
  checkNames('language', filters.languages, languages)
  checkNames('level', filters.levels, levels)
  checkNames('length', filters.lengths, lengths)
  checkNames('edition', filters.editions, ['standard', 'large-print'])
  checkNames('topic', filters.topics, [...new Set(topics.map((topic) => topic.id))])
  const editions = (filters.editions.length > 0 ? filters.editions : settings.editions) as readonly Edition[]
  const variants = organizations
    .filter((one) => wanted(one.id, filters.organizations))
    .flatMap((organization) =>
      topics
        .filter(({ id, language }) => wanted(id, filters.topics) && wanted(language, filters.languages))
        .filter(({ id, language }) => offers(organization, id) && organization.languages.includes(language))
        .flatMap(({ id, language }) =>
          levels
            .filter((level) => wanted(level, filters.levels))
            .flatMap((level) =>
              lengths
                .filter((length) => wanted(length, filters.lengths))
                .flatMap((length) =>
                  editions.map(
                    (edition): Variant => ({
                      organization: organization.id,
                      language,
                      topic: id,
                      level,
                      length,
                      edition,
                    }),
                  ),
                ),
            ),
        ),
    )
  return variants.sort((a, b) => (variantId(a) < variantId(b) ? -1 : 1))
}

function offers({ topics }: Pick<Organization, 'topics'>, id: string): boolean {
  return topics.include.some((one) => matches(id, one)) && !topics.exclude.some((one) => matches(id, one))
}

function wanted(id: string, filter: readonly string[]): boolean {
  return filter.length === 0 || filter.some((one) => matches(id, one))
}

function matches(id: string, glob: string): boolean {
  const pattern = glob.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${pattern.join('.*')}$`).test(id)
}

function checkNames(kind: string, given: readonly string[], known: readonly string[]): void {
  for (const name of given)
    if (!known.some((one) => matches(one, name)))
      throw new HandoutError('name-unknown', `There is no ${kind} \`${name}\`.`, {
        hint: didYouMean(name, known),
      })
}
