// Source of a topic and a hash -> the source with `review.signed` set to it; every other letter stays.
import { HandoutError } from '../model/error.js'
import { withKey } from '../yaml/with-key.js'
import { changeFrontMatter } from './change-front-matter.js'

/**
 * Writes the hash of the reviewed text into the front matter.
 *
 * @throws HandoutError when there is no `review` to write it into
 */
export function withSignature(source: string, hash: string): string {
  const signed = changeFrontMatter(source, (yaml) => withKey(yaml, 'review', 'signed', `"${hash}"`))
  if (signed === undefined) throw new HandoutError('internal', 'A topic without `review` was to be signed.')
  return signed
}
