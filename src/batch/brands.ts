// Organizations as they are needed -> their themes, with what is wrong with their brands; brands that have not changed are remembered.
import type { VFileMessage } from 'vfile-message'
import { isError } from '../model/message.js'
import type { Organization } from '../model/organization.js'
import type { Settings } from '../model/settings.js'
import type { ThemeReading } from '../template/theme.js'
import type { Inputs } from './inputs.js'
import type { Library } from './library.js'
import { type Memory, recalled, remembered } from './memory.js'

export interface BrandsOptions {
  readonly settings: Settings
  readonly library: Library
  /** What is remembered from earlier runs, and by what it is known; without it every brand is judged. */
  readonly known?: { readonly memory: Memory; readonly inputs: Inputs }
}

/** The themes of one run, judged. */
export class Brands {
  readonly #options: BrandsOptions
  readonly #readings = new Map<string, Promise<ThemeReading>>()

  constructor(options: BrandsOptions) {
    this.#options = options
  }

  /** The theme of an organization in a language, or undefined where it is at fault; read and judged once. */
  theme(organization: Organization, language: string): Promise<ThemeReading> {
    const key = `${organization.id}/${language}`
    const reading = this.#readings.get(key) ?? this.#read(organization, language)
    this.#readings.set(key, reading)
    return reading
  }

  async #read(organization: Organization, language: string): Promise<ThemeReading> {
    const reading = await this.#options.library.theme(organization, language)
    if (!reading.theme) return reading
    const messages = [...reading.messages, ...(await this.#judgement(organization, language, reading.theme))]
    return { theme: messages.some(isError) ? undefined : reading.theme, messages }
  }

  async #judgement(
    organization: Organization,
    language: string,
    theme: NonNullable<ThemeReading['theme']>,
  ): Promise<readonly VFileMessage[]> {
    const { settings, library, known } = this.#options
    const key = `${organization.id}/${language}`
    const [first, second] = organization.bilingual ?? []
    const languages = [language, ...(first === language && second !== undefined ? [second] : [])]
    const inputs = known ? languages.map((one) => known.inputs.brand(organization, one)).join(' ') : ''
    const before = await known?.memory.brand(key)
    if (before && before.inputs === inputs) return recalled(before.messages)
    const placeOf = library.organizations.find(({ id }) => id === organization.id)?.placeOf
    if (!placeOf) return []
    const { judgeBrand } = await import('../pipeline/judge-brand.js')
    const beside = languages[1] === undefined ? undefined : await library.theme(organization, languages[1])
    const messages = judgeBrand(theme, placeOf, library.vocabulary.notices, settings, beside?.theme)
    known?.memory.addBrand(key, { inputs, messages: messages.map(remembered) })
    return messages
  }
}
