// Events of a build -> one line about how far it is: done of all, rate, what is left, what failed.
import type { BuildEvent } from '../batch/build.js'
import type { Terminal } from './terminal.js'

/** The rate is that of the last so many milliseconds: it follows what is going on now. */
const window = 10_000

/** Follows one build. */
export class Progress {
  readonly #terminal: Terminal
  readonly #times: number[] = []
  #total = 0
  #work = 0
  #done = 0
  #worked = 0
  #failed = 0

  constructor(terminal: Terminal) {
    this.#terminal = terminal
  }

  tell(event: BuildEvent): void {
    if (event.type === 'planned') this.#total = event.total
    else if (event.type === 'work') this.#work = event.count
    else if (event.type === 'progress')
      this.#terminal.progress(`${event.what} … ${Math.round(event.share * 100)} %`)
    else if (event.type === 'done') {
      this.#done += 1
      if (event.record.status === 'failed') this.#failed += 1
      if (this.#work > 0) this.#count(performance.now())
      this.#terminal.progress(this.line(event.record.id))
    }
  }

  line(id: string): string {
    const percent = this.#total > 0 ? Math.floor((100 * this.#done) / this.#total) : 100
    const failed = this.#failed > 0 ? ` · ${this.#failed} failed` : ''
    return `${this.#done}/${this.#total} (${percent} %)${this.#pace()}${failed} · ${id}`
  }

  #count(now: number): void {
    this.#worked += 1
    this.#times.push(now)
    while ((this.#times[0] ?? now) < now - window) this.#times.shift()
  }

  /** Handouts a second, and how long the rest takes at that rate. */
  #pace(): string {
    const [first = 0] = this.#times
    const seconds = ((this.#times.at(-1) ?? 0) - first) / 1000
    if (this.#times.length < 5 || seconds <= 0) return ''
    const rate = (this.#times.length - 1) / seconds
    return ` · ${rate.toFixed(rate < 10 ? 1 : 0)}/s · ${inWords((this.#work - this.#worked) / rate)} left`
  }
}

function inWords(seconds: number): string {
  if (seconds < 1) return 'under 1 s'
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60
    ? `${minutes} min ${Math.floor(seconds % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
