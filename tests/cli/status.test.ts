// `handout status` for translations: what is behind and what changed, what is marked as translated, and what a build refuses.
import { describe, expect, it } from 'vitest'
import { handout, run } from '../helpers/cli.js'
import { library, type TemporaryLibrary } from '../helpers/library.js'
import { topicText } from '../helpers/topic.js'

const env = { SOURCE_DATE_EPOCH: '1796083200' } // 2026-12-01
const english = topicText()
const spanish = topicText(
  `:::main-message
Las manos limpias cuidan de todos.
:::

## Por qué ayuda

El jabón quita los gérmenes de la piel.

:::actions[Qué puede hacer]
1. Lávese las manos.
:::

:::get-help[Llámenos si]
- le duele la piel.
:::

## Qué es un germen

Un :term[germen] es muy pequeño.:cite[who]
`,
  {
    title: 'Lavarse las manos',
    summary: 'Cómo lavarse las manos.',
    terms: '{germen: un ser vivo que enferma}',
    'translation-of': '{language: en}',
  },
)

const bilingual = (): Promise<TemporaryLibrary> =>
  library({
    'templates/organizations/clinic/organization.yaml':
      'name: Testing Clinic\nlanguages: [en, es]\nnotices: [general]\n',
    'content/hands/en.md': english,
    'content/hands/es.md': spanish,
  })

async function commit(root: string): Promise<void> {
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: root })
  await git('init', '--quiet')
  await git('add', 'content')
  expect((await git('commit', '--quiet', '--message', 'Add hands')).code).toBe(0)
}

describe('handout status', () => {
  it('marks what was translated, and shows what changed since', { timeout: 60_000 }, async () => {
    const { root, read, write } = await bilingual()
    const before = await handout(['status'], { cwd: root, env })
    expect(before.code).toBe(0)
    expect(before.stdout).toContain(
      'content/hands/es.md  does not say which words of en.md it translates; run handout status --translated hands/es',
    )
    expect((await handout(['check'], { cwd: root, env })).stderr).toContain('translation-unbound')

    const marking = await handout(['status', '--translated', 'hands/es'], { cwd: root, env })
    expect(marking.stderr).toBe('Marked content/hands/es.md as following its source\n')
    expect(marking.stdout).toContain('content/hands/es.md  follows en.md')
    expect(await read('content/hands/es.md')).toMatch(/^ {4}get-help: "[0-9a-f]{8}"$/m)
    const again = await handout(['status', '--translated', 'hands/*'], { cwd: root, env })
    expect(again.stderr).toBe('Nothing to write: it was marked so already.\n')
    expect((await handout(['check'], { cwd: root, env })).stderr).not.toContain('translation-')
    await commit(root)

    await write({ 'content/hands/en.md': english.replace('It costs next to nothing', 'It costs little') })
    const light = await handout(['status'], { cwd: root, env })
    expect(light.stdout).toContain('content/hands/es.md  1 part does not follow en.md\n')
    expect(light.stdout).toContain('  warning “Why it helps” changed\n')
    expect(light.stdout).toContain('costs [-next to nothing,-] {+little,+} and a child can')
    expect(light.code).toBe(0)

    await write({ 'content/hands/en.md': english.replace('has cracks', 'bleeds') })
    const grave = await handout(['status', '--json', '--language', 'es'], { cwd: root, env })
    expect(grave.code).toBe(1)
    expect(JSON.parse(grave.stdout)).toEqual([
      expect.objectContaining({
        language: 'es',
        translation: {
          of: 'en',
          binding: 'bound',
          stale: [
            {
              section: 'get-help',
              name: 'Call us if',
              change: 'changed',
              severity: 'error',
              difference: expect.stringContaining('[-has cracks-] {+bleeds+}'),
            },
          ],
        },
      }),
    ])
  })

  it('knows no translation of that name', async () => {
    const { root } = await bilingual()
    const { code, stderr } = await handout(['status', '--translated', 'hands/fr'], { cwd: root, env })
    expect(code).toBe(2)
    expect(stderr).toContain('There is no translation `hands/fr` without faults.')
    expect(stderr).toContain('There are: hands/es.')
  })

  it('shows a change also where there is no history', async () => {
    const { root, write } = await bilingual()
    await handout(['status', '--translated', 'hands/es'], { cwd: root, env })
    await write({ 'content/hands/en.md': english.replace('has cracks', 'bleeds') })
    const { stdout } = await handout(['status'], { cwd: root, env })
    expect(stdout).toContain('  error   “Call us if” changed\n')
    expect(stdout).toContain('the earlier words are not in the history of the file')
  })
})

describe('handout build', () => {
  it('refuses a translation with old signs of danger, and remembers nothing that the source changed', {
    timeout: 120_000,
  }, async () => {
    const { root, read, write } = await bilingual()
    await handout(['status', '--translated', 'hands/es'], { cwd: root, env })
    const build = ['build', '--level', 'easy', '--length', 'short', '--reporter', 'json']
    expect((await handout(build, { cwd: root, env })).code).toBe(0)

    await write({ 'content/hands/en.md': english.replace('has cracks', 'bleeds') })
    const stale = await handout(build, { cwd: root, env })
    expect(stale.code).toBe(1)
    const errors = (JSON.parse(stale.stdout) as { severity: string; rule: string; file: string }[]).filter(
      ({ severity }) => severity === 'error',
    )
    expect(errors.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      'translation-stale content/hands/es.md',
    ])

    await write({
      'content/hands/es.md': (await read('content/hands/es.md')).replace('le duele', 'le sangra o duele'),
    })
    await handout(['status', '--translated', 'hands/es'], { cwd: root, env })
    expect((await handout(build, { cwd: root, env })).code).toBe(0)
  })
})
