// A test file that runs the command in, a checkout that is installed and built out; also where vitest is called by itself.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Runs `.ci/ready.mjs`, which does nothing when nothing is missing. */
export function ready(): void {
  const script = fileURLToPath(new URL('../../.ci/ready.mjs', import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`.ci/ready.mjs ended with ${status}: ${stderr}`)
}
