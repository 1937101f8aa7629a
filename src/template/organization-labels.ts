// An organization and a language -> its fixed words, without its templates; what is wrong with them is told with its theme.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Labels } from '../model/labels.js'
import { readLabels } from './labels.js'
import { layerFolders } from './layer-folders.js'

/**
 * @param chain the organization, then those it inherits from
 * @param templates absolute path of the templates folder
 */
export async function organizationLabels(
  chain: readonly string[],
  language: string,
  templates: string,
): Promise<Labels | undefined> {
  const files = await Promise.all(
    layerFolders(chain, templates).map(async (folder) => {
      const file = path.join(folder, 'labels', `${language}.yaml`)
      const text = await readFile(file, 'utf8').catch(() => undefined)
      return text === undefined ? [] : [{ path: file, text }]
    }),
  )
  return readLabels(language, files.flat()).labels
}
