// Files for CI in: fits for the schemas of GitHub, and their scripts run as the service would run them.
import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readManifest } from '../src/output/manifest.js'
import { run } from './helpers/cli.js'
import { library, repository, temporaryFolder } from './helpers/library.js'
import { topicText } from './helpers/topic.js'

const read = (file: string) => readFile(path.join(repository, file), 'utf8')
const oneEach = ['--level', 'easy,everyday', '--length', 'short']

describe('files for GitHub', () => {
  const folder = process.env.HANDOUT_SCHEMAS ?? ''
  const hasSchemas = existsSync(path.join(folder, 'github-action.json'))
  if (!hasSchemas)
    process.stderr.write(
      'CI files against their schemas: skipped, HANDOUT_SCHEMAS names no folder with them\n',
    )
  it.skipIf(!hasSchemas).each([
    ['action.yml', 'github-action.json'],
    ['.github/workflows/handouts.yml', 'github-workflow.json'],
    ['.github/workflows/tests.yml', 'github-workflow.json'],
  ])('%s fits its schema', async (file, schema) => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    const valid = ajv.compile(JSON.parse(await readFile(path.join(folder, schema), 'utf8')) as object)
    expect(valid(parse(await read(file))), JSON.stringify(valid.errors, null, 1)).toBe(true)
  })

  it.skipIf(!hasSchemas)('docs/ci.md shows workflows that fit the schema', async () => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    const schema = await readFile(path.join(folder, 'github-workflow.json'), 'utf8')
    const valid = ajv.compile(JSON.parse(schema) as object)
    const shown = [...(await read('docs/ci.md')).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
      ([, text]) => text ?? '',
    )
    expect(shown).toHaveLength(2)
    for (const text of shown) expect(valid(parse(text)), JSON.stringify(valid.errors, null, 1)).toBe(true)
  })

  it('give the action only inputs that it has, and docs/ci.md tells them all', async () => {
    const { inputs } = parse(await read('action.yml')) as { inputs: object }
    const called = await Promise.all(
      ['handouts.yml', 'tests.yml'].map((name) => read(`.github/workflows/${name}`)),
    )
    const uses = called.flatMap((text) => {
      const { jobs } = parse(text) as { jobs: Record<string, { steps: { uses?: string; with?: object }[] }> }
      return Object.values(jobs).flatMap(({ steps }) => steps.filter((step) => step.uses?.startsWith('./')))
    })
    expect(uses).toHaveLength(2)
    for (const step of uses)
      for (const name of Object.keys(step.with ?? {})) expect(inputs).toHaveProperty(name)
  })
})

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly runs: {
    readonly steps: readonly {
      readonly id?: string
      readonly run?: string
      readonly env?: Record<string, string>
    }[]
  }
}

/** Runs the step of `action.yml` that works, with these inputs. */
async function act(root: string, inputs: Readonly<Record<string, string>>) {
  const action = parse(await read('action.yml')) as Action
  const step = action.runs.steps.find(({ id }) => id === 'run')
  const value = (name: string) => inputs[name] ?? action.inputs[name]?.default ?? ''
  const env = Object.entries(step?.env ?? {}).map(([name, text]) => [
    name,
    text
      .replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_all, input: string) => value(input))
      .replace(/\$\{\{ github\.action_path \}\}/, repository),
  ])
  const folder = await temporaryFolder()
  const files = {
    GITHUB_OUTPUT: path.join(folder, 'output'),
    GITHUB_STEP_SUMMARY: path.join(folder, 'summary'),
  }
  for (const file of Object.values(files)) await writeFile(file, '')
  const answer = await run('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step?.run ?? ''], {
    cwd: root,
    env: { ...Object.fromEntries(env), ...files },
  })
  const [output = '', summary = ''] = await Promise.all(
    Object.values(files).map((file) => readFile(file, 'utf8')),
  )
  return { ...answer, output, summary }
}

describe.skipIf(process.platform === 'win32')('the action', () => {
  it('builds a part with its options, tells faults at their lines and what was made', async () => {
    const { root, path: at } = await library({
      'content/hands/en.md': topicText(),
      'content/feet/en.md': topicText().replace(':::actions', ':::akshuns'),
    })
    const args = `${oneEach.join(' ')}\n--no-check --format pdf,html`
    const { code, output, summary, stdout, stderr } = await act(root, { arguments: args, shard: '1/1' })
    expect(code, stderr).toBe(1)
    expect(output).toBe('made=2\nkept=0\nfailed=2\n')
    expect(summary).toContain('| made | kept | failed | seconds |')
    expect(summary).toContain('- failed: `clinic/en/feet/easy/short/standard`')
    expect(stdout).toMatch(/^::error file=content\/feet\/en\.md,line=\d+/m)
    expect(await readdir(at('output/clinic/en/hands'))).toHaveLength(4)
    expect(await readdir(at('.handout-cache'))).toContain('files')
    const again = await act(root, { arguments: args })
    expect(again.output).toBe('made=0\nkept=2\nfailed=2\n')
  })

  it('runs no word of its inputs', async () => {
    const { root } = await library({ 'content/hands/en.md': topicText() })
    const { code, stderr } = await act(root, { arguments: '$(touch hacked) `touch hacked`; touch hacked' })
    expect(code).toBe(2)
    expect(stderr).toContain('$(touch')
    expect(await readdir(root)).not.toContain('hacked')
  })
})

/** The example has more; two are enough to be joined. */
const parts = 2

interface GitLab {
  readonly build: { readonly script: readonly string[] }
  readonly merge: { readonly script: readonly string[] }
}

describe.skipIf(process.platform === 'win32')('docs/examples/gitlab-ci.yml', () => {
  it('makes parts that are joined to the whole', async () => {
    const jobs = parse(await read('docs/examples/gitlab-ci.yml')) as GitLab
    const { root, path: at } = await library({ 'content/hands/en.md': topicText() })
    const bin = await temporaryFolder()
    await writeFile(
      path.join(bin, 'npx'),
      `#!/bin/sh\nshift\nexec "${process.execPath}" "${path.join(repository, 'dist', 'cli.js')}" "$@"\n`,
    )
    await chmod(path.join(bin, 'npx'), 0o755)
    await mkdir(path.join(root, '.git'), { recursive: true })
    const script = async (lines: readonly string[], node: number) => {
      const { code, stderr } = await run('bash', ['-e', '-c', lines.join('\n')], {
        cwd: root,
        env: {
          PATH: `${bin}${path.delimiter}${process.env.PATH}`,
          CI_NODE_INDEX: String(node),
          CI_NODE_TOTAL: String(parts),
        },
      })
      expect(code, stderr).toBe(0)
    }
    for (let node = 1; node <= parts; node++) await script(jobs.build.script, node)
    await script(jobs.merge.script, 1)
    const manifest = await readManifest(at('output'))
    expect(manifest?.handouts.map(({ status }) => status)).toEqual(Array(9).fill('made'))
    expect(await readdir(root)).toContain('handouts.xml')
  })
})
