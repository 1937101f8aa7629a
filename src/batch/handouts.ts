// One variant -> its files kept, brought from the cache, or made; and its record.
import type { VFileMessage } from 'vfile-message'
import type { FileRecord, HandoutRecord } from '../model/manifest.js'
import { isError, toRecord } from '../model/message.js'
import type { Settings } from '../model/settings.js'
import type { Topic } from '../model/topic.js'
import { type Variant, variantId } from '../model/variant.js'
import { isWhole, sha256 } from '../output/hash.js'
import { outputPath } from '../output/name.js'
import type { WholeFolder } from '../output/whole-folder.js'
import type { Composed } from '../pipeline/compose.js'
import type { PressTools } from '../pipeline/press.js'
import type { Theme } from '../template/theme.js'
import type { Cache } from './cache/cache.js'
import { type Memory, recalled } from './memory.js'
import type { Parts } from './parts.js'
import { failedRecord, madeRecord } from './records.js'

/** What became of a variant. */
export interface Outcome {
  readonly record: HandoutRecord
  /** Where its files were: nowhere, in the output folder, in the cache. */
  readonly from: 'nowhere' | 'output' | 'cache'
  readonly messages: readonly VFileMessage[]
  /** Why it was made; empty unless asked for. */
  readonly why: readonly string[]
}

export interface HandoutTools {
  readonly settings: Settings
  readonly output: WholeFolder
  readonly cache: Cache | undefined
  readonly memory: Memory
  readonly press: PressTools
  /** Identity of the browser. */
  readonly browser: string
  /** Records of the manifest as it was. */
  readonly earlier: ReadonlyMap<string, HandoutRecord>
  /** Makes also what is fresh. */
  readonly force: boolean
  readonly explain: boolean
}

/** What a composed handout was made of. */
export interface Made {
  readonly topic: Topic
  readonly theme: Theme
  readonly inputs: string
  /** What was found in its words. */
  readonly remarks: readonly VFileMessage[]
}

type Format = 'pdf' | 'html'

/** Makes handouts, or finds that they need not be made. */
export class Handouts {
  readonly #tools: HandoutTools
  readonly #formats: readonly Format[]

  constructor(tools: HandoutTools) {
    this.#tools = tools
    this.#formats = tools.settings.formats
  }

  /** Whether a variant is as it was, by the hash of its inputs alone: its record, or undefined when it has to be composed. */
  async unchanged(variant: Variant, inputs: string): Promise<Outcome | undefined> {
    const { earlier, memory, force } = this.#tools
    if (force) return undefined
    const id = variantId(variant)
    const before = earlier.get(id)
    const own = before?.inputs === inputs ? this.#there(before) : undefined
    if (own) return kept(own, 'output')
    const record = (await memory.handout(variant))?.record
    if (record?.inputs !== inputs) return undefined
    const found = this.#there(record)
    if (found) return kept(found, 'output')
    const { html } = this.#still(record)
    // The twin is made of the page, so a page would have to be composed.
    if (this.#formats.includes('html') && !html) return undefined
    const pdf = await this.#fromCache(variant, record.fingerprint)
    return pdf && kept({ ...record, files: { pdf: pdf.file, ...(html ? { html } : {}) } }, 'cache')
  }

  /** Makes a composed handout, unless its files are there under the same fingerprint. */
  async make(composed: Composed, { topic, theme, inputs, remarks }: Made): Promise<Outcome> {
    const { fingerprint } = await import('./fingerprint.js')
    const { partsOf } = await import('./parts.js')
    const print = fingerprint(composed, this.#tools.browser)
    const parts = partsOf(composed, topic, theme, this.#tools.browser)
    const why = this.#tools.explain ? await this.#why(composed.variant, print, parts) : []
    const paper = composed.variant.onPaper ?? theme.organization.paper
    const base = { topic, paper, fingerprint: print, inputs }
    const there = this.#tools.force ? undefined : await this.#found(composed, print)
    if (there) {
      const messages = [...remarks, ...composed.messages]
      const record = madeRecord(composed, { ...base, ...there, messages })
      this.#tools.memory.addHandout({ record, parts })
      return { record: { ...record, status: 'kept' }, from: there.from, messages, why: [] }
    }
    const { press } = await import('../pipeline/press.js')
    const wantsPdf = this.#formats.includes('pdf')
    const pressed = wantsPdf ? await press(composed, topic, theme, this.#tools.press) : unprinted
    const messages = [...remarks, ...composed.messages, ...pressed.messages]
    if ((wantsPdf && !pressed.pdf) || messages.some(isError))
      return this.fail(composed.variant, messages, topic, paper)
    const pdf = pressed.pdf && (await this.#write(composed.variant, 'pdf', pressed.pdf))
    if (pdf && pressed.pdf) {
      const { conformance } = pressed
      await this.#tools.cache?.put(
        { key: print, sha256: pdf.sha256, bytes: pdf.bytes, pages: pressed.pages, conformance },
        pressed.pdf,
      )
    }
    const html = await this.#twin(composed)
    if (!wantsPdf) await this.#tools.output.remove(outputPath(composed.variant, 'pdf'))
    if (!html) await this.#tools.output.remove(outputPath(composed.variant, 'html'))
    const files = { ...(pdf ? { pdf: { ...pdf, pages: pressed.pages } } : {}), ...(html ? { html } : {}) }
    const record = madeRecord(composed, { ...base, files, conformance: pressed.conformance, messages })
    this.#tools.memory.addHandout({ record, parts })
    return { record, from: 'nowhere', messages, why }
  }

  /** A failed handout leaves no file behind: an outdated page must not be handed out as if it were the new one. */
  async fail(
    variant: Variant,
    messages: readonly VFileMessage[],
    topic: Topic | undefined,
    paper: string,
  ): Promise<Outcome> {
    for (const format of ['pdf', 'html'] as const)
      await this.#tools.output.remove(outputPath(variant, format))
    return {
      record: failedRecord(variant, topic, paper, messages.map(toRecord)),
      from: 'nowhere',
      messages,
      why: [],
    }
  }

  /** Files under the same fingerprint, in the output folder or in the cache. */
  async #found(composed: Composed, print: string) {
    const { variant } = composed
    const before = this.#tools.earlier.get(variantId(variant))
    const same = before?.fingerprint === print ? before : undefined
    const still = same ? this.#still(same) : {}
    const wantsPdf = this.#formats.includes('pdf')
    let from: 'output' | 'cache' = 'output'
    let { pdf } = still
    let conformance = same?.conformance ?? []
    if (wantsPdf && !pdf) {
      const cached = await this.#fromCache(variant, print)
      if (!cached) return undefined
      pdf = cached.file
      conformance = cached.conformance
      from = 'cache'
    }
    const html = still.html ?? (await this.#twin(composed))
    if (!pdf && !html) return undefined
    if (!pdf) await this.#tools.output.remove(outputPath(variant, 'pdf'))
    if (!html) await this.#tools.output.remove(outputPath(variant, 'html'))
    return { files: { ...(pdf ? { pdf } : {}), ...(html ? { html } : {}) }, conformance, from }
  }

  async #fromCache(
    variant: Variant,
    print: string,
  ): Promise<{ file: FileRecord; conformance: readonly string[] } | undefined> {
    const found = await this.#tools.cache?.get(print)
    if (!found) return undefined
    const { pages, conformance } = found.entry
    return { file: { ...(await this.#write(variant, 'pdf', found.bytes)), pages }, conformance }
  }

  async #twin(composed: Composed): Promise<FileRecord | undefined> {
    if (!this.#formats.includes('html')) return undefined
    return this.#write(composed.variant, 'html', Buffer.from(composed.twin()))
  }

  async #write(variant: Variant, format: Format, bytes: Uint8Array): Promise<FileRecord> {
    const file = outputPath(variant, format)
    await this.#tools.output.write(file, bytes)
    return { path: file, sha256: sha256(bytes), bytes: bytes.length }
  }

  /** The record with the files that are there, if every wanted one is. */
  #there(record: HandoutRecord): HandoutRecord | undefined {
    if (record.status === 'failed') return undefined
    const files = this.#still(record)
    return this.#formats.every((format) => files[format]) ? { ...record, files } : undefined
  }

  #isWhole(file: FileRecord | undefined): file is FileRecord {
    return file !== undefined && isWhole(this.#tools.output.at(file.path), file)
  }

  /** Those files of a record that are still there, wanted or not. */
  #still({ files }: HandoutRecord): HandoutRecord['files'] {
    return {
      ...(this.#isWhole(files.pdf) ? { pdf: files.pdf } : {}),
      ...(this.#isWhole(files.html) ? { html: files.html } : {}),
    }
  }

  async #why(variant: Variant, print: string, parts: Parts): Promise<string[]> {
    if (this.#tools.force) return ['asked for with --force']
    const known = await this.#tools.memory.handout(variant)
    if (!known) return ['not made before']
    if (known.record.fingerprint === print) return ['its file is missing or changed, and the cache has none']
    const { changedParts } = await import('./why.js')
    return changedParts(known.parts, parts)
  }
}

const unprinted = { pdf: undefined, pages: 0, conformance: [], messages: [] }

/** A record of files that were there; what is told about them is told again. */
function kept(record: HandoutRecord, from: 'output' | 'cache'): Outcome {
  return { record: { ...record, status: 'kept' }, from, messages: recalled(record.messages), why: [] }
}
