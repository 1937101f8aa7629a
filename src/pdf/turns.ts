// Those who wait for a page -> their turn, first come first served; or a turn with nobody else at work.

interface Waiting {
  readonly alone: boolean
  readonly start: () => void
}

/** Gives out at most `most` turns at a time. A turn alone waits until all others have ended, and lets nobody past. */
export class Turns {
  readonly #most: number
  readonly #waiting: Waiting[] = []
  #taken = 0
  #alone = false

  constructor(most: number) {
    this.#most = most
  }

  /** Waits for a turn; the function returned ends it. */
  async take(alone: boolean): Promise<() => void> {
    await new Promise<void>((resolve) => {
      this.#waiting.push({ alone, start: resolve })
      this.#next()
    })
    return () => {
      this.#taken -= 1
      this.#alone = false
      this.#next()
    }
  }

  #next(): void {
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      const free = first.alone ? this.#taken === 0 : this.#taken < this.#most && !this.#alone
      if (!free) return
      this.#waiting.shift()
      this.#taken += 1
      this.#alone = first.alone
      first.start()
    }
  }
}
