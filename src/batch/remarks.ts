// Remarks as they come up -> each told once.
import type { VFileMessage } from 'vfile-message'

/** Tells each remark once: the same fault of a template or notice comes up for every handout. */
export class Remarks {
  readonly told: VFileMessage[] = []
  readonly #keys = new Set<string>()

  constructor(readonly onTold: (messages: readonly VFileMessage[]) => void) {}

  tell(messages: readonly VFileMessage[]): void {
    const fresh = messages.filter((message) => {
      const key = `${message.file}:${message.line}:${message.column}:${message.reason}`
      const known = this.#keys.has(key)
      this.#keys.add(key)
      return !known
    })
    if (fresh.length === 0) return
    this.told.push(...fresh)
    this.onTold(fresh)
  }
}
