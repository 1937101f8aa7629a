// Arguments of the command -> one run of it in a process of its own, timed, with the memory it and its browser took.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { canMeter, treeUsage } from './meter.js'

const sampledEvery = 250

export interface Sample {
  /** Seconds since the start. */
  readonly at: number
  /** Megabytes. */
  readonly node: number
  readonly browser: number
}

export interface CommandRun {
  readonly code: number | null
  /** Whole process, in seconds. */
  readonly seconds: number
  readonly stderr: string
  /** Peaks in megabytes; 0 where they cannot be read. */
  readonly nodeMemory: number
  readonly browserMemory: number
  /** Seconds of processor time, of Node and of the browser, as last seen. */
  readonly nodeCpu: number
  readonly browserCpu: number
  readonly samples: readonly Sample[]
}

/** Runs `node dist/cli.js`. */
export function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandRun> {
  const started = performance.now()
  const program = path.resolve('dist', 'cli.js')
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, CI: '1', NO_COLOR: '1', ...env },
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const samples: Sample[] = []
  const cpu = { node: 0, browser: 0 }
  const sample = () => {
    if (!canMeter || child.pid === undefined) return
    const { own, below } = treeUsage(child.pid)
    if (own.memory === 0) return
    const megabyte = 1024 * 1024
    samples.push({
      at: (performance.now() - started) / 1000,
      node: Math.round(own.memory / megabyte),
      browser: Math.round(below.memory / megabyte),
    })
    cpu.node = Math.max(cpu.node, own.cpu)
    // A browser that was replaced has been waited for.
    cpu.browser = Math.max(cpu.browser, below.cpu + own.waitedFor)
  }
  const timer = setInterval(sample, sampledEvery)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(timer)
      resolve({
        code,
        seconds: (performance.now() - started) / 1000,
        stderr,
        nodeMemory: Math.max(0, ...samples.map((one) => one.node)),
        browserMemory: Math.max(0, ...samples.map((one) => one.browser)),
        nodeCpu: cpu.node,
        browserCpu: cpu.browser,
        samples,
      })
    })
  })
}
