// A TypeScript program of the checkout and its arguments -> its run: bundled into a scratch folder first, packages left outside.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const [entry = ''] = process.argv.splice(2, 1)
const folder = path.join(root, 'node_modules', '.cache', 'handout-press')
const outfile = path.join(folder, `${path.basename(path.dirname(entry))}-${path.basename(entry, '.ts')}.mjs`)
mkdirSync(folder, { recursive: true })
await build({
  entryPoints: [path.resolve(entry)],
  outfile,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
})
await import(pathToFileURL(outfile).href)
