// Topics to judge -> what the rules find, in threads when there is work for several; this file is the thread's program too.
import os from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { TopicFile } from '../content/read-topic.js'
import type { Vocabulary } from '../content/vocabulary.js'
import type { Settings } from '../model/settings.js'
import type { Variant } from '../model/variant.js'
import type { CheckedTopic } from './check-topic.js'
import { judgeTopic } from './judge-topic.js'
import { type PackedTopic, pack, unpack } from './pack.js'

/** A topic and what is wanted of it. */
export interface Wanted {
  readonly found: TopicFile
  readonly variants: readonly Variant[]
}

/** What every topic is judged against. */
export interface Measure {
  readonly settings: Settings
  readonly vocabulary: Vocabulary
  readonly chains: ReadonlyMap<string, readonly string[]>
  /** ISO date. */
  readonly today: string
}

/** A thread takes as long to start as a few topics take to judge. */
const leastTopicsForThreads = 8
/** More threads cost memory and wait for the same disk. */
const mostThreads = 4

/**
 * Judges topics; each is handed over when it is done, in no fixed order.
 *
 * @throws what a thread threw
 */
export async function checkTopics(
  wanted: readonly Wanted[],
  measure: Measure,
  onDone: (checked: CheckedTopic) => void,
): Promise<void> {
  const threads = Math.min(
    mostThreads,
    os.availableParallelism(),
    Math.floor(wanted.length / leastTopicsForThreads),
  )
  if (threads < 2 || isSource) {
    for (const one of wanted) onDone(await checkOne(one, measure))
    return
  }
  const queue = [...wanted]
  await Promise.all(Array.from({ length: threads }, () => runThread(queue, measure, onDone)))
}

async function checkOne(wanted: Wanted, measure: Measure): Promise<CheckedTopic> {
  return (await judgeTopic(wanted, measure)).checked
}

/** Node runs this file as a thread only when it is JavaScript; from source, everything runs in one. */
const isSource = import.meta.url.endsWith('.ts')
const threadMark = 'handout-check'

function runThread(
  queue: Wanted[],
  measure: Measure,
  onDone: (checked: CheckedTopic) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { mark: threadMark, measure } })
    const next = () => {
      const one = queue.shift()
      if (one) worker.postMessage(one)
      else void worker.terminate()
    }
    worker.on('online', next)
    worker.on('message', (packed: PackedTopic) => {
      onDone(unpack(packed))
      next()
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve())
  })
}

if (!isMainThread && (workerData as { mark?: unknown } | undefined)?.mark === threadMark) {
  const { measure } = workerData as { measure: Measure }
  parentPort?.on('message', (wanted: Wanted) => {
    void checkOne(wanted, measure).then((checked) => parentPort?.postMessage(pack(checked)))
  })
}
