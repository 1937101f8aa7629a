// The nearest organization of a chain that names a logo -> the picture, or the fault where it is named.
import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { readPicture } from '../media/picture.js'
import { fault } from '../model/message.js'
import type { Organization } from '../model/organization.js'
import type { Picture } from '../model/topic.js'
import { type RawOrganization, relativePath } from './raw-organization.js'

/** Reads the logo; faults go to `messages`. */
export async function logoOf(
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
    const picture: Picture = { path: relativePath(root, file), ...reading }
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
