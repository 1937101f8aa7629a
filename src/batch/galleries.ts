// Settings and names of organizations -> the gallery of each, written into the output folder.
import type { VFileMessage } from 'vfile-message'
import { HandoutError } from '../model/error.js'
import { isError } from '../model/message.js'
import type { Organization } from '../model/organization.js'
import type { Settings } from '../model/settings.js'
import { didYouMean } from '../model/suggest.js'
import type { Surroundings } from '../model/tools.js'
import { WholeFolder } from '../output/whole-folder.js'
import { Pool } from '../pdf/pool.js'
import { gallery } from '../pipeline/gallery.js'
import { ownThread } from '../pipeline/proof.js'
import type { Theme } from '../template/theme.js'
import { Brands } from './brands.js'
import { type Library, openLibrary } from './library.js'

export interface GalleryOptions {
  /** Ids; all when empty. */
  readonly organizations: readonly string[]
  readonly onMessages: (messages: readonly VFileMessage[]) => void
  readonly onMade: (made: {
    readonly organization: string
    readonly files: readonly string[]
    readonly pages: number
  }) => void
}

/**
 * Makes galleries. One organization at fault does not keep the others from being made.
 *
 * @returns whether all were made
 * @throws HandoutError `name-unknown`, or when the surroundings fail
 */
export async function makeGalleries(
  settings: Settings,
  surroundings: Surroundings,
  options: GalleryOptions,
): Promise<boolean> {
  const library = await openLibrary(settings)
  const wanted = organizationsOf(library, options.organizations)
  const brands = new Brands({ settings, library })
  const output = await WholeFolder.open(settings.folders.output)
  const pool = new Pool({ surroundings, browser: settings.browser, pages: settings.jobs })
  let all = true
  try {
    for (const { id, organization, messages } of wanted) {
      const found = organization ? await themesOf(organization, brands) : { themes: [], messages }
      const made =
        organization && found.themes.length === organization.languages.length
          ? await gallery(found.themes, library.vocabulary.notices, settings, {
              pool,
              prove: ownThread.prove,
              deadline: settings.deadline,
            })
          : undefined
      const told = [...found.messages, ...(made?.messages ?? [])]
      if (told.length > 0) options.onMessages(told)
      if (!made?.pdf || made.html === undefined || told.some(isError)) {
        all = false
        continue
      }
      const files = [`gallery/${id}.pdf`, `gallery/${id}.html`] as const
      await output.write(files[0], made.pdf)
      await output.write(files[1], made.html)
      options.onMade({ organization: id, files: files.map((file) => output.at(file)), pages: made.pages })
    }
  } finally {
    await pool.close()
    await output.close()
  }
  return all
}

function organizationsOf(library: Library, ids: readonly string[]): Library['organizations'] {
  const known = library.organizations.map(({ id }) => id)
  const unknown = ids.find((id) => !known.includes(id))
  if (unknown !== undefined)
    throw new HandoutError('name-unknown', `There is no organization \`${unknown}\`.`, {
      hint: didYouMean(unknown, known),
    })
  return library.organizations.filter(({ id }) => ids.length === 0 || ids.includes(id))
}

async function themesOf(
  organization: Organization,
  brands: Brands,
): Promise<{ themes: readonly Theme[]; messages: readonly VFileMessage[] }> {
  const readings = await Promise.all(
    organization.languages.map((language) => brands.theme(organization, language)),
  )
  return {
    themes: readings.flatMap(({ theme }) => theme ?? []),
    messages: readings.flatMap(({ messages }) => messages),
  }
}
