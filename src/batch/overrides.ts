// Settings and names of organizations -> what they override, and adopting it.

import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { HandoutError } from '../model/error.js'
import type { Settings } from '../model/settings.js'
import { didYouMean } from '../model/suggest.js'
import { writeWhole } from '../output/write.js'
import { adopt } from '../template/overrides/adopt.js'
import { type Override, readOverrides } from '../template/overrides/read.js'
import { openLibrary } from './library.js'

export interface OrganizationOverrides {
  readonly organization: string
  readonly overrides: readonly Override[]
  /** Faults of its lock. */
  readonly messages: readonly VFileMessage[]
}

/**
 * What organizations override. One whose inheritance is broken is left out; building it says so.
 *
 * @param ids all when empty
 * @throws HandoutError `name-unknown`
 */
export async function overridesOf(
  settings: Settings,
  ids: readonly string[],
): Promise<OrganizationOverrides[]> {
  const { organizations } = await openLibrary(settings)
  const known = organizations.map(({ id }) => id)
  const unknown = ids.find((id) => !known.includes(id))
  if (unknown !== undefined)
    throw new HandoutError('name-unknown', `There is no organization \`${unknown}\`.`, {
      hint: didYouMean(unknown, known),
    })
  const wanted = organizations.flatMap(({ id, organization }) =>
    organization && (ids.length === 0 || ids.includes(id)) ? [organization] : [],
  )
  return Promise.all(
    wanted.map(async ({ id, chain }) => ({
      organization: id,
      ...(await readOverrides(chain, settings.folders.templates, settings.root)),
    })),
  )
}

/**
 * Adopts what organizations override.
 *
 * @param files paths in the folder of the organization; all when empty
 * @returns what is adopted now and was not before
 * @throws HandoutError `name-unknown` for a file that overrides nothing
 */
export async function adoptOverrides(
  settings: Settings,
  ids: readonly string[],
  files: readonly string[],
): Promise<readonly Override[]> {
  const all = await overridesOf(settings, ids)
  const names = all.flatMap(({ overrides }) => overrides.map(({ file }) => file))
  const unknown = files.find((file) => !names.includes(file))
  if (unknown !== undefined)
    throw new HandoutError('name-unknown', `\`${unknown}\` overrides nothing.`, {
      hint: didYouMean(unknown, names),
    })
  const adopted: Override[] = []
  for (const { organization, overrides } of all) {
    const folder = path.join(settings.folders.templates, 'organizations', organization)
    const adoption = adopt(overrides, ({ file }) => files.length === 0 || files.includes(file))
    for (const [name, text] of adoption.files) await writeWhole(path.join(folder, ...name.split('/')), text)
    for (const name of adoption.removed) await rm(path.join(folder, ...name.split('/')), { force: true })
    adopted.push(...adoption.adopted)
  }
  return adopted
}
