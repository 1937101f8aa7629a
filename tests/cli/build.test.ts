// Libraries in, what `handout build` makes, keeps and says of them out.
import { execFileSync } from 'node:child_process'
import { access, appendFile, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Manifest } from '../../src/model/manifest.js'
import { toolVersion } from '../../src/model/version.js'
import { type Answer, type CliOptions, handout } from '../helpers/cli.js'
import { clinic, library, type TemporaryLibrary } from '../helpers/library.js'
import { bodyWith, topicText } from '../helpers/topic.js'

const hands = 'content/hands/en.md'
const pdf = (level: string, length = 'short') => `output/clinic/en/hands/hands.${level}.${length}.pdf`

function build(
  { root }: TemporaryLibrary,
  args: readonly string[] = [],
  options?: CliOptions,
): Promise<Answer> {
  return handout(['build', '--root', root, ...args], options)
}

async function manifestOf(one: TemporaryLibrary): Promise<Manifest> {
  return JSON.parse(await one.read('output/manifest.json')) as Manifest
}

/** Numbers of the closing table. */
function totals({ stderr }: Answer): Record<string, number> {
  const lines = stderr.split('\n')
  const at = lines.findIndex((line) => /^ *made +kept +failed/.test(line))
  const names = (lines[at] ?? '').trim().split(/\s+/)
  const values = (lines[at + 1] ?? '').trim().split(/\s+/).map(Number)
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? Number.NaN]))
}

/** What sha256sum finds whole; throws when something is not. */
function checkSums({ path: at }: TemporaryLibrary): string[] {
  const answer = execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], {
    cwd: at('output'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return answer.match(/.*: OK$/gm) ?? []
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )

describe('a first build', async () => {
  const one = await library({ [hands]: topicText() })

  it('makes every variant, and writes catalogue, checksums and manifest', async () => {
    const answer = await build(one)
    expect(answer).toMatchObject({ code: 0, stdout: '' })
    expect(totals(answer)).toMatchObject({ made: 9, kept: 0, failed: 0 })
    expect(answer.stderr).toContain('index.html')

    const manifest = await manifestOf(one)
    expect(manifest).toMatchObject({
      schema: 1,
      tool: { name: 'handout-press', version: toolVersion },
      browser: expect.stringMatching(/./),
      source: { commit: '' },
      summary: { made: 9, kept: 0, failed: 0, seconds: expect.any(Number) },
    })
    expect(manifest.handouts).toHaveLength(9)
    for (const handoutRecord of manifest.handouts) {
      const { level, length, files } = handoutRecord
      expect(handoutRecord).toMatchObject({
        id: `clinic/en/hands/${level}/${length}/standard`,
        organization: 'clinic',
        language: 'en',
        topic: 'hands',
        edition: 'standard',
        title: 'Washing your hands',
        paper: 'letter',
        status: 'made',
        readability: { words: expect.any(Number), sentences: expect.any(Number) },
        review: { status: 'draft', on: '2026-11-22', due: '2028-11-22' },
        version: expect.stringMatching(/^[0-9a-f]{7}$/),
      })
      const bytes = await readFile(one.path(`output/${files.pdf?.path}`))
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      expect(bytes.length).toBe(files.pdf?.bytes)
      expect(`output/${files.pdf?.path}`).toBe(pdf(level, length))
    }
    expect(checkSums(one).length).toBeGreaterThanOrEqual(9)
    const index = await one.read('output/index.html')
    for (const { files } of manifest.handouts) expect(index).toContain(`href="${files.pdf?.path}"`)
  })

  it('has the same bytes wherever it is made', async () => {
    const args = ['--length', 'short', '--level', 'easy,everyday']
    await build(one, [...args, '--no-cache', '--out', one.path('a')])
    await build(one, [...args, '--no-cache', '--out', one.path('b'), '--jobs', '1'])
    const sums = await one.read('a/SHA256SUMS')
    expect(sums.trim().split('\n').length).toBeGreaterThanOrEqual(2)
    expect(await one.read('b/SHA256SUMS')).toBe(sums)
  })
})

describe('a second build', () => {
  it('keeps what is fresh, and makes again what changed and nothing else', async () => {
    const text = topicText(bodyWith('More :easy[words]:everyday[or other words]:detailed[vocabulary].\n'))
    const one = await library({ [hands]: text })
    const short = ['--length', 'short']
    await build(one, short)
    const before = await stat(one.path(pdf('easy')))

    expect(totals(await build(one, short))).toMatchObject({ made: 0, kept: 3, failed: 0 })
    expect((await stat(one.path(pdf('easy')))).mtimeMs).toBe(before.mtimeMs)
    expect((await manifestOf(one)).handouts.map(({ status }) => status)).toEqual(['kept', 'kept', 'kept'])

    await one.write({ [hands]: text.replace('or other words', 'or some other words') })
    expect(totals(await build(one, short))).toMatchObject({ made: 1, kept: 2 })

    await appendFile(one.path(pdf('easy')), 'x')
    await rm(one.path(pdf('detailed')))
    expect(totals(await build(one, [...short, '--no-cache']))).toMatchObject({ made: 2, kept: 1 })

    await one.write({ 'templates/organizations/clinic/styles.css': '.masthead { padding-top: 1pt }\n' })
    expect(totals(await build(one, short))).toMatchObject({ made: 3, kept: 0 })

    expect(totals(await build(one, [...short, '--force']))).toMatchObject({ made: 3, kept: 0 })
  })

  it('of a part leaves the rest as it is, in the manifest too', async () => {
    const one = await library({ [hands]: topicText(), 'content/feet/en.md': topicText() })
    await build(one, ['--length', 'short', '--level', 'easy'])
    await one.write({ [hands]: topicText(bodyWith('More words.\n')) })
    expect(totals(await build(one, ['hands', '--length', 'short', '--level', 'easy']))).toMatchObject({
      made: 1,
      kept: 0,
    })
    const { handouts, summary } = await manifestOf(one)
    expect(handouts.map(({ topic, status }) => `${topic} ${status}`)).toEqual(['feet kept', 'hands made'])
    expect(summary).toMatchObject({ made: 1, kept: 0, failed: 0 })
    expect((await one.read('output/SHA256SUMS')).trim().split('\n')).toHaveLength(2)
  })
})

describe('an interrupted build', () => {
  it('ends with 130, keeps what was finished, and goes on the next time', async () => {
    const topics = ['a', 'b', 'c', 'd'].map((id) => [`content/${id}/en.md`, topicText()])
    const one = await library(Object.fromEntries(topics))
    let stop = () => {}
    const running = build(one, ['--jobs', '1'], {
      onStart: (child) => {
        stop = () => void child.kill('SIGINT')
      },
    })
    const first = one.path('output/clinic/en/a/a.detailed.long.pdf')
    while (!(await exists(first))) await new Promise((resolve) => setTimeout(resolve, 5))
    stop()
    const answer = await running
    expect(answer.code).toBe(130)
    const { handouts } = await manifestOf(one)
    expect(handouts.length).toBeGreaterThanOrEqual(1)
    expect(handouts.length).toBeLessThan(36)
    for (const { files } of handouts) expect(await exists(one.path(`output/${files.pdf?.path}`))).toBe(true)
    const next = totals(await build(one))
    expect(next).toMatchObject({ made: 36 - handouts.length, kept: handouts.length, failed: 0 })
  })
})

describe('flags', () => {
  it('--dry-run says what would be made and writes nothing', async () => {
    const one = await library({ [hands]: topicText() })
    const { code, stdout } = await build(one, ['--dry-run', '--level', 'easy', '--length', 'short,long'])
    expect(code).toBe(0)
    expect(stdout).toBe('clinic/en/hands/easy/long/standard\nclinic/en/hands/easy/short/standard\n')
    expect(await exists(one.path('output'))).toBe(false)
  })

  it('--quiet says nothing when nothing is wrong', async () => {
    const one = await library({ [hands]: topicText() })
    const answer = await build(one, ['--quiet', '--level', 'easy', '--length', 'short', '--format', 'pdf'])
    expect(answer).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })

  it('--fail-fast stops at the first handout at fault', async () => {
    const one = await library({
      'content/a/en.md': topicText(bodyWith('# Top\n')),
      'content/b/en.md': topicText(),
    })
    const args = ['--level', 'easy', '--length', 'short', '--jobs', '1']
    const stopped = await build(one, [...args, '--fail-fast'])
    expect(stopped.code).toBe(1)
    expect(totals(stopped)).toMatchObject({ made: 0, failed: 1 })
    const all = await build(one, args)
    expect(all.code).toBe(1)
    expect(totals(all)).toMatchObject({ made: 1, failed: 1 })
  })

  it('--reporter writes to files too, and text stays text', async () => {
    const one = await library({ [hands]: topicText(bodyWith('# Top\n')) })
    const file = one.path('reports/messages.json')
    const answer = await build(one, ['--level', 'easy', '--reporter', `json:${file}`, '--reporter', 'text'])
    expect(answer).toMatchObject({ code: 1, stdout: '' })
    expect(answer.stderr).toContain('heading-one')
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject([{ rule: 'heading-one' }])
    expect((await manifestOf(one)).handouts[0]?.messages).toMatchObject([{ rule: 'heading-one' }])
  })

  it('--reporter with another sign before its file says which one it is', async () => {
    const { code, stderr } = await handout(['build', '--reporter', 'junit=report.xml'])
    expect(code).toBe(2)
    expect(stderr).toContain('Write junit:report.xml')
  })

  it('runs no program that lies beside the topics', async () => {
    const mark = 'require("node:fs").writeFileSync(__dirname + "/mark", "")\nmodule.exports = {}\n'
    const one = await library({
      [hands]: topicText(),
      '.puppeteerrc.cjs': mark,
      'puppeteer.config.cjs': mark,
    })
    const answer = await handout(['build', '--level', 'easy', '--length', 'short'], { cwd: one.root })
    expect(answer.code).toBe(0)
    expect(await exists(one.path('output/clinic/en/hands/hands.easy.short.pdf'))).toBe(true)
    expect(await exists(one.path('mark'))).toBe(false)
  })

  it('--edition large-print makes files of its own', async () => {
    const one = await library({ [hands]: topicText() })
    const { code } = await build(one, ['--level', 'easy', '--length', 'short', '--edition', 'large-print'])
    expect(code).toBe(0)
    expect(await exists(one.path('output/clinic/en/hands/hands.easy.short.large-print.pdf'))).toBe(true)
  })

  it('takes root, output and configuration from the environment and the file', async () => {
    const one = await library({ [hands]: topicText(), 'handout.yaml': 'folders: {output: made}\n' })
    await build(one, ['--level', 'easy', '--length', 'short'])
    expect(await exists(one.path('made/manifest.json'))).toBe(true)
    await handout(['build', '--level', 'easy', '--length', 'short'], {
      cwd: one.root,
      env: { HANDOUT_OUTPUT: 'elsewhere' },
    })
    expect(await exists(one.path('elsewhere/manifest.json'))).toBe(true)
  })
})

describe('other commands', () => {
  it('list shows topics, organizations and how many variants there are', async () => {
    const one = await library({
      [hands]: topicText(),
      'content/feet/en.md': 'nothing',
      'templates/organizations/network/organization.yaml': clinic.replace(
        'Testing Clinic',
        'Testing Network',
      ),
    })
    const { code, stdout } = await handout(['list', '--root', one.root, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      topics: [
        { id: 'feet', language: 'en', title: null },
        { id: 'hands', language: 'en', path: hands, title: 'Washing your hands' },
      ],
      organizations: [
        { id: 'clinic', name: 'Testing Clinic', languages: ['en'] },
        { id: 'network', name: 'Testing Network' },
      ],
      variants: 36,
    })
    const words = await handout(['list', '--root', one.root])
    expect(words.stdout).toContain('hands (en)  Washing your hands')
    const ids = await handout(['list', 'hands', '--root', one.root, '--variants', '--organization', 'clinic'])
    expect(ids.stdout.trim().split('\n')).toHaveLength(9)
  })

  it('doctor says which browser is used, and what to do when none is there', async () => {
    const one = await library({ [hands]: topicText() })
    const well = await handout(['doctor', '--root', one.root])
    expect(well).toMatchObject({ code: 0 })
    expect(well.stdout).toMatch(/browser: .*Chrom/)
    expect(well.stdout).toMatch(/sandbox: /)
    const without = await handout(['doctor', '--root', one.root], { env: { HANDOUT_BROWSER: '/no/browser' } })
    expect(without.code).toBe(3)
    expect(without.stdout).toContain('There is no browser at /no/browser.')
    expect(without.stdout).toContain('HANDOUT_BROWSER')
  })

  it('--version and --help answer on stdout', async () => {
    expect(await handout(['--version'])).toMatchObject({ code: 0, stdout: `${toolVersion}\n`, stderr: '' })
    const help = await handout(['--help'])
    expect(help).toMatchObject({ code: 0, stderr: '' })
    for (const command of ['build', 'list', 'doctor']) expect(help.stdout).toContain(command)
    const build_ = await handout(['build', '--help'])
    for (const flag of [
      '--organization',
      '--level',
      '--format',
      '--jobs',
      '--force',
      '--dry-run',
      '--reporter',
      '--root',
    ])
      expect(build_.stdout).toContain(flag)
  })

  it('started from elsewhere find their library by --root', async () => {
    const one = await library({ [hands]: topicText() })
    const { code, stderr } = await handout(
      ['build', '--root', one.root, '--level', 'easy', '--length', 'short'],
      { cwd: path.dirname(one.root) },
    )
    expect(code).toBe(0)
    expect(stderr).toContain(path.join(path.basename(one.root), 'output', 'index.html'))
  })
})
