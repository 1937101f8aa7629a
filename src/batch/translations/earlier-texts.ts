// A file under git -> its earlier texts, the latest first; none where there is no git or no history.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A translation that is further behind is read anew anyway. */
const mostVersions = 200
const maxBytes = 4 * 1024 * 1024

/**
 * Reads the versions of a file as they are asked for.
 *
 * @param file relative to the root, with `/`
 */
export async function* earlierTexts(root: string, file: string): AsyncGenerator<string> {
  const commits = await git(root, ['log', `--max-count=${mostVersions}`, '--format=%H', '--', file])
  for (const commit of commits?.split('\n') ?? []) {
    const text = commit === '' ? undefined : await git(root, ['show', '--no-textconv', `${commit}:./${file}`])
    if (text !== undefined) yield text
  }
}

async function git(root: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await run('git', ['--no-pager', ...args], { cwd: root, maxBuffer: maxBytes })).stdout
  } catch {
    return undefined
  }
}
