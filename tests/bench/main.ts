// npm run bench: the floor, a cold build, rebuilds, stages and one handout, side by side; figures on stdout, JSON to a file.
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readSurroundings } from '../../src/config/load.js'
import { findBrowser } from '../../src/pdf/find-browser.js'
import { type CommandRun, runCommand } from './command.js'
import { composeAll, organization } from './finished-pages.js'
import { measureFloor } from './floor.js'
import { measureLarge } from './large.js'
import { length, levels, topicId, writeLibrary } from './library.js'
import { measureMdToPdf } from './md-to-pdf.js'
import { measureStages } from './stages.js'

const { values } = parseArgs({
  options: {
    /** Handouts of the library; three a topic. */
    handouts: { type: 'string', default: '600' },
    /** Handouts of the library that is built again with nothing changed. */
    unchanged: { type: 'string', default: '1000' },
    /** Handouts of a large library, built and metered as well, after one of a thousand. */
    large: { type: 'string' },
    /** Parts to measure, by default all: floor,cold,unchanged,stages,single,md-to-pdf. */
    only: { type: 'string' },
    /** Folder in which md-to-pdf is installed. */
    'md-to-pdf': { type: 'string' },
    out: { type: 'string', default: 'bench.json' },
  },
})

const wanted = (part: string) => values.only === undefined || values.only.split(',').includes(part)
const topicsFor = (handouts: string) => Math.ceil(Number(handouts) / levels.length)
/** Handouts of the library that a large one is held against. */
const smaller = '1000'
const base = await mkdtemp(path.join(os.tmpdir(), 'handout-bench-'))
const results: Record<string, unknown> = {
  machine: { cores: os.availableParallelism(), cpu: os.cpus()[0]?.model, node: process.version },
}
const say = (text: string) => process.stdout.write(`${text}\n`)

/** A library of so many handouts with the templates of the repository. */
async function library(name: string, handouts: string): Promise<string> {
  const root = path.join(base, name)
  await writeLibrary(root, topicsFor(handouts))
  const organizations = path.resolve('templates', 'organizations')
  await cp('templates', path.join(root, 'templates'), {
    recursive: true,
    filter: (file) =>
      !path.resolve(file).startsWith(organizations + path.sep) ||
      path.resolve(file).startsWith(path.join(organizations, organization)),
  })
  return root
}

function build(
  root: string,
  more: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandRun> {
  const filters = ['--organization', organization, '--language', 'en', '--length', length]
  return runCommand(['build', '--root', root, ...filters, ...more], env)
}

async function summaryOf(root: string): Promise<{ made: number; kept: number; failed: number }> {
  const manifest = JSON.parse(await readFile(path.join(root, 'output', 'manifest.json'), 'utf8')) as {
    summary: { made: number; kept: number; failed: number }
  }
  return manifest.summary
}

const rate = (handouts: number, { seconds }: CommandRun) => Math.round((10 * handouts) / seconds) / 10
const perHandout = (seconds: number, handouts: number) => Math.round((10_000 * seconds) / handouts) / 10

function figures({ seconds, nodeMemory, browserMemory, nodeCpu, browserCpu }: CommandRun) {
  return { seconds: Math.round(seconds * 100) / 100, nodeMemory, browserMemory, nodeCpu, browserCpu }
}

try {
  const surroundings = readSurroundings()
  const browser = (
    await findBrowser({
      surroundings,
      wanted: surroundings.env.HANDOUT_BROWSER || undefined,
      mayFetch: false,
    })
  ).path
  say(`${os.availableParallelism()} cores, ${os.cpus()[0]?.model}, Node ${process.version}, ${browser}`)
  say(
    `load before: ${os
      .loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  )
  const root = await library('library', values.handouts)
  const count = topicsFor(values.handouts) * levels.length

  let floor = 0
  let keptFloor = 0
  if (wanted('floor')) {
    const { handouts } = await composeAll(root)
    const measured = await measureFloor(handouts)
    results.floor = measured
    floor = measured.best
    const rates = Object.entries(measured.rates).map(([width, one]) => `${width} pages ${one}/s`)
    keptFloor = measured.kept
    say(
      `floor            ${floor}/s (kept ${rates.join(', ')}; pages left now and then ${measured.renewed}/s; browser ${measured.browserCpu} ms of processor each)`,
    )
  }
  if (wanted('cold')) {
    const run = await build(root)
    const summary = await summaryOf(root)
    const each = rate(count, run)
    results.cold = {
      ...figures(run),
      ...summary,
      perSecond: each,
      ofFloor: floor ? each / floor : undefined,
      ofKeptFloor: floor ? each / keptFloor : undefined,
    }
    const share = floor
      ? `, ${(each / floor).toFixed(2)} of the floor, ${(each / keptFloor).toFixed(2)} of that with pages kept`
      : ''
    say(
      `cold build       ${each}/s${share}: ${summary.made} made, ${summary.failed} failed in ${run.seconds.toFixed(1)} s`,
    )
    say(
      `                 Node ${run.nodeMemory} MB and ${perHandout(run.nodeCpu, count)} ms each, browser ${run.browserMemory} MB and ${perHandout(run.browserCpu, count)} ms each`,
    )
    await appendFile(path.join(root, 'content', topicId(0), 'en.md'), '\n')
    const source = path.join(root, 'content', topicId(1), 'en.md')
    const text = await readFile(source, 'utf8')
    await writeFile(source, text.replace(/(:::easy\n[\s\S]*?\n\n)(\S[^.]*\.)/, '$1One sentence is new here.'))
    const one = await build(root)
    results.oneSentence = { ...figures(one), ...(await summaryOf(root)) }
    say(`one sentence     ${one.seconds.toFixed(2)} s: ${JSON.stringify(await summaryOf(root))}`)
  }
  if (wanted('unchanged')) {
    const many = await library('unchanged', values.unchanged)
    await build(many)
    const runs = [await build(many), await build(many), await build(many)].sort(
      (a, b) => a.seconds - b.seconds,
    )
    const middle = runs[1] as CommandRun
    results.unchanged = { ...figures(middle), ...(await summaryOf(many)) }
    say(`nothing changed  ${middle.seconds.toFixed(2)} s: ${JSON.stringify(await summaryOf(many))}`)
  }
  if (wanted('stages')) {
    const { handouts } = await composeAll(root)
    const stages = await measureStages(handouts.slice(0, 200))
    results.stages = stages
    say(`stages, medians  print ${stages.print} ms, finish ${stages.finish} ms, verify ${stages.verify} ms`)
  }
  if (wanted('single')) {
    const args = [
      'build',
      'ketamine-and-adhd',
      '--level',
      'easy',
      '--length',
      'short',
      '--organization',
      'plain',
    ]
    const out = ['--language', 'en', '--force', '--out', path.join(base, 'single'), '--no-cache']
    const runs = []
    for (let run = 0; run < 5; run++) runs.push(await runCommand([...args, ...out]))
    const seconds = runs.map((one) => one.seconds).sort((a, b) => a - b)
    results.single = { seconds }
    say(
      `one handout      ${seconds[2]?.toFixed(2)} s whole process (${seconds[0]?.toFixed(2)} to ${seconds[4]?.toFixed(2)})`,
    )
  }
  if (wanted('md-to-pdf') && values['md-to-pdf']) {
    const other = await measureMdToPdf(path.resolve(values['md-to-pdf']), base, browser)
    results.mdToPdf = other
    if (!other) say('md-to-pdf is not installed there')
    else if ('failed' in other) say(`md-to-pdf        failed: ${other.failed}`)
    else say(`md-to-pdf        ${other.perSecond}/s (${other.version}, ${other.handouts} files)`)
  }
  if (values.large) {
    const told: unknown[] = []
    for (const [name, wantedHandouts] of [
      ['small', smaller],
      ['large', values.large],
    ] as const) {
      const many = await library(name, wantedHandouts)
      const total = topicsFor(wantedHandouts) * levels.length
      const { run, least, most, left } = await measureLarge(many, total, (env) => build(many, [], env))
      const each = Math.round((1000 * run.seconds * 10) / total) / 10
      told.push({
        ...figures(run),
        ...(await summaryOf(many)),
        handouts: total,
        each,
        left,
        samples: run.samples,
      })
      say(
        `${total} handouts  ${each} ms each, ${rate(total, run)}/s, Node ${run.nodeMemory} MB (after the first 500: ${least} to ${most}), browser ${run.browserMemory} MB, left behind: ${left.join(', ') || 'nothing'}`,
      )
      await rm(many, { recursive: true })
    }
    results.large = told
  }
  say(
    `load after: ${os
      .loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  )
  await writeFile(values.out, `${JSON.stringify(results, null, 1)}\n`)
} finally {
  await rm(base, { recursive: true, force: true })
}
