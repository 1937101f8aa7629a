// A run of the tool and a word that stands in its surroundings -> every process of that run, also those that lost their parent.
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const sampledEvery = 150
const askAgain = 50

export interface RunningProcess {
  readonly pid: number
  readonly parent: number
  readonly group: number
  /** When it was started, in ticks: tells it from a later one with the same number. */
  readonly started: string
  /** Its command line, words parted by spaces. */
  readonly command: string
}

/** Processes of one run: those with the word in their environment or command line, their groups, and all below them. */
export function processesOf(word: string): RunningProcess[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? read(Number(name), word) : []))
  const ours = new Set(all.filter((one) => one.marked).map((one) => one.pid))
  const groups = new Set(all.filter((one) => one.marked).map((one) => one.group))
  for (let before = -1; before < ours.size; ) {
    before = ours.size
    for (const one of all) if (ours.has(one.parent) || groups.has(one.group)) ours.add(one.pid)
  }
  return all.filter((one) => ours.has(one.pid))
}

function read(pid: number, word: string): (RunningProcess & { readonly marked: boolean })[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // Ended, and only waits for its parent to notice.
    if (fields[0] === 'Z' || fields[0] === 'X') return []
    const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ')
    const marked = command.includes(word) || readFileSync(`/proc/${pid}/environ`, 'latin1').includes(word)
    const [parent, group] = [Number(fields[1]), Number(fields[2])]
    return [{ pid, parent, group, started: fields[19] ?? '', command, marked }]
  } catch {
    return []
  }
}

/** The browser itself. */
export const isBrowser = ({ command }: RunningProcess): boolean =>
  command.includes('--remote-debugging-pipe') && !command.includes('--type=')

/** A process that lays out and draws pages. */
export const isRenderer = ({ command }: RunningProcess): boolean => command.includes('--type=renderer')

/** Remembers every process a run had, so that none is missed that was cut off from the others. */
export class ProcessWatch {
  readonly #word: string
  readonly #seen = new Map<string, RunningProcess>()
  readonly #timer: NodeJS.Timeout

  /** @param every milliseconds from one look to the next */
  constructor(word: string, every = sampledEvery) {
    this.#word = word
    this.#timer = setInterval(() => this.#look(), every)
  }

  /** Those still running after so many milliseconds at most; it does not wait longer than it must. */
  async left(milliseconds: number): Promise<RunningProcess[]> {
    clearInterval(this.#timer)
    const until = Date.now() + milliseconds
    for (;;) {
      const left = this.#running()
      if (left.length === 0 || Date.now() >= until) return left
      await wait(askAgain)
    }
  }

  #look(): void {
    for (const one of processesOf(this.#word)) this.#seen.set(`${one.pid} ${one.started}`, one)
  }

  #running(): RunningProcess[] {
    this.#look()
    return [...this.#seen.values()].filter((one) => read(one.pid, this.#word)[0]?.started === one.started)
  }
}

/** Sends a signal; whoever is gone already does not mind. */
export function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}
