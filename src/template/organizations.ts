// templates/organizations -> every organization, its inheritance resolved, with every fault at its place.
import { readdir, readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { readPicture } from '../media/picture.js'
import { HandoutError } from '../model/error.js'
import { fault } from '../model/message.js'
import type { Organization } from '../model/organization.js'
import { didYouMean } from '../model/suggest.js'
import type { Picture } from '../model/topic.js'
import { type CheckedYaml, readYaml } from '../yaml/checked-yaml.js'
import { type OrganizationFile, organizationSchema } from './organization-schema.js'

const fileName = 'organization.yaml'
const organizationId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** What an organization has that neither it nor those it extends name. */
const defaults = {
  languages: ['en'],
  paper: 'letter',
  colors: { primary: '#1f4e79', accent: '#9c2f1b', text: '#1b1b1b' },
  fonts: { body: 'Atkinson Hyperlegible Next', heading: 'Atkinson Hyperlegible Next' },
} as const

export interface OrganizationReading {
  readonly id: string
  readonly path: string
  readonly organization: Organization | undefined
  readonly messages: readonly VFileMessage[]
}

interface RawOrganization {
  readonly id: string
  readonly folder: string
  readonly path: string
  readonly yaml: CheckedYaml<OrganizationFile>
}

/**
 * Reads every organization.
 *
 * @param folder absolute path of `templates/organizations`
 * @throws HandoutError `folder-unreadable`
 */
export async function readOrganizations(folder: string, root: string): Promise<OrganizationReading[]> {
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
  const raw = new Map(
    (await Promise.all(ids.sort().map((id) => readRaw(id, path.join(folder, id), root)))).map((one) => [
      one.id,
      one,
    ]),
  )
  return Promise.all([...raw.values()].map((one) => resolve(one, raw, root)))
}

async function readRaw(id: string, folder: string, root: string): Promise<RawOrganization> {
  const file = path.join(folder, fileName)
  const shown = relative(root, file)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    const missing = fault({
      rule: 'organization-missing',
      reason: `The organization \`${id}\` has no ${fileName}.`,
      hint: 'Add the file, or remove the folder.',
      place: { line: 1, column: 1 },
      file: shown,
    })
    return {
      id,
      folder,
      path: shown,
      yaml: { value: undefined, messages: [missing], placeOf: () => ({ line: 1, column: 1 }) },
    }
  }
  return { id, folder, path: shown, yaml: readYaml(text, 1, organizationSchema, shown, 'organization') }
}

async function resolve(
  own: RawOrganization,
  all: ReadonlyMap<string, RawOrganization>,
  root: string,
): Promise<OrganizationReading> {
  const messages = [...own.yaml.messages]
  const reading = (organization?: Organization): OrganizationReading => ({
    id: own.id,
    path: own.path,
    organization,
    messages,
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
  const chain = chainOf(own, all, messages)
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
  const logo = await logoOf(chain, root, messages)
  if (messages.length > 0) return reading()
  const merged = <Key extends 'colors' | 'fonts' | 'contact' | 'topics'>(key: Key) =>
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
    languages: first('languages') ?? defaults.languages,
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
    topicAddress: first('topic-address'),
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

async function logoOf(
  chain: readonly RawOrganization[],
  root: string,
  messages: VFileMessage[],
): Promise<Organization['logo']> {
  const owner = chain.find((one) => one.yaml.value?.logo !== undefined)
  const logo = owner?.yaml.value?.logo
  if (!owner || !logo) return undefined
  const file = path.resolve(owner.folder, logo.file)
  const report = (rule: string, reason: string, hint: string) => {
    messages.push(
      fault({ rule, reason, hint, place: owner.yaml.placeOf(['logo', 'file']), file: owner.path }),
    )
    return undefined
  }
  try {
    if (path.dirname(await realpath(file)) !== (await realpath(owner.folder)))
      return report(
        'logo-outside',
        `The logo \`${logo.file}\` is not in the folder of the organization.`,
        'Save it beside organization.yaml and write its name alone.',
      )
    const bytes = await readFile(file)
    const reading = readPicture(bytes)
    if ('problem' in reading)
      return report('logo-broken', `The logo \`${logo.file}\` ${reading.problem}.`, reading.hint)
    const picture: Picture = { path: relative(root, file), bytes, ...reading }
    return { picture, alt: logo.alt }
  } catch {
    const outside = path.dirname(file) !== owner.folder
    return outside
      ? report(
          'logo-outside',
          `The logo \`${logo.file}\` is not in the folder of the organization.`,
          'Save it beside organization.yaml and write its name alone.',
        )
      : report(
          'logo-missing',
          `There is no logo \`${logo.file}\` beside organization.yaml.`,
          'Check the name, capitals too.',
        )
  }
}

function withoutUndefined<Value extends object>(value: Value | undefined): Partial<Value> {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter(([, one]) => one !== undefined),
  ) as Partial<Value>
}

function relative(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/')
}
