// The sources in, whether the house still stands as docs/architecture.md draws it out.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorTable } from '../src/model/error.js'
import { toolVersion } from '../src/model/version.js'
import { repository } from './helpers/library.js'

const read = (file: string) => readFileSync(path.join(repository, file), 'utf8')

interface Source {
  /** Relative to `src/`, with `/`. */
  readonly file: string
  readonly room: string
  readonly text: string
  readonly imports: readonly string[]
}

const sources: readonly Source[] = readdirSync(path.join(repository, 'src'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.ts'))
  .map((file) => {
    const name = file.split(path.sep).join('/')
    const text = read(path.join('src', file))
    const imports = [
      ...text.matchAll(/(?:^(?:import|export)\b[^'"`;]*?from|^import|\bimport\()\s*'([^'\n]+)'/gm),
    ]
    return { file: name, room: roomOf(name), text, imports: imports.flatMap(([, from]) => from ?? []) }
  })

/** A room is a folder of `src/`; a file beside the folders is one by itself. */
function roomOf(file: string): string {
  return file.split('/')[0] ?? file
}

/** From the ground up; rooms on one level never import one another, but for `model`, on which all stand. */
const levels: readonly (readonly string[])[] = [
  ['model'],
  ['yaml', 'media', 'pdf-syntax'],
  ['content', 'select', 'lint', 'html', 'template', 'pdf', 'verify', 'output', 'scaffold'],
  ['pipeline', 'config', 'report'],
  ['batch', 'infobutton'],
  ['web', 'queue'],
  ['cli', 'index.ts'],
]
const levelOf = (room: string) => levels.findIndex((level) => level.includes(room))

describe('imports', () => {
  it('are read from every file', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(sources.find(({ file }) => file === 'index.ts')?.imports).toContain('./batch/open-press.js')
  })

  it('come from rooms that are known', () => {
    expect([...new Set(sources.map(({ room }) => room))].filter((room) => levelOf(room) < 0)).toEqual([])
  })

  it('point down', () => {
    const wrong = sources.flatMap(({ file, room, imports }) =>
      imports
        .filter((from) => from.startsWith('.'))
        .map((from) => roomOf(path.posix.join(path.posix.dirname(file), from).replace(/\.js$/, '.ts')))
        .filter((other) => other !== room && levelOf(other) >= levelOf(room))
        .map((other) => `${file} imports ${other}`),
    )
    expect(wrong).toEqual([])
  })

  it('name files with their ending', () => {
    const without = sources.flatMap(({ file, imports }) =>
      imports
        .filter((from) => from.startsWith('.') && !/\.(?:js|json)$/.test(from))
        .map((from) => `${file}: ${from}`),
    )
    expect(without).toEqual([])
  })
})

/** Who may import an outside package, as the start of a path under `src/`. */
const owners: Readonly<Record<string, readonly string[]>> = {
  puppeteer: ['pdf/'],
  '@puppeteer/browsers': ['pdf/'],
  handlebars: ['template/'],
  yaml: ['yaml/'],
  zod: [
    'config/',
    'yaml/checked-yaml.ts',
    'content/schema.ts',
    'content/review-records.ts',
    'template/organization-schema.ts',
    'template/labels.ts',
  ],
  unified: ['content/', 'html/', 'lint/'],
  'remark-parse': ['content/'],
  'remark-rehype': ['html/'],
  'rehype-sanitize': ['html/'],
  'retext-english': ['lint/'],
  '@cantoo/pdf-lib': ['pdf-syntax/', 'pdf/finish/', 'verify/'],
  'image-size': ['media/'],
  uqr: ['html/'],
  commander: ['cli/'],
  picocolors: ['cli/'],
}

describe('an outside thing has its owner', () => {
  it.each(Object.entries(owners))('%s', (name, rooms) => {
    const users = sources.filter(({ imports }) =>
      imports.some((from) => from === name || from.startsWith(`${name}/`)),
    )
    expect(users.length).toBeGreaterThan(0)
    expect(
      users.map(({ file }) => file).filter((file) => !rooms.some((room) => file.startsWith(room))),
    ).toEqual([])
  })

  it.each([
    ['the environment', /\bprocess\.env\b|\{[^}]*\benv\b[^}]*\} = process\b/, ['config/load.ts']],
    ['the console', /\bconsole\./, []],
    ['the arguments', /\bprocess\.argv\b/, ['cli/']],
    ['the exit', /\bprocess\.(?:exit\(|exitCode)/, ['cli/']],
    ['the terminal', /\bprocess\.(?:stdout|stderr)\b/, ['cli/']],
    ['evaluated text', /\beval\(|\bnew Function\(/, []],
  ] as const)('%s', (_what, pattern, rooms) => {
    const users = sources.filter(({ text }) => pattern.test(withoutComments(text))).map(({ file }) => file)
    expect(users.filter((file) => !rooms.some((room) => file.startsWith(room)))).toEqual([])
    if (rooms.length > 0) expect(users.length).toBeGreaterThan(0)
  })
})

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}

describe('a source file', () => {
  it('says first what comes in and what goes out', () => {
    const without = sources.filter(({ text }) => !/^(?:#!.*\n)?\/\/ \S/.test(text)).map(({ file }) => file)
    expect(without).toEqual([])
  })

  it('is named in small letters with hyphens', () => {
    expect(sources.map(({ file }) => file).filter((file) => !/^[a-z0-9/-]+\.ts$/.test(file))).toEqual([])
  })
})

describe('the version', () => {
  it('is that of package.json', () => {
    expect(toolVersion).toBe((JSON.parse(read('package.json')) as { version: string }).version)
  })
})

/** Ids in the first column of the tables of a page, in code. */
function documented(page: string): string[] {
  return [...read(page).matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, id]) => id ?? '')
}

const yamlFaults = ['yaml', 'too-large', 'unknown-key', 'missing-key', 'wrong-value']

/** Ids that sources write as texts where a rule is named. */
function rulesInSources(): Set<string> {
  const found = new Set<string>()
  const id = /'([a-z0-9]+(?:-[a-z0-9]+)+)'/g
  for (const { file, text } of sources) {
    const expressions = [
      ...text.matchAll(/\brule: ([^,\n]*(?:\n\s*[?:][^,\n]*)*)/g),
      ...text.matchAll(/\breport\(\s*('[^']*'|[^,]*\? '[^']*' : '[^']*')/g),
    ]
    for (const [, expression = ''] of expressions)
      for (const [, name = ''] of expression.matchAll(id)) found.add(name)
    for (const [, name = ''] of text.matchAll(/'([a-z-]+-unknown)'/g)) found.add(name)
    // Faults of YAML have the kind of file before them; the reader itself names only their ends.
    if (file === 'yaml/checked-yaml.ts') for (const end of yamlFaults) found.delete(end)
    for (const [, given = ''] of text.matchAll(/\breadYaml\([^)]*?(\S+?),?\s*\)/g)) {
      const prefix = /^'(.*)'$/.exec(given)?.[1] ?? new RegExp(`const ${given} = '(.*)'`).exec(text)?.[1]
      if (prefix) for (const end of yamlFaults) found.add(`${prefix}-${end}`)
    }
  }
  return found
}

describe('docs/messages.md', () => {
  const elsewhere = new Set([
    ...documented('docs/verification.md'),
    ...[...read('docs/rules.md').matchAll(/^## ([a-z-]+)$/gm)].map(([, id]) => id ?? ''),
  ])
  const page = documented('docs/messages.md')

  it('explains every rule that is not explained in docs/rules.md or docs/verification.md', () => {
    const rules = rulesInSources()
    expect(rules.size).toBeGreaterThan(60)
    expect([...rules].filter((rule) => !elsewhere.has(rule) && !page.includes(rule)).sort()).toEqual([])
  })

  it('explains every failure of the table', () => {
    expect(Object.keys(errorTable).filter((code) => !page.includes(code))).toEqual([])
  })

  it('explains nothing that there is not, and nothing twice', () => {
    const known = new Set([...rulesInSources(), ...Object.keys(errorTable)])
    expect(page.filter((id) => !known.has(id))).toEqual([])
    expect(page.filter((id, index) => page.indexOf(id) !== index)).toEqual([])
  })

  it('says of each what it means and what to do', () => {
    const rows = [...read('docs/messages.md').matchAll(/^\| `[a-z0-9-]+` \|(.*)\|(.*)\|$/gm)]
    expect(rows).toHaveLength(page.length)
    for (const [row, means = '', todo = ''] of rows) {
      expect(row).toMatch(/\|$/)
      expect(means.trim()).toMatch(/[.]$/)
      expect(todo.trim()).toMatch(/[.]$/)
    }
  })
})

describe('the table of failures', () => {
  it('has no code that nothing fails with', () => {
    const others = sources.filter(({ file }) => file !== 'model/error.ts').map(({ text }) => text)
    const own = read('src/model/error.ts')
    const thrownThere = own.slice(own.indexOf('export class'))
    const unused = Object.keys(errorTable).filter((code) => {
      const pattern = new RegExp(
        `HandoutError\\(\\s*'${code}'|HandoutError\\([^)]*\\? '[a-z-]+' : '${code}'|code: '${code}'`,
      )
      return ![...others, thrownThere].some((text) => pattern.test(text))
    })
    expect(unused).toEqual([])
  })
})
