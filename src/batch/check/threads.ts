// Topics to judge -> what the rules find, in threads when there is work for several; this file is the thread's program too.
import os from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { TopicFile } from '../../content/read-topic.js'
import type { Vocabulary } from '../../content/vocabulary.js'
import type { Settings } from '../../model/settings.js'
import type { Variant } from '../../model/variant.js'
import { topicKey } from '../topics.js'
import type { CheckedTopic } from './check-topic.js'
import { judgeTopic } from './judge-topic.js'
import { type PackedTopic, pack, unpack } from './pack.js'
import { Readings } from './readings.js'

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

/** Topics to judge, and what happens beside it. */
export interface Judging {
  readonly wanted: readonly Wanted[]
  readonly measure: Measure
  /** Of this thread. */
  readonly readings: Readings
  readonly onDone: (checked: CheckedTopic) => void
  /** What this thread does while others have started. */
  readonly meanwhile: () => Promise<void>
}

/** A thread takes as long to start as a few topics take to judge. */
const leastTopicsForThread = 8
/**
 * Less room than Node gives: a third of the memory, at the same speed. A thread for which that is too little ends, and what
 * it had at hand is judged here.
 */
const threadLimits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 128 }
/** Topics a thread has at hand, so that it need not wait while this one is busy. */
const ahead = 2
/** More threads cost memory and wait for the same disk. */
const mostThreads = 4

/**
 * Judges topics; each is handed over when it is done, in no fixed order.
 *
 * @throws what a thread threw
 */
export async function checkTopics({ wanted, measure, readings, onDone, meanwhile }: Judging): Promise<void> {
  const cores = Math.min(mostThreads, os.availableParallelism())
  const threads = isSource ? 0 : Math.min(cores - 1, Math.floor(wanted.length / leastTopicsForThread))
  const queue = [...wanted]
  const running = Array.from({ length: threads }, () => runThread(queue, measure, onDone))
  const share = async () => {
    // This thread takes its share; between two topics it hands out more to the others.
    for (let one = queue.shift(); one; one = queue.shift()) {
      onDone(await checkOne(one, measure, readings))
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  await Promise.all([...running, meanwhile().then(share)])
  // What a thread that ended gave back.
  await share()
}

async function checkOne(wanted: Wanted, measure: Measure, readings: Readings): Promise<CheckedTopic> {
  return (await judgeTopic(wanted, measure, readings)).checked
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
    const worker = new Worker(new URL(import.meta.url), {
      workerData: { mark: threadMark, measure },
      resourceLimits: threadLimits,
    })
    const atHand = new Map<string, Wanted>()
    const next = () => {
      const one = queue.shift()
      if (one) {
        atHand.set(topicKey(one.found), one)
        worker.postMessage(one)
      } else if (atHand.size === 0) void worker.terminate()
    }
    for (let count = 0; count < ahead; count++) next()
    worker.on('message', (packed: PackedTopic) => {
      const checked = unpack(packed)
      atHand.delete(topicKey(checked))
      onDone(checked)
      next()
    })
    worker.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ERR_WORKER_OUT_OF_MEMORY') queue.push(...atHand.values())
      else reject(cause)
    })
    worker.on('exit', () => resolve())
  })
}

if (!isMainThread && (workerData as { mark?: unknown } | undefined)?.mark === threadMark) {
  const { measure } = workerData as { measure: Measure }
  const readings = new Readings(measure.settings.root, measure.vocabulary)
  parentPort?.on('message', (wanted: Wanted) => {
    void checkOne(wanted, measure, readings).then((checked) => parentPort?.postMessage(pack(checked)))
  })
}
