// A number of topics -> a library with folders of its own for output, cache and temporary files, and what is wrong in them.
import { randomBytes } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { unseal } from '../../src/batch/cache/seal.js'
import { sha256 } from '../../src/output/hash.js'
import { length, writeLibrary } from '../bench/library.js'
import { type Answer, handout, type StartedProcess } from '../helpers/cli.js'
import { library, type TemporaryLibrary } from '../helpers/library.js'
import { ProcessWatch, type RunningProcess } from '../helpers/processes.js'

/** All processes are gone by then, whatever happened. */
const goneWithin = 5000
const aboutFiles = new Set(['index.html', 'manifest.json', 'SHA256SUMS'])

/** A run that has ended. */
export interface Ended extends Answer {
  readonly seconds: number
  /** Processes that did not end with it. */
  readonly left: readonly RunningProcess[]
}

export interface Run {
  readonly pid: number
  /** Stands in the environment of its processes and of no others. */
  readonly word: string
  readonly isRunning: () => boolean
  readonly ended: Promise<Ended>
}

/** What is not as after an undisturbed build; all of it should be empty. */
export interface Wrong {
  readonly lost: readonly string[]
  readonly torn: readonly string[]
  /** Files and folders nobody should find. */
  readonly leftover: readonly string[]
}

export const nothingWrong: Wrong = { lost: [], torn: [], leftover: [] }

/** Path in the output folder -> SHA-256. */
export type Reference = ReadonlyMap<string, string>

export interface Manifest {
  readonly handouts: readonly { readonly id: string; readonly status: string }[]
  readonly summary: Readonly<Record<string, number>>
}

/** A library and its folders. */
export class Site {
  readonly files: TemporaryLibrary
  readonly out: string
  readonly cache: string
  readonly temporary: string

  private constructor(files: TemporaryLibrary) {
    this.files = files
    this.out = files.path('output')
    this.cache = files.path('.handout-cache')
    this.temporary = files.path('temporary')
  }

  static async open(topics: number, configuration = ''): Promise<Site> {
    const files = await library({ 'temporary/.keep': '', 'handout.yaml': configuration })
    await rm(files.path('temporary/.keep'))
    await writeLibrary(files.root, topics)
    return new Site(files)
  }

  /** Starts a build. */
  start(args: readonly string[] = []): Run {
    const word = `FAULTS_RUN=${randomBytes(8).toString('hex')}`
    const watch = new ProcessWatch(word)
    const begun = performance.now()
    let started: StartedProcess | undefined
    let running = true
    const answer = handout(['build', '--root', this.files.root, '--no-check', '--length', length, ...args], {
      env: { TMPDIR: this.temporary, FAULTS_RUN: word.slice('FAULTS_RUN='.length) },
      ownGroup: true,
      onStart: (one) => {
        started = one
      },
    })
    const ended = answer.then(async (one): Promise<Ended> => {
      running = false
      const seconds = (performance.now() - begun) / 1000
      return { ...one, seconds, left: await watch.left(goneWithin) }
    })
    if (started?.pid === undefined) throw new Error('The tool did not start')
    return { pid: started.pid, word, isRunning: () => running, ended }
  }

  /** Builds to the end. */
  build(args: readonly string[] = []): Promise<Ended> {
    return this.start(args).ended
  }

  /** Builds undisturbed, and takes away what was made and remembered. */
  async reference(): Promise<Reference> {
    const { code, stderr } = await this.build()
    if (code !== 0) throw new Error(`An undisturbed build ended with ${code}: ${stderr}`)
    const made = await this.made()
    await this.reset()
    return made
  }

  async reset(): Promise<void> {
    for (const folder of [this.out, this.cache]) await rm(folder, { recursive: true, force: true })
  }

  /** Files of handouts in the output folder. */
  async made(): Promise<Reference> {
    const found = (await filesIn(this.out)).filter((file) => !aboutFiles.has(file) && !file.startsWith('.'))
    const hashes = found.map(
      async (file) => [file, sha256(await readFile(path.join(this.out, file)))] as const,
    )
    return new Map(await Promise.all(hashes))
  }

  async manifest(): Promise<Manifest> {
    return JSON.parse(await readFile(path.join(this.out, 'manifest.json'), 'utf8')) as Manifest
  }

  /** What is wrong in the folders after a build that has ended. */
  async wrong(reference: Reference): Promise<Wrong> {
    const { torn, leftover } = await this.tornOf(reference)
    const [made, sums, manifest] = await Promise.all([
      this.made(),
      readFile(path.join(this.out, 'SHA256SUMS'), 'utf8').catch(() => ''),
      this.manifest(),
    ])
    const lost = [...reference.keys()].filter((file) => !made.has(file))
    for (const [file, hash] of reference)
      if (!sums.includes(`${hash}  ${file}\n`)) lost.push(`sum of ${file}`)
    const told = manifest.handouts.filter(({ status }) => status !== 'failed').length
    if (told !== reference.size) lost.push(`manifest: ${told} of ${reference.size}`)
    const hidden = (await filesIn(this.out)).filter((file) => file.startsWith('.'))
    const cached = (await filesIn(this.cache)).filter((file) => file.startsWith('.'))
    const temporary = await readdir(this.temporary, { recursive: true })
    // The folder that all runs share stays.
    const left = temporary.filter((name) => !/^handout-press-\d+$/.test(name))
    return { lost, torn, leftover: [...leftover, ...hidden, ...cached, ...left] }
  }

  /** What is wrong at any moment: half files, in the output or in the cache, and handouts that there should not be. */
  async tornOf(reference: Reference): Promise<Wrong> {
    const made = await this.made()
    const torn = [...made].filter(([file, hash]) => reference.has(file) && reference.get(file) !== hash)
    const leftover = [...made.keys()].filter((file) => !reference.has(file))
    const cached = await Promise.all((await filesIn(this.cache)).map((file) => this.#isTorn(file)))
    return { lost: [], torn: [...torn.map(([file]) => file), ...cached.flat()], leftover }
  }

  async #isTorn(file: string): Promise<string[]> {
    const bytes = await readFile(path.join(this.cache, file))
    const [shelf] = file.split('/')
    const good =
      shelf?.startsWith('.') ||
      (shelf === 'files' && sha256(bytes) === path.basename(file)) ||
      (shelf !== 'files' && unseal(bytes.toString(), undefined).state === 'good')
    return good ? [] : [`cache ${file}`]
  }
}

/** Files below a folder, with `/`; none when it is not there. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}

/** A line of figures, for those who read along. */
export function say(text: string): void {
  process.stderr.write(`faults: ${text}\n`)
}
