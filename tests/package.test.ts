// This checkout in, the package that others install out: packed, installed elsewhere, imported, compiled against and run.
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { toolVersion } from '../src/model/version.js'
import { run } from './helpers/cli.js'
import { repository, temporaryFolder } from './helpers/library.js'
import { topicText } from './helpers/topic.js'

/** Everything that packing reads. */
const packedFrom = [
  'src',
  '.ci',
  'templates',
  'docs',
  'README.md',
  'action.yml',
  'LICENSE',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** Runs a program and expects it to end well. */
async function ok(file: string, args: readonly string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await run(file, args, { cwd })
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}: ${stderr}${stdout}`)
  return stdout
}

let app: string
let files: string[]

beforeAll(async () => {
  const checkout = await temporaryFolder()
  const there = await readdir(repository)
  for (const name of packedFrom.filter((one) => there.includes(one)))
    await cp(path.join(repository, name), path.join(checkout, name), { recursive: true })
  await symlink(path.join(repository, 'node_modules'), path.join(checkout, 'node_modules'), 'junction')
  const [packed] = JSON.parse(await ok(npm, ['pack', '--json', '--loglevel=error'], checkout)) as {
    filename: string
    files: { path: string }[]
  }[]
  if (!packed) throw new Error('Nothing was packed')
  files = packed.files.map((file) => file.path)

  app = await temporaryFolder()
  await writeFile(path.join(app, 'package.json'), '{"private": true, "type": "module"}\n')
  const tarball = path.join(checkout, packed.filename)
  await ok(npm, ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', tarball], app)
  await mkdir(path.join(app, 'content', 'hands'), { recursive: true })
  await writeFile(path.join(app, 'content', 'hands', 'en.md'), topicText())
  await writeFile(
    path.join(app, 'handout.yaml'),
    'folders: {templates: node_modules/handout-press/templates}\n',
  )
}, 240_000)

describe('the package', () => {
  it('holds the command, the library, its types, templates and guides, and no sources', () => {
    for (const file of [
      'dist/cli.js',
      'dist/index.js',
      'dist/types/index.d.ts',
      'dist/THIRD-PARTY-LICENSES.txt',
      'templates/handout.hbs',
      'templates/labels/en.yaml',
      'templates/organizations/plain/organization.yaml',
      'docs/authors.md',
      'README.md',
      'action.yml',
      'package.json',
    ])
      expect(files).toContain(file)
    expect(files.filter((file) => /^(?:src|tests|content|output|\.)|\.map$|\.tgz$/.test(file))).toEqual([])
  })

  it('makes a handout for a program that imports it', async () => {
    const script = `
import { writeFile } from 'node:fs/promises'
import { HandoutError, openPress, variantId } from 'handout-press'

const press = await openPress()
try {
  const [variant] = press.variants({ organizations: ['plain'], levels: ['easy'], lengths: ['short'] })
  const made = await press.make(variant)
  if (made.pdf) await writeFile('hands.pdf', made.pdf)
  const unknown = await press.make({ ...variant, topic: 'feet' }).catch((cause) => cause instanceof HandoutError && cause.code)
  console.log(JSON.stringify({ id: variantId(variant), title: made.title, pages: made.pages, messages: made.messages, unknown }))
} finally {
  await press.close()
}
`
    await writeFile(path.join(app, 'make.mjs'), script)
    expect(JSON.parse(await ok(process.execPath, ['make.mjs'], app))).toEqual({
      id: 'plain/en/hands/easy/short/standard',
      title: 'Washing your hands',
      pages: 1,
      messages: [],
      unknown: 'name-unknown',
    })
    const pdf = await readFile(path.join(app, 'hands.pdf'))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(10_000)
  })

  it('has types that a program is checked against', async () => {
    const consumer = `
import { openPress, type MadeHandout, type Press, type Variant } from 'handout-press'

const press: Press = await openPress({ root: '.' })
const variants: readonly Variant[] = press.variants({ levels: ['easy'] })
const made: MadeHandout[] = await Promise.all(variants.map((variant) => press.make(variant)))
export const pages: number = made.reduce((sum, one) => sum + one.pages, 0)
// @ts-expect-error: there is no such option
await openPress({ rooot: '.' })
`
    await writeFile(path.join(app, 'consumer.mts'), consumer)
    const tsc = path.join(repository, 'node_modules', 'typescript', 'bin', 'tsc')
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--lib',
      'es2023,dom',
      '--types',
      '',
    ]
    expect(await ok(process.execPath, [tsc, ...options, 'consumer.mts'], app)).toBe('')
  })

  it('brings the command', async () => {
    const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
    expect((await ok(npx, ['--no-install', 'handout', '--version'], app)).trim()).toBe(toolVersion)
    const list = JSON.parse(await ok(npx, ['--no-install', 'handout', 'list', '--json'], app)) as {
      organizations: { id: string }[]
    }
    expect(list.organizations.map(({ id }) => id)).toContain('plain')
  })
})
