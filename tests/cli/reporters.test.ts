// `--reporter` on the command line: where reports go, how they name files, what is refused; and `check --report`.
import { access } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { handout } from '../helpers/cli.js'
import { library, temporaryFolder } from '../helpers/library.js'
import { topicText } from '../helpers/topic.js'

const faulty = { 'content/hands/en.md': topicText(':::eazy\nWash.\n:::\n') }
const start = '\u001b[31m'

describe('--reporter', () => {
  it('shows the source line with carets to people', async () => {
    const { root } = await library(faulty)
    const { code, stderr } = await handout(['check'], { cwd: root })
    expect(code).toBe(1)
    expect(stderr).toMatch(/^ {2}content\/hands\/en\.md:\d+:1 error .*eazy.* directive-unknown$/m)
    expect(stderr).toMatch(/^ {4}\d+ \| :::eazy\n {4,} \| \^+\n {4,} = .*`:::easy`/m)
  })

  it.each(['check', 'build'])(
    '%s writes one report to the standard output and others to files',
    async (command) => {
      const { root, read } = await library(faulty)
      const places = ['sarif:out/a.sarif', 'junit:out/b.xml', 'json:out/c.json', 'text:out/d.txt']
      const { code, stdout } = await handout(
        [command, '--reporter', 'github', ...places.flatMap((place) => ['--reporter', place])],
        { cwd: root },
      )
      expect(code).toBe(1)
      expect(stdout).toMatch(
        /^::error file=content\/hands\/en\.md,line=\d+,.*title=directive-unknown::.*eazy/m,
      )
      const sarif = JSON.parse(await read('out/a.sarif')) as { runs: { results: { ruleId: string }[] }[] }
      const json = JSON.parse(await read('out/c.json')) as { rule: string }[]
      expect(sarif.runs[0]?.results.map(({ ruleId }) => ruleId).sort()).toEqual(
        json.map(({ rule }) => rule).sort(),
      )
      expect(json.map(({ rule }) => rule)).toContain('directive-unknown')
      expect(await read('out/b.xml')).toMatch(/<failure type="directive-unknown"/)
      expect(await read('out/d.txt')).toMatch(/error .*eazy/)
    },
  )

  it('names files from the checkout where Actions says where it is', async () => {
    const { root } = await library(faulty)
    const env = { GITHUB_WORKSPACE: path.dirname(root) }
    const { stdout } = await handout(['check', '--reporter', 'github'], { cwd: root, env })
    expect(stdout).toContain(`::error file=${path.basename(root)}/content/hands/en.md,`)
  })

  it('names files from the current folder, and those outside of it as they are', async () => {
    const { root } = await library(faulty)
    const above = await handout(['check', '--root', path.basename(root)], { cwd: path.dirname(root) })
    expect(above.stderr).toContain(`  ${path.basename(root)}/content/hands/en.md:`)
    const elsewhere = await handout(['check', '--root', root], { cwd: await temporaryFolder() })
    expect(elsewhere.stderr).toContain('  content/hands/en.md:')
  })

  it.each([
    [['--reporter', 'jsn'], 'Did you mean `json`'],
    [['--reporter', 'json:'], 'Write the file behind the colon.'],
    [['--reporter', 'json', '--reporter', 'sarif'], 'json goes to the standard output already'],
  ])('refuses %j', async (flags, words) => {
    const { root } = await library(faulty)
    const { code, stderr, stdout } = await handout(['check', ...flags], { cwd: root })
    expect(code).toBe(2)
    expect(stderr).toContain(words)
    expect(stdout).toBe('')
  })

  it('reports a failure of the run too', async () => {
    const { root } = await library(faulty)
    const { code, stdout } = await handout(['check', 'nose', '--reporter', 'junit'], { cwd: root })
    expect(code).toBe(2)
    expect(stdout).toContain('<failure type="name-unknown"')
  })

  it('lets no text of an author steer the terminal', async () => {
    const evil = topicText(`:::eazy${start}[${start}\u009b2J]\nWash.\n:::\n`, { summary: `"${start}"` })
    const { root } = await library({ 'content/hands/en.md': evil })
    for (const reporter of ['text', 'json', 'github', 'sarif', 'junit']) {
      const { stdout, stderr } = await handout(['check', '--reporter', reporter], { cwd: root })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
      expect(stdout + stderr, reporter).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
    }
  })
})

describe('check --report', () => {
  it('writes the pages and says where they are', async () => {
    const made = await library({ 'content/hands/en.md': topicText() })
    const { code, stderr } = await handout(['check', '--report', '--out', 'made'], { cwd: made.root })
    expect(code).toBe(0)
    expect(stderr).toContain(`Report: ${path.join('made', 'check', 'index.html')}`)
    for (const file of ['index.html', 'check.json', 'en/hands/index.html', 'en/hands/detailed.long.html'])
      await expect(access(made.path(`made/check/${file}`)), file).resolves.toBeUndefined()
    await made.write({ 'made/check/notes.txt': 'mine', 'other/check/a/b/c.html': 'mine' })
    await handout(['check', '--report', '--out', 'made', '--length', 'short'], { cwd: made.root })
    await expect(access(made.path('made/check/en/hands/detailed.long.html'))).rejects.toThrow()
    await handout(['check', '--report', '--out', 'other'], { cwd: made.root })
    await expect(access(made.path('other/check/a/b/c.html'))).resolves.toBeUndefined()
    for (const file of ['notes.txt', 'en/hands/detailed.short.html'])
      await expect(access(made.path(`made/check/${file}`)), file).resolves.toBeUndefined()
  })
})
