// The recipes in docs/checking.md and docs/reviews.md: they are read from there and run.
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readReviewRecords } from '../../src/content/review-records.js'
import { checkRecords } from '../../src/lint/instruments/records.js'
import { reporters } from '../../src/report/reporters.js'
import { textReport } from '../../src/report/text.js'
import { library, repository, temporaryFolder } from '../helpers/library.js'
import { context, sample } from './messages.js'

const read = (name: string) => readFile(path.join(repository, 'docs', name), 'utf8')

/** The first block of a language that has some words in it. */
async function block(name: string, language: string, words: string): Promise<string> {
  const text = await read(name)
  const blocks = [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))]
  const found = blocks.find(([, code]) => code?.includes(words))?.[1]
  if (found === undefined) throw new Error(`${name} has no ${language} block with ${words}`)
  return found
}

interface Tasks {
  readonly tasks: readonly { readonly problemMatcher: { readonly pattern: { readonly regexp: string } } }[]
}

describe('docs/checking.md', () => {
  it('names every reporter', async () => {
    const rows = [...(await read('checking.md')).matchAll(/^\| `(\w+)` \| /gm)].map(([, name]) => name)
    expect(rows).toEqual(Object.keys(reporters))
  })

  it('has a problem matcher that reads the text report, and nothing else in it', async () => {
    const { tasks } = JSON.parse(await block('checking.md', 'json', 'problemMatcher')) as Tasks
    const pattern = new RegExp(tasks[0]?.problemMatcher.pattern.regexp ?? '')
    const read = textReport(sample(), context)
      .split('\n')
      .flatMap((line) => {
        const match = pattern.exec(line)
        return match ? [match.slice(1)] : []
      })
    expect(read).toEqual([
      ['content/a/en.md', '2', '5', 'warning', '“hard” has an easier word.', 'word-hard'],
      ['content/a/en.md', '4', '1', 'error', 'There is no `:::actions`.', 'block-missing'],
      ['output/a.pdf', '1', '1', 'info', 'Two pages.', 'pages'],
    ])
  })

  it('has a lint-staged recipe that judges the topics of a commit once', async () => {
    const file = path.join(await temporaryFolder(), 'lint-staged.config.mjs')
    await writeFile(file, await block('checking.md', 'js', 'handout check'))
    const { default: recipe } = (await import(pathToFileURL(file).href)) as {
      default: Record<string, (files: string[]) => string>
    }
    const files = ['/a/content/hands/en.md', '/a/content/hands/reviews/x.yaml', '/a/content/feet/foot.svg']
    expect(recipe['content/**/*']?.(files)).toBe('handout check hands feet')
    expect(recipe['{handout.yaml,templates/**/*}']?.([])).toBe('handout check')
  })

  it('has a pre-commit recipe whose pattern takes what matters', async () => {
    const { repos } = parse(await block('checking.md', 'yaml', 'repos:')) as {
      repos: { hooks: { files: string }[] }[]
    }
    const pattern = new RegExp(repos[0]?.hooks[0]?.files ?? '')
    for (const file of ['content/hands/en.md', 'templates/handout.hbs', 'handout.yaml'])
      expect(file).toMatch(pattern)
    for (const file of ['docs/content/a.md', 'src/a.ts', 'handout.yaml.md']) expect(file).not.toMatch(pattern)
  })

  const schema = path.join(process.env.HANDOUT_SCHEMAS ?? '', 'github-workflow.json')
  const hasSchema = process.env.HANDOUT_SCHEMAS !== undefined && existsSync(schema)
  if (!hasSchema)
    process.stderr.write(
      'Workflow against its schema: skipped, HANDOUT_SCHEMAS names no folder with github-workflow.json\n',
    )
  it.skipIf(!hasSchema)('has a workflow that fits the schema of GitHub', async () => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    const valid = ajv.compile(JSON.parse(await readFile(schema, 'utf8')) as object)
    const workflow = parse(await block('checking.md', 'yaml', 'upload-sarif')) as object
    valid(workflow)
    expect(valid.errors ?? []).toEqual([])
    expect(valid({ ...workflow, jobs: undefined })).toBe(false)
  })
})

describe('docs/reviews.md', () => {
  it('has a record that is read and holds', async () => {
    const record = await block('reviews.md', 'yaml', 'instrument:')
    const { root } = await library({ 'content/hands/reviews/one.yaml': record })
    const { records, messages } = await readReviewRecords(path.join(root, 'content', 'hands', 'en.md'), root)
    expect(messages).toEqual([])
    const texts = records.map(({ level, length, language, text }) => ({ level, length, language, text }))
    expect(checkRecords(records, texts).messages).toEqual([])
    expect(records[0]?.answers.size).toBe(5)
  })
})
