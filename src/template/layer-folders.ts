// An organization -> the folders its templates, styles, labels and notices come from, the nearest first.
import path from 'node:path'

/**
 * @param chain the organization, then those it inherits from
 * @param templates absolute path of the templates folder, which comes last
 */
export function layerFolders(chain: readonly string[], templates: string): string[] {
  return [...chain.map((id) => path.join(templates, 'organizations', id)), templates]
}
