// Printed PDFs -> finished and verified ones, by threads of their own, so that this one goes on composing and printing.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { HandoutError } from '../../model/error.js'
import { ownThread, type Proof, type ProofInput, type Prover } from '../../pipeline/proof.js'
import type { Answer, Request } from './thread.js'

/** Room for the young objects of one PDF; the default of 16 MB is collected too often, more only costs memory. */
const youngMegabytes = 32
/** Far more than a handout needs; a thread that asks for more is ended, and its handout fails alone. */
const oldMegabytes = 512

/** The bundled program of a thread; in a checkout that is not built there is none. */
function threadFile(): string | undefined {
  const here = path.dirname(fileURLToPath(import.meta.url))
  return [path.join(here, 'prover.js'), path.join(here, '..', 'prover.js')].find((file) => existsSync(file))
}

/**
 * Provers in threads.
 *
 * @returns this thread itself where there is no program for others
 */
export function provers(count: number): Prover {
  const file = threadFile()
  return file === undefined ? ownThread : new Threads(file, count)
}

interface Task extends Request {
  readonly resolve: (proof: Proof) => void
  readonly reject: (cause: unknown) => void
}

class Threads implements Prover {
  readonly #file: string
  readonly #count: number
  readonly #free: Worker[] = []
  readonly #all = new Set<Worker>()
  readonly #waiting: Task[] = []
  #number = 0

  constructor(file: string, count: number) {
    this.#file = file
    this.#count = count
  }

  async prove(input: ProofInput, signal: AbortSignal): Promise<Proof> {
    let expire = () => {}
    try {
      return await new Promise<Proof>((resolve, reject) => {
        const task: Task = { number: this.#number++, input, resolve, reject }
        expire = () => this.#expire(task)
        if (signal.aborted) return reject(new HandoutError('deadline-exceeded'))
        signal.addEventListener('abort', expire, { once: true })
        this.#waiting.push(task)
        this.#next()
      })
    } finally {
      signal.removeEventListener('abort', expire)
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.terminate()))
  }

  readonly #busy = new Map<Worker, Task>()

  #next(): void {
    const task = this.#waiting[0]
    if (!task) return
    const worker = this.#free.pop() ?? (this.#all.size < this.#count ? this.#start() : undefined)
    if (!worker) return
    this.#waiting.shift()
    this.#busy.set(worker, task)
    worker.ref()
    const bytes = new Uint8Array(task.input.bytes)
    const request: Request = { number: task.number, input: { ...task.input, bytes } }
    worker.postMessage(request, [bytes.buffer])
  }

  #start(): Worker {
    const worker = new Worker(this.#file, {
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes, maxOldGenerationSizeMb: oldMegabytes },
    })
    this.#all.add(worker)
    worker.on('message', (answer: Answer) => {
      const task = this.#busy.get(worker)
      this.#busy.delete(worker)
      this.#free.push(worker)
      worker.unref()
      if ('proof' in answer) task?.resolve(answer.proof)
      else task?.reject(new HandoutError('internal', answer.problem))
      this.#next()
    })
    worker.on('error', (cause) => this.#gone(worker, new HandoutError('internal', String(cause), { cause })))
    worker.on('exit', () => this.#gone(worker, new HandoutError('internal', 'A thread ended.')))
    return worker
  }

  #gone(worker: Worker, reason: HandoutError): void {
    if (!this.#all.delete(worker)) return
    const at = this.#free.indexOf(worker)
    if (at >= 0) this.#free.splice(at, 1)
    this.#busy.get(worker)?.reject(reason)
    this.#busy.delete(worker)
    this.#next()
  }

  /** A thread that takes too long is ended with what it does; the others go on. */
  #expire(task: Task): void {
    const at = this.#waiting.indexOf(task)
    if (at >= 0) this.#waiting.splice(at, 1)
    for (const [worker, other] of this.#busy) {
      if (other !== task) continue
      this.#gone(worker, new HandoutError('deadline-exceeded'))
      void worker.terminate()
    }
    task.reject(new HandoutError('deadline-exceeded'))
  }
}
