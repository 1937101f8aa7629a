// A process -> the memory and time its tree takes, read from /proc; nothing on other systems.
import { readdirSync, readFileSync } from 'node:fs'

/** Ticks of a second in /proc, the same on every Linux. */
const ticks = 100

export interface Usage {
  /** Proportional share of memory, in bytes: shared pages are split among those who share them. */
  readonly memory: number
  /** Seconds of processor time of this process. */
  readonly cpu: number
  /** The same of those it has started and waited for. */
  readonly waitedFor: number
}

export interface TreeUsage {
  /** The process itself. */
  readonly own: Usage
  /** The processes below it. */
  readonly below: Usage
}

export const canMeter = process.platform === 'linux'

/** Usage of a process and of its descendants. */
export function treeUsage(pid: number): TreeUsage {
  const below = descendants(pid).map(usage)
  return {
    own: usage(pid),
    below: {
      memory: below.reduce((sum, one) => sum + one.memory, 0),
      cpu: below.reduce((sum, one) => sum + one.cpu + one.waitedFor, 0),
      waitedFor: 0,
    },
  }
}

/** Ids of all processes below one. */
export function descendants(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const fields = statFields(Number(name))
    const parent = Number(fields[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const all: number[] = []
  const walk = (one: number) => {
    for (const child of children.get(one) ?? []) {
      all.push(child)
      walk(child)
    }
  }
  walk(pid)
  return all
}

function usage(pid: number): Usage {
  const fields = statFields(pid)
  const seconds = (at: number) => (Number(fields[at] ?? 0) + Number(fields[at + 1] ?? 0)) / ticks
  return { memory: proportionalMemory(pid), cpu: seconds(11), waitedFor: seconds(13) }
}

/** Fields of /proc/pid/stat behind the name, which may hold anything. */
function statFields(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

function proportionalMemory(pid: number): number {
  try {
    const line = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))
    return Number(line?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
