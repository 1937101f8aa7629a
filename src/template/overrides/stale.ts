// An organization -> a warning for each file whose original has changed since it was made.
import type { VFileMessage } from 'vfile-message'
import { fault } from '../../model/message.js'
import { readOverrides, stateOf } from './read.js'

/**
 * Warnings about an organization and those it inherits from.
 *
 * @param chain nearest first
 */
export async function staleOverrides(
  chain: readonly string[],
  language: string,
  templates: string,
  root: string,
): Promise<VFileMessage[]> {
  const all = await Promise.all(chain.map((_id, index) => readOverrides(chain.slice(index), templates, root)))
  return all.flatMap(({ overrides, messages }) => [
    ...messages,
    ...overrides
      .filter((one) => (one.language ?? language) === language && stateOf(one) === 'stale')
      .map(({ path, organization, file, of, adopted }) =>
        fault({
          rule: 'override-stale',
          severity: 'warning',
          reason:
            of === undefined
              ? `This overrides ${adopted?.of ?? 'a text'}, which is there no more.`
              : `This overrides ${of}, which has changed since.`,
          hint:
            of === undefined
              ? `Take the file away, or keep it and run \`handout adopt ${organization} --file ${file}\`.`
              : `\`handout status\` shows what changed. Change this file too where it should, then run \`handout adopt ${organization} --file ${file}\`.`,
          place: { line: 1, column: 1 },
          file: path,
        }),
      ),
  ])
}
