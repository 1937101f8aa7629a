// Topics × organizations × filters -> the variants that are wanted, in a fixed order.
import { HandoutError } from '../model/error.js'
import type { Organization } from '../model/organization.js'
import { bilingualLengths, type Settings } from '../model/settings.js'
import { didYouMean } from '../model/suggest.js'
import { editions, languagesOf, type Paper, type Variant, variantId } from '../model/variant.js'

/** What the command line narrows the matrix to; an empty list narrows nothing. */
export interface Filters {
  /** Topic ids; `*` stands for any letters. */
  readonly topics: readonly string[]
  readonly organizations: readonly string[]
  readonly languages: readonly string[]
  readonly levels: readonly string[]
  readonly lengths: readonly string[]
  readonly editions: readonly string[]
  /** Prints on this paper instead of the organization's own. */
  readonly paper?: Paper | undefined
  /** Prints without colour. */
  readonly grey?: boolean | undefined
}

export interface PlannedTopic {
  readonly id: string
  readonly language: string
}

/** What a plan asks of an organization. */
type Offering = Pick<Organization, 'id' | 'languages' | 'topics'> & Partial<Pick<Organization, 'bilingual'>>

/**
 * The variants to make.
 *
 * @param faulty ids of organizations that cannot be used; a filter may name them
 * @throws HandoutError `name-unknown` for a filter that names nothing there is
 */
export function plan(
  topics: readonly PlannedTopic[],
  organizations: readonly (Offering & Partial<Pick<Organization, 'paper'>>)[],
  settings: Pick<Settings, 'levels' | 'lengths' | 'editions'>,
  filters: Filters,
  faulty: readonly string[] = [],
): Variant[] {
  const levels = Object.keys(settings.levels)
  const lengths = Object.keys(settings.lengths)
  const languages = [
    ...new Set([...topics.map((topic) => topic.language), ...organizations.flatMap((one) => one.languages)]),
  ]
  checkNames('organization', filters.organizations, [...organizations.map((one) => one.id), ...faulty])
  checkNames('language', filters.languages, languages)
  checkNames('level', filters.levels, levels)
  checkNames('length', filters.lengths, lengths)
  checkNames('edition', filters.editions, editions)
  checkNames('topic', filters.topics, [...new Set(topics.map((topic) => topic.id))])
  const printed = filters.editions.length > 0 ? editions : settings.editions
  const variants = organizations.flatMap((organization) =>
    topics
      .filter(({ id, language }) => offers(organization, id) && organization.languages.includes(language))
      .flatMap(({ id: topic, language }) => {
        const own = { organization: organization.id, language, topic }
        const beside = secondLanguage(organization, own, topics)
        return levels.flatMap((level) => [
          ...lengths.flatMap((length) =>
            printed
              .filter((edition) => edition !== 'bilingual')
              .map((edition): Variant => ({ ...own, level, length, edition })),
          ),
          // An organization that asks for it has it, whichever editions are made for all.
          ...(beside ? bilingualLengths(settings) : []).map(
            (length): Variant => ({ ...own, level, length, edition: 'bilingual', ...beside }),
          ),
        ])
      })
      .map((variant) => ({ ...variant, ...choices(filters, organization) }))
      .filter((variant) => wants(filters, variant)),
  )
  return variants
    .map((variant) => ({ id: variantId(variant), variant }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ variant }) => variant)
}

function choices(
  { paper, grey }: Filters,
  organization: Partial<Pick<Organization, 'paper'>>,
): Pick<Variant, 'onPaper' | 'color'> {
  return {
    ...(paper && paper !== organization.paper ? { onPaper: paper } : {}),
    ...(grey ? { color: 'grey' } : {}),
  }
}

/** The language that a text is printed beside, where its organization wants both and the topic has both. */
function secondLanguage(
  { bilingual }: Offering,
  { topic, language }: Pick<Variant, 'topic' | 'language'>,
  topics: readonly PlannedTopic[],
): { readonly beside: string } | undefined {
  const [first, second] = bilingual ?? []
  if (second === undefined || first !== language) return undefined
  return topics.some((one) => one.id === topic && one.language === second) ? { beside: second } : undefined
}

/** Whether a library still has a variant, wanted or not. What an organization at fault offers cannot be asked; it has it. */
export function exists(
  { topic, language, organization, level, length, edition, beside }: Variant,
  topics: readonly PlannedTopic[],
  organizations: readonly Offering[],
  settings: Pick<Settings, 'levels' | 'lengths'>,
  faulty: readonly string[],
): boolean {
  const owner = organizations.find((one) => one.id === organization)
  return (
    Object.hasOwn(settings.levels, level) &&
    Object.hasOwn(settings.lengths, length) &&
    topics.some((one) => one.id === topic && one.language === language) &&
    (edition !== 'bilingual' || bilingualLengths(settings).includes(length)) &&
    (edition !== 'bilingual' ||
      !owner ||
      secondLanguage(owner, { topic, language }, topics)?.beside === beside) &&
    (owner ? owner.languages.includes(language) && offers(owner, topic) : faulty.includes(organization))
  )
}

function offers({ topics }: Pick<Organization, 'topics'>, id: string): boolean {
  return topics.include.some((one) => matches(id, one)) && !topics.exclude.some((one) => matches(id, one))
}

/** Whether filters let a variant through. */
export function wants(filters: Filters, variant: Variant): boolean {
  return (
    matchesAny(variant.organization, filters.organizations) &&
    languagesOf(variant).some((language) => matchesAny(language, filters.languages)) &&
    matchesAny(variant.topic, filters.topics) &&
    matchesAny(variant.level, filters.levels) &&
    matchesAny(variant.length, filters.lengths) &&
    matchesAny(variant.edition, filters.editions)
  )
}

/** Whether one of the globs fits; none at all narrow nothing. */
export function matchesAny(id: string, filter: readonly string[]): boolean {
  return filter.length === 0 || filter.some((one) => matches(id, one))
}

const patterns = new Map<string, RegExp>()

function matches(id: string, glob: string): boolean {
  if (!glob.includes('*')) return id === glob
  const known = patterns.get(glob)
  if (known) return known.test(id)
  const parts = glob.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(`^${parts.join('.*')}$`)
  patterns.set(glob, pattern)
  return pattern.test(id)
}

function checkNames(kind: string, given: readonly string[], known: readonly string[]): void {
  for (const name of given)
    if (!known.some((one) => matches(one, name)))
      throw new HandoutError('name-unknown', `There is no ${kind} \`${name}\`.`, {
        hint: didYouMean(name, known),
      })
}
