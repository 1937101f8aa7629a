// `handout check` and `handout status`: exit codes, threads, watching, signing; and what a build does with what is found.
import { describe, expect, it } from 'vitest'
import { handout } from '../helpers/cli.js'
import { type Files, library } from '../helpers/library.js'
import { bodyWith, topicText } from '../helpers/topic.js'

const env = { SOURCE_DATE_EPOCH: '1796083200' } // 2026-12-01
const clean =
  'For one level each: :easy[now]:everyday[today]:detailed[this day]:for[, and rest]{from=medium}:for[, and sleep]{from=long}.:cite[who]'
const sources = { sources: '{who: {title: Hand hygiene}}', terms: '{}' }
const good = topicText(bodyWith(clean), sources)
const chance = topicText(bodyWith(`${clean}\n\nAbout 1 in 25 people get a rash.`), sources)
const overdue = topicText(bodyWith(clean), {
  ...sources,
  review: '{status: draft, on: 2020-01-01, every: 1 year}',
})

describe('handout check', () => {
  it('is content with a good topic, and shows its figures', async () => {
    const { root } = await library({ 'content/hands/en.md': good })
    const { code, stdout, stderr } = await handout(['check'], { cwd: root, env })
    expect(stderr).toContain('1 topics, 9 handouts: 0 errors, 0 warnings, 0 silenced')
    expect(stdout).toMatch(/^hands \(en\) +words +minutes +Flesch–Kincaid +SMOG$/m)
    expect(stdout).toMatch(/^ {2}easy short +\d+ +\d+ +-?\d+\.\d +\d+\.\d$/m)
    expect(code).toBe(0)
  })

  it('passes with warnings, unless there are too many', async () => {
    const { root } = await library({ 'content/hands/en.md': chance })
    expect((await handout(['check'], { cwd: root, env })).code).toBe(0)
    expect((await handout(['check', '--max-warnings', '1'], { cwd: root, env })).code).toBe(0)
    expect((await handout(['check', '--max-warnings', '0'], { cwd: root, env })).code).toBe(1)
  })

  it('fails with an error, and severities come from the configuration', async () => {
    const { root, write } = await library({
      'content/hands/en.md': chance,
      'handout.yaml': 'rules: {one-in-x: error}\n',
    })
    expect((await handout(['check'], { cwd: root, env })).code).toBe(1)
    await write({ 'handout.yaml': 'rules: {one-in-x: off}\n' })
    expect((await handout(['check', '--max-warnings', '0'], { cwd: root, env })).code).toBe(0)
    await write({ 'handout.yaml': 'rules: {one-in-y: off}\n' })
    const wrong = await handout(['check'], { cwd: root, env })
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toContain('Did you mean `one-in-x`?')
  })

  it('judges reviews by the day that is set', async () => {
    const { root } = await library({ 'content/hands/en.md': overdue })
    const late = await handout(['check'], { cwd: root, env })
    expect(late.code).toBe(1)
    expect(late.stderr).toContain('The review was due on 2021-01-01. review-overdue')
    const earlier = await handout(['check'], { cwd: root, env: { SOURCE_DATE_EPOCH: '1590000000' } })
    expect(earlier.code).toBe(0)
  })

  it('finds the same in threads as without them', { timeout: 60_000 }, async () => {
    const files: Files = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [
        `content/topic-${index}/en.md`,
        index % 3 === 0 ? chance : good,
      ]),
    )
    const { root } = await library(files)
    const all = await handout(['check', '--reporter', 'json'], { cwd: root, env })
    const found = JSON.parse(all.stdout) as { file: string; rule: string }[]
    expect(found.filter(({ rule }) => rule === 'one-in-x').map(({ file }) => file)).toEqual(
      Object.keys(files)
        .filter((_, index) => index % 3 === 0)
        .sort(),
    )
    const [one] = found.filter(({ rule }) => rule === 'one-in-x')
    const alone = await handout(['check', '--reporter', 'json', 'topic-0'], { cwd: root, env })
    expect(JSON.parse(alone.stdout)).toContainEqual(one)
  })

  it('says plainly when a language has no formula', async () => {
    const { root } = await library({
      'templates/organizations/clinic/organization.yaml':
        'name: Testing Clinic\nlanguages: [eo]\nnotices: []\n',
      'templates/labels/eo.yaml': 'texts: {}\n',
      'content/hands/eo.md': good,
    })
    const { stdout } = await handout(['check'], { cwd: root, env })
    expect(stdout).toContain('There is no readability formula for this language.')
    expect(stdout).not.toContain('Flesch')
  })

  it('judges again when a file changes', { timeout: 60_000 }, async () => {
    const { root, write } = await library({ 'content/hands/en.md': good })
    const { stderr } = await handout(['check', '--watch'], {
      cwd: root,
      env,
      onStart: (process) => {
        const timer = setTimeout(() => void write({ 'content/hands/en.md': chance }), 4000)
        setTimeout(() => {
          clearTimeout(timer)
          process.kill('SIGTERM')
        }, 15_000)
      },
    })
    expect(stderr.match(/Waiting for changes/g)?.length).toBeGreaterThanOrEqual(2)
    expect(stderr).toContain('one-in-x')
  })
})

describe('handout status', () => {
  const reviewed = topicText(bodyWith(clean), {
    ...sources,
    review: '{status: reviewed, on: 2026-11-22, every: 24 months, by: [A. Nurse]}',
  })

  it('shows what is due, and signs what was reviewed', async () => {
    const { root, read, write } = await library({
      'content/hands/en.md': reviewed,
      'content/feet/en.md': good,
    })
    const before = await handout(['status'], { cwd: root, env })
    expect(before.stdout).toContain(
      'content/hands/en.md  reviewed 2026-11-22 by A. Nurse, due 2028-11-22, in 722 days, not signed',
    )
    expect(before.stdout).toContain('content/feet/en.md  draft 2026-11-22, due 2028-11-22, in 722 days')
    const signing = await handout(['status', '--sign'], { cwd: root, env })
    expect(signing.stderr).toBe('Signed content/hands/en.md\n')
    expect(signing.code).toBe(0)
    expect(await read('content/hands/en.md')).toMatch(/by: \[A\. Nurse\], signed: "[0-9a-f]{16}"\}/)
    expect((await handout(['check', '--max-warnings', '0'], { cwd: root, env })).code).toBe(0)

    await write({
      'content/hands/en.md': (await read('content/hands/en.md')).replace('clean towel', 'towel'),
    })
    const after = await handout(['status', '--json'], { cwd: root, env })
    expect(after.code).toBe(1)
    expect(JSON.parse(after.stdout)).toContainEqual(
      expect.objectContaining({ topic: 'hands', review: expect.objectContaining({ signature: 'changed' }) }),
    )
    const check = await handout(['check'], { cwd: root, env })
    expect(check.stderr).toContain('The text was changed after it was reviewed. review-changed')
    expect(check.code).toBe(1)
  })

  it('knows no topic of that name', async () => {
    const { root } = await library({ 'content/hands/en.md': good })
    const { code, stderr } = await handout(['status', 'hand'], { cwd: root, env })
    expect(code).toBe(2)
    expect(stderr).toContain('Did you mean `hands`?')
  })
})

describe('handout build', () => {
  it('fails the handouts an error is about, makes the others, and makes all of a draft', {
    timeout: 120_000,
  }, async () => {
    const { root } = await library({
      'content/hands/en.md': topicText(
        bodyWith(`${clean}\n\n:::easy{until=short}\nAbout 1 in 25 people get a rash.\n:::`),
        sources,
      ),
      'handout.yaml': 'rules: {one-in-x: error}\n',
    })
    const args = ['build', '--length', 'short', '--level', 'easy,everyday']
    const strict = await handout(args, { cwd: root, env })
    expect(strict.code).toBe(1)
    expect(strict.stderr).toMatch(/made +kept +failed[\s\S]*\n +1 +0 +1 /)
    expect(strict.stderr).toContain('one-in-x')
    const draft = await handout([...args, '--no-check', '--force'], { cwd: root, env })
    expect(draft.stderr).toMatch(/made +kept +failed[\s\S]*\n +2 +0 +0 /)
    expect(draft.code).toBe(0)
  })
})
