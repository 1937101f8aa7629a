// Files of texts and templates, settings, tool and browser -> one hash for each handout, without reading any text.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Organization } from '../model/organization.js'
import type { Settings } from '../model/settings.js'
import { type Variant, variantId } from '../model/variant.js'
import { toolBuild, toolVersion } from '../model/version.js'

/** Settings that no handout depends on; every other one counts, those of the future too. */
const besideThePoint = [
  'root',
  'folders',
  'organization',
  'formats',
  'editions',
  'jobs',
  'browser',
  'deadline',
  'cacheLimit',
] as const

/** Where an organization keeps what it adds to topics. */
const additions = 'topics/'

interface TopicPlace {
  readonly language: string
  /** Absolute path of the Markdown file. */
  readonly file: string
}

/**
 * Hashes of everything that may go into a handout. Two handouts with the same hash are the same; two with different ones may
 * still be, and the fingerprint of the page tells. Files are read whole: a date can lie, and hashing them is fast.
 */
export class Inputs {
  readonly #settings: Settings
  readonly #base: string
  readonly #vocabulary: string
  readonly #topics = new Map<string, string>()
  readonly #themes = new Map<string, string>()
  readonly #folders = new Map<string, readonly [string, string][]>()

  /**
   * @param browser identity of the browser
   * @param vocabulary words that texts may name
   */
  constructor(settings: Settings, browser: string, vocabulary: object) {
    this.#settings = settings
    this.#vocabulary = hashOf([vocabulary])
    const counted = Object.fromEntries(
      Object.entries(settings).filter(([key]) => !(besideThePoint as readonly string[]).includes(key)),
    )
    // Dates and numbers are written by the ICU of Node.
    this.#base = hashOf([toolVersion, toolBuild, browser, process.versions.icu ?? '', counted])
  }

  /** Of a topic: its text and everything beside it but the texts in other languages. */
  topic({ file, language }: TopicPlace): string {
    const known = this.#topics.get(file)
    if (known !== undefined) return known
    const own = path.basename(file)
    const files = this.#filesIn(path.dirname(file)).filter(
      ([name]) => name === own || name.includes('/') || !name.endsWith('.md'),
    )
    const hash = hashOf([language, files])
    this.#topics.set(file, hash)
    return hash
  }

  /** Of everything in the folder of a topic, for remarks that compare texts with one another; with the settings they depend on. */
  texts({ file }: TopicPlace): string {
    return hashOf([this.#base, path.basename(file), this.#filesIn(path.dirname(file))])
  }

  /** Of an organization in a language: its templates, those it inherits, and the common ones. */
  theme(organization: Pick<Organization, 'id' | 'chain'>, language: string): string {
    const key = `${organization.id}/${language}`
    const known = this.#themes.get(key)
    if (known !== undefined) return known
    const { templates } = this.#settings.folders
    const common = this.#filesIn(templates, 'organizations')
    const layers = [...this.#layers(organization), common].map((files) =>
      files.filter(([name]) => isOf(name, language) && !name.startsWith(additions)),
    )
    const hash = hashOf([organization.chain, layers])
    this.#themes.set(key, hash)
    return hash
  }

  /** Of the brand of an organization in a language: with the settings it is judged by. */
  brand(organization: Pick<Organization, 'id' | 'chain'>, language: string): string {
    return hashOf([this.#base, this.theme(organization, language)])
  }

  /** Of what an organization, and those it inherits from, add to a topic; with the words such texts may use. */
  #additions(organization: Pick<Organization, 'id' | 'chain'>, topic: string): unknown {
    const prefix = `${additions}${topic}/`
    const added = this.#layers(organization).map((files) => files.filter(([name]) => name.startsWith(prefix)))
    return added.some((files) => files.length > 0) ? [this.#vocabulary, added] : []
  }

  #layers({ chain }: Pick<Organization, 'chain'>): (readonly [string, string][])[] {
    const { templates } = this.#settings.folders
    return chain.map((id) => this.#filesIn(path.join(templates, 'organizations', id)))
  }

  /**
   * Of a handout.
   *
   * @param topics its text, or its two texts
   * @param remarks what was found in its words: they stand in its record
   */
  of(
    variant: Variant,
    organization: Pick<Organization, 'id' | 'chain'>,
    topics: readonly TopicPlace[],
    remarks: readonly unknown[],
  ): string {
    const texts = topics.map((topic) => [this.theme(organization, topic.language), this.topic(topic)])
    const added = this.#additions(organization, variant.topic)
    return hashOf([this.#base, texts, added, variantId(variant), remarks])
  }

  #filesIn(folder: string, except?: string): readonly [string, string][] {
    const known = this.#folders.get(folder)
    if (known) return known
    const files = hashedFiles(folder, '', except)
    this.#folders.set(folder, files)
    return files
  }
}

/** Labels and notices in other languages do not count. */
function isOf(name: string, language: string): boolean {
  const other = /^labels\/([^/]+)\.yaml$/.exec(name) ?? /^notices\/[^/]+\/([^/]+)\.md$/.exec(name)
  return !other || other[1] === language
}

/** Every file of a folder with its hash, in a fixed order; hidden ones are not ours. */
function hashedFiles(folder: string, prefix: string, except?: string): [string, string][] {
  let entries: import('node:fs').Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
  return entries
    .filter(({ name }) => !name.startsWith('.') && name !== except)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): [string, string][] => {
      const file = path.join(folder, entry.name)
      const name = `${prefix}${entry.name}`
      if (entry.isDirectory()) return hashedFiles(file, `${name}/`)
      return [[name, hashOfFile(file)]]
    })
}

/** A file that cannot be read has a hash too: that it cannot be read is an input. */
function hashOfFile(file: string): string {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('base64url')
  } catch (cause) {
    return `unreadable ${(cause as NodeJS.ErrnoException).code}`
  }
}

function hashOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
