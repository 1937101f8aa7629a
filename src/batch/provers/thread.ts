// A thread of its own: printed PDFs come in by message, finished and verified ones go back.
import { parentPort } from 'node:worker_threads'
import { type Proof, type ProofInput, proof } from '../../pipeline/proof.js'

/** What a thread is asked. */
export interface Request {
  readonly number: number
  readonly input: ProofInput
}

/** What it answers. */
export type Answer =
  | { readonly number: number; readonly proof: Proof }
  | { readonly number: number; readonly problem: string }

parentPort?.on('message', async ({ number, input }: Request) => {
  try {
    const done = await proof(input)
    const bytes = ownBytes(done.bytes)
    const answer: Answer = { number, proof: { ...done, bytes } }
    parentPort?.postMessage(answer, [bytes.buffer])
  } catch (cause) {
    const answer: Answer = {
      number,
      problem: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    }
    parentPort?.postMessage(answer)
  }
})

/** Bytes that fill their buffer, so that it can be handed over instead of copied. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.length
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes)
}
