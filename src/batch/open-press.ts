// Options -> a press for programs: lists the variants of a library and makes them one by one, in memory.
import { type Flags, loadSettings, readSurroundings } from '../config/load.js'
import { HandoutError } from '../model/error.js'
import { isError, type MessageRecord, toRecord } from '../model/message.js'
import type { Readability } from '../model/readability.js'
import { languagesOf, type Variant, variantId } from '../model/variant.js'
import { producer } from '../model/version.js'
import { Pool } from '../pdf/pool.js'
import { compose } from '../pipeline/compose.js'
import type { Half } from '../pipeline/half.js'
import { press } from '../pipeline/press.js'
import { ownThread } from '../pipeline/proof.js'
import { Brands } from './brands.js'
import { openLibrary } from './library.js'
import { type Filters, plan } from './plan.js'

/** Where the library is and how it is printed; every key has the default of the command line. */
export interface PressOptions {
  /** Folder with `handout.yaml`, `content/` and `templates/`; default: the current folder. */
  readonly root?: string
  /** Configuration file, relative to `root`. */
  readonly config?: string
  /** Path of the browser; default: the first that is found. */
  readonly browser?: string
}

/** A handout as made, or why it was not. */
export interface MadeHandout {
  readonly id: string
  readonly title: string
  /** Undefined when a message is an error. */
  readonly pdf: Uint8Array | undefined
  readonly pages: number
  readonly readability: Readability | undefined
  /** Short hash of the words, as it stands in the footer. */
  readonly version: string
  readonly messages: readonly MessageRecord[]
}

/** A library opened for printing. Close it when done: it may hold a browser. */
export interface Press {
  /**
   * The variants there are, narrowed by filters.
   *
   * @throws HandoutError `name-unknown` for a filter that names nothing there is
   */
  variants(filters?: Partial<Filters>): readonly Variant[]
  /**
   * Makes one handout. Faults of texts and templates are returned as messages.
   *
   * @throws HandoutError when a name is unknown or the surroundings fail, such as no browser
   */
  make(variant: Variant): Promise<MadeHandout>
  close(): Promise<void>
}

/**
 * Opens a library of topics and organizations.
 *
 * @throws HandoutError `configuration-invalid` or `folder-unreadable`
 */
export async function openPress(options: PressOptions = {}): Promise<Press> {
  const surroundings = readSurroundings()
  const flags: Flags = { root: options.root, config: options.config }
  const settings = await loadSettings(flags, surroundings)
  const library = await openLibrary(settings)
  const brands = new Brands({ settings, library })
  const pool = new Pool({ surroundings, browser: options.browser ?? settings.browser })
  return {
    variants: (filters = {}) => plan(library.found, library.usable, settings, { ...noFilters, ...filters }),
    make: async (variant) => {
      const organization = library.usable.find((one) => one.id === variant.organization)
      if (!organization)
        throw new HandoutError(
          'name-unknown',
          `There is no organization \`${variant.organization}\` without faults.`,
        )
      const base = {
        id: variantId(variant),
        title: '',
        pdf: undefined,
        pages: 0,
        readability: undefined,
        version: '',
      }
      const halves: Half[] = []
      for (const language of languagesOf(variant)) {
        const [reading] = await library.readTopics(
          (one) => one.id === variant.topic && one.language === language,
        )
        if (!reading)
          throw new HandoutError('name-unknown', `There is no topic \`${variant.topic}\` in \`${language}\`.`)
        const { theme, messages } = await brands.theme(organization, language)
        if (!reading.topic || !theme)
          return { ...base, messages: [...reading.messages, ...messages].map(toRecord) }
        const { topic, messages: added } = await library.topicFor(reading.topic, organization)
        if (!topic) return { ...base, messages: added.map(toRecord) }
        halves.push({ topic, theme })
      }
      const [first, second] = halves
      if (!first) return { ...base, messages: [] }
      const { topic, theme } = first
      const { composed, messages } = compose(topic, variant, theme, settings, producer, second)
      if (!composed) return { ...base, messages: messages.map(toRecord) }
      const pressed = await press(composed, topic, theme, {
        pool,
        prove: ownThread.prove,
        deadline: settings.deadline,
      })
      const all = [...composed.messages, ...pressed.messages]
      return {
        id: base.id,
        title: composed.title,
        pdf: all.some(isError) ? undefined : pressed.pdf,
        pages: pressed.pages,
        readability: composed.readability,
        version: composed.version,
        messages: all.map(toRecord),
      }
    },
    close: () => pool.close(),
  }
}

const noFilters: Filters = {
  topics: [],
  organizations: [],
  languages: [],
  levels: [],
  lengths: [],
  editions: [],
}
