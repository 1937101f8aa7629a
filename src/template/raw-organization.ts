// A folder under templates/organizations -> what it says itself, before inheritance, checked key by key and name by name.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { fitsGlob } from '../model/glob.js'
import { fault } from '../model/message.js'
import type { TopicAddition } from '../model/organization.js'
import { didYouMean } from '../model/suggest.js'
import { type CheckedYaml, readYaml } from '../yaml/checked-yaml.js'
import { type OrganizationFile, organizationSchema } from './organization-schema.js'

const fileName = 'organization.yaml'
const additionFile = /^([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.md$/

/** Names that an organization may use; without them they are not checked. */
export interface KnownNames {
  readonly topics: readonly string[]
  readonly notices: readonly string[]
}

export interface RawOrganization {
  readonly id: string
  /** Absolute path. */
  readonly folder: string
  /** Path of its `organization.yaml` relative to the root. */
  readonly path: string
  /** Without a value when there is any fault. */
  readonly yaml: CheckedYaml<OrganizationFile>
  readonly additions: readonly TopicAddition[]
}

/** Reads one organization. */
export async function readRawOrganization(
  id: string,
  folder: string,
  root: string,
  known: KnownNames | undefined,
): Promise<RawOrganization> {
  const file = path.join(folder, fileName)
  const shown = relativePath(root, file)
  const additions = await additionsIn(id, folder)
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) {
    const missing = fault({
      rule: 'organization-missing',
      reason: `The organization \`${id}\` has no ${fileName}.`,
      hint: 'Add the file, or remove the folder.',
      place: { line: 1, column: 1 },
      file: shown,
    })
    const yaml = { value: undefined, messages: [missing], placeOf: () => ({ line: 1, column: 1 }) }
    return { id, folder, path: shown, yaml, additions }
  }
  const yaml = readYaml(text, 1, organizationSchema, shown, 'organization')
  const unknown = known && yaml.value ? unknownNames(yaml.value, yaml.placeOf, shown, known) : []
  const unplaced = known ? unknownTopics(additions, folder, root, known) : []
  const messages = [...yaml.messages, ...unknown, ...unplaced]
  const value = messages.length > 0 ? undefined : yaml.value
  return { id, folder, path: shown, yaml: { ...yaml, value, messages }, additions }
}

/** A misspelt name would leave out a notice or let a topic in without a word. */
function unknownNames(
  value: OrganizationFile,
  placeOf: CheckedYaml<unknown>['placeOf'],
  file: string,
  { topics, notices }: KnownNames,
): VFileMessage[] {
  const messages: VFileMessage[] = []
  const check = (
    name: string,
    kind: 'topic' | 'notice',
    at: readonly PropertyKey[],
    part: 'key' | 'value' = 'value',
  ) => {
    const names = kind === 'topic' ? topics : notices
    if (names.some((one) => (kind === 'topic' ? fitsGlob(one, name) : one === name))) return
    messages.push(
      fault({
        rule: `${kind}-unknown`,
        reason: `There is no ${kind} \`${name}\`.`,
        hint: didYouMean(name, names),
        place: placeOf(at, part),
        file,
      }),
    )
  }
  value.notices?.forEach((name, index) => {
    check(name, 'notice', ['notices', index])
  })
  for (const key of ['include', 'exclude'] as const)
    value.topics?.[key]?.forEach((name, index) => {
      if (name !== '*') check(name, 'topic', ['topics', key, index])
    })
  for (const [topic, ids] of Object.entries(value['topic-notices'] ?? {})) {
    check(topic, 'topic', ['topic-notices', topic], 'key')
    ids.forEach((name, index) => {
      check(name, 'notice', ['topic-notices', topic, index])
    })
  }
  return messages
}

function unknownTopics(
  additions: readonly TopicAddition[],
  folder: string,
  root: string,
  { topics }: KnownNames,
): VFileMessage[] {
  return additions
    .filter(({ topic }) => !topics.includes(topic))
    .map(({ topic, language }) =>
      fault({
        rule: 'topic-unknown',
        reason: `There is no topic \`${topic}\` to add to.`,
        hint: didYouMean(topic, topics),
        place: { line: 1, column: 1 },
        file: relativePath(root, path.join(folder, 'topics', topic, `${language}.md`)),
      }),
    )
}

/** `topics/<topic>/<language>.md` of an organization. */
async function additionsIn(organization: string, folder: string): Promise<TopicAddition[]> {
  const list = async (...names: string[]) =>
    (await readdir(path.join(folder, ...names)).catch(() => []))
      .filter((name) => !name.startsWith('.'))
      .sort()
  const topics = await list('topics')
  const found = await Promise.all(
    topics.map(async (topic) =>
      (await list('topics', topic)).flatMap((name): TopicAddition[] => {
        const language = additionFile.exec(name)?.[1]
        return language === undefined ? [] : [{ organization, topic, language }]
      }),
    ),
  )
  return found.flat()
}

/** A path as messages have it. */
export function relativePath(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/')
}
