// Makes a checkout ready: installs what is missing, builds what is older than its source. Needs nothing but Node and npm.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const installStamp = path.join(root, 'node_modules', '.handout-ready')
const buildStamp = path.join(root, 'dist', '.ready')

const hash = (text) => createHash('sha256').update(text).digest('hex')
const read = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function run(program, { args = [], shell = false }) {
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', shell })
  if (status !== 0) process.exit(status ?? 1)
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(file) : [file]
  })
}

/** Whether npm's own record of node_modules agrees with the lock file; optional packages of other systems may be missing. */
function isInstalled() {
  try {
    const wanted = JSON.parse(read(path.join(root, 'package-lock.json'))).packages
    const there = JSON.parse(read(path.join(root, 'node_modules', '.package-lock.json'))).packages
    return Object.entries(wanted).every(([folder, { version, optional }]) => {
      if (folder === '' || (optional && !there[folder])) return true
      return there[folder]?.version === version && existsSync(path.join(root, folder))
    })
  } catch {
    return false
  }
}

const wantedInstall = hash(`${read(path.join(root, 'package-lock.json'))}${process.platform}${process.arch}`)
if (read(installStamp) !== wantedInstall) {
  if (!isInstalled()) {
    process.stderr.write('Installing what is missing …\n')
    // A shell finds npm's script on every system; no word of it comes from outside.
    run('npm ci --no-audit --no-fund --loglevel=error', { shell: true })
  }
  writeFileSync(installStamp, wantedInstall)
}

const sources = [...filesUnder(path.join(root, 'src')), path.join(root, '.ci', 'build.mjs')].sort()
const state = sources.map((file) => {
  const { size, mtimeMs } = statSync(file)
  return `${path.relative(root, file)} ${size} ${mtimeMs}`
})
const wantedBuild = hash(`${wantedInstall}\n${state.join('\n')}`)
if (read(buildStamp) !== wantedBuild) {
  process.stderr.write('Building …\n')
  run(process.execPath, { args: [path.join(root, '.ci', 'build.mjs')] })
  mkdirSync(path.dirname(buildStamp), { recursive: true })
  writeFileSync(buildStamp, wantedBuild)
}
