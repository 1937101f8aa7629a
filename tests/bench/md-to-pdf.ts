// The same Markdown -> how fast md-to-pdf prints it, where it is installed; it is no dependency of ours.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { levels, topicId, topicSource } from './library.js'

/** Enough to tell a rate; md-to-pdf starts a page for each file. */
const files = 60

export interface MdToPdf {
  readonly version: string
  readonly handouts: number
  readonly perSecond: number
}

/** It fails now and then under load, all files with one; the other figures are worth keeping. */
export interface MdToPdfFailure {
  readonly failed: string
}

/**
 * Measures md-to-pdf.
 *
 * @param installed folder of the package, e.g. from `npm i md-to-pdf` in a temporary folder
 * @returns undefined where it is not installed
 */
export async function measureMdToPdf(
  installed: string,
  folder: string,
  browser: string,
): Promise<MdToPdf | MdToPdfFailure | undefined> {
  const program = path.join(installed, 'node_modules', 'md-to-pdf', 'dist', 'cli.js')
  if (!existsSync(program)) return undefined
  const root = path.join(folder, 'md')
  await mkdir(root, { recursive: true })
  const names: string[] = []
  for (let number = 0; names.length < files; number++)
    for (const level of levels) {
      const name = path.join(root, `${topicId(number)}.${level}.md`)
      await writeFile(name, plainMarkdown(topicSource(number), level))
      names.push(name)
    }
  const options = JSON.stringify({
    executablePath: browser,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [program, ...names, '--launch-options', options], {
    cwd: root,
    encoding: 'utf8',
  })
  const seconds = (performance.now() - started) / 1000
  const made = names.filter((name) => existsSync(name.replace(/\.md$/, '.pdf'))).length
  if (status !== 0 || made === 0) return { failed: /^\s*(\w*Error.*)$/m.exec(stderr)?.[1] ?? stderr }
  const { version } = await import(path.join(installed, 'node_modules', 'md-to-pdf', 'package.json'), {
    with: { type: 'json' },
  }).then((one: { default: { version: string } }) => one.default)
  return { version, handouts: made, perSecond: Math.round((made / seconds) * 100) / 100 }
}

/** What one level prints, without what plain Markdown has no word for. */
function plainMarkdown(source: string, level: string): string {
  const body = new RegExp(`^::::${level}\\n([\\s\\S]*?)^::::$`, 'm').exec(source)?.[1] ?? ''
  return body
    .replace(/^:::.*$/gm, '')
    .replace(/:cite\[[^\]]*\]/g, '')
    .replace(/:\w+\[([^\]]*)\]/g, '$1')
}
