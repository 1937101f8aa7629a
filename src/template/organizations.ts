// templates/organizations -> every organization, its inheritance resolved, with every fault at its place.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { HandoutError } from '../model/error.js'
import { fault, type Place } from '../model/message.js'
import type { Organization } from '../model/organization.js'
import { didYouMean } from '../model/suggest.js'
import { logoOf } from './organization-logo.js'
import type { OrganizationFile } from './organization-schema.js'
import { type KnownNames, type RawOrganization, readRawOrganization } from './raw-organization.js'

const organizationId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** What an organization has that neither it nor those it extends name. */
const defaults = {
  languages: ['en'],
  paper: 'letter',
  colors: { primary: '#1f4e79', accent: '#9c2f1b', text: '#1b1b1b' },
  fonts: { body: 'Atkinson Hyperlegible Next', heading: 'Atkinson Hyperlegible Next' },
} as const

export interface KeyPlace {
  readonly file: string
  readonly place: Place
  /** Whether anybody wrote the key; else the place is that of its nearest parent. */
  readonly written: boolean
}

export interface OrganizationReading {
  readonly id: string
  readonly path: string
  readonly organization: Organization | undefined
  readonly messages: readonly VFileMessage[]
  /** Where a key or value stands: in its own file, or in the nearest of those it extends that has it. */
  readonly placeOf: (path: readonly PropertyKey[]) => KeyPlace
}

/**
 * Reads every organization.
 *
 * @param folder absolute path of `templates/organizations`
 * @param known names of topics and notices they may use; without them names are not checked
 * @throws HandoutError `folder-unreadable`
 */
export async function readOrganizations(
  folder: string,
  root: string,
  known?: KnownNames,
): Promise<OrganizationReading[]> {
  let ids: string[]
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    ids = entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
  } catch (cause) {
    throw new HandoutError(
      'folder-unreadable',
      `The folder ${path.relative(root, folder) || folder} cannot be read.`,
      { cause },
    )
  }
  const read = await Promise.all(
    ids.sort().map((id) => readRawOrganization(id, path.join(folder, id), root, known)),
  )
  const raw = new Map(read.map((one) => [one.id, one]))
  return Promise.all([...raw.values()].map((one) => resolve(one, raw, root)))
}

async function resolve(
  own: RawOrganization,
  all: ReadonlyMap<string, RawOrganization>,
  root: string,
): Promise<OrganizationReading> {
  const messages = [...own.yaml.messages]
  const ofChain: VFileMessage[] = []
  const chain = chainOf(own, all, ofChain)
  const reading = (organization?: Organization): OrganizationReading => ({
    id: own.id,
    path: own.path,
    organization,
    messages,
    placeOf: (keys) => {
      const writer = (chain ?? [own]).find((one) => hasKey(one.yaml.raw, keys))
      const owner = writer ?? own
      return { file: owner.path, place: owner.yaml.placeOf(keys), written: writer !== undefined }
    },
  })
  if (!organizationId.test(own.id))
    messages.push(
      fault({
        rule: 'organization-id',
        reason: `The folder \`${own.id}\` is no name for an organization.`,
        hint: 'Use small letters, digits and hyphens, as in `riverside-clinic`: it becomes part of addresses.',
        place: { line: 1, column: 1 },
        file: own.path,
      }),
    )
  messages.push(...ofChain)
  if (!chain || !own.yaml.value) return reading()
  const faulty = chain.find((one) => !one.yaml.value)
  if (faulty) {
    messages.push(
      fault({
        rule: 'organization-parent',
        reason: `The organization \`${faulty.id}\`, which this one extends, is at fault.`,
        hint: `See ${faulty.path}.`,
        place: own.yaml.placeOf(['extends']),
        file: own.path,
      }),
    )
    return reading()
  }
  const files = chain.flatMap((one) => (one.yaml.value ? [one.yaml.value] : []))
  const first = <Key extends keyof OrganizationFile>(key: Key) =>
    files.find((file) => file[key] !== undefined)?.[key]
  const name = first('name')
  if (name === undefined) {
    messages.push(
      fault({
        rule: 'organization-missing-key',
        reason: 'The key `name` is missing.',
        hint: 'Add the name that stands on every page.',
        place: { line: 1, column: 1 },
        file: own.path,
      }),
    )
    return reading()
  }
  const languages = first('languages') ?? defaults.languages
  const [one, two] = first('bilingual') ?? []
  const bilingual = one !== undefined && two !== undefined ? ([one, two] as const) : undefined
  messages.push(...notGiven(bilingual, languages, reading().placeOf))
  const logo = await logoOf(chain, root, messages)
  if (messages.length > 0) return reading()
  const merged = <Key extends 'colors' | 'fonts' | 'contact' | 'topics' | 'topic-notices'>(key: Key) =>
    Object.assign({}, ...files.map((file) => withoutUndefined(file[key])).reverse()) as NonNullable<
      OrganizationFile[Key]
    >
  const [colors, fonts, topics] = [merged('colors'), merged('fonts'), merged('topics')]
  return reading({
    id: own.id,
    chain: chain.map((one) => one.id),
    path: own.path,
    name,
    tagline: first('tagline'),
    languages,
    bilingual: bilingual && [...bilingual],
    paper: first('paper') ?? defaults.paper,
    colors: {
      primary: colors.primary ?? defaults.colors.primary,
      accent: colors.accent ?? defaults.colors.accent,
      text: colors.text ?? defaults.colors.text,
    },
    fonts: { body: fonts.body ?? defaults.fonts.body, heading: fonts.heading ?? defaults.fonts.heading },
    logo,
    contact: merged('contact'),
    notices: first('notices') ?? [],
    topics: { include: topics.include ?? ['*'], exclude: topics.exclude ?? [] },
    topicNotices: merged('topic-notices'),
    topicAddress: first('topic-address'),
    additions: [...chain].reverse().flatMap(({ additions }) => additions),
  })
}

/** The organization and those it extends, nearest first; undefined when the chain is broken or a loop. */
function chainOf(
  own: RawOrganization,
  all: ReadonlyMap<string, RawOrganization>,
  messages: VFileMessage[],
): RawOrganization[] | undefined {
  const chain = [own]
  for (let current = own; ; ) {
    const parent = current.yaml.value?.extends
    if (parent === undefined) return chain
    const next = all.get(parent)
    const loop = chain.some((one) => one.id === parent)
    if (next && !loop) {
      chain.push(next)
      current = next
      continue
    }
    messages.push(
      fault({
        rule: loop ? 'organization-loop' : 'organization-unknown',
        reason: loop
          ? `The organizations extend one another in a loop: ${[...chain.map((one) => one.id), parent].join(' → ')}.`
          : `There is no organization \`${parent}\` to extend.`,
        hint: loop
          ? 'Remove one `extends`.'
          : didYouMean(
              parent,
              [...all.keys()].filter((id) => id !== own.id),
            ),
        place: current.yaml.placeOf(['extends']),
        file: current.path,
      }),
    )
    return undefined
  }
}

function hasKey(raw: unknown, keys: readonly PropertyKey[]): boolean {
  let value = raw
  for (const key of keys) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return false
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return true
}

/** Both languages side by side have to be languages of the organization, which may have inherited one of the two keys. */
function notGiven(
  bilingual: readonly [string, string] | undefined,
  languages: readonly string[],
  placeOf: OrganizationReading['placeOf'],
): VFileMessage[] {
  return [...(bilingual ?? []).entries()]
    .filter(([, language]) => !languages.includes(language))
    .map(([index, language]) => {
      const { file, place } = placeOf(['bilingual', index])
      return fault({
        rule: 'bilingual-language',
        reason: `\`${language}\` is to be printed side by side, and is none of the languages \`[${languages.join(', ')}]\`.`,
        hint: `Add it to \`languages\`, or write \`bilingual: []\` where there is to be no bilingual edition.`,
        place,
        file,
      })
    })
}

function withoutUndefined<Value extends object>(value: Value | undefined): Partial<Value> {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter(([, one]) => one !== undefined),
  ) as Partial<Value>
}
