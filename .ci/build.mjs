// src/ -> dist/: the command and the library, bundled so that they start fast.
import { rm } from 'node:fs/promises'
import { build } from 'esbuild'

/** What CommonJS packages expect, inside ES modules. */
const banner = [
  "import { createRequire as createRequireOf } from 'node:module'",
  "import { fileURLToPath as pathOf } from 'node:url'",
  'const require = createRequireOf(import.meta.url)',
  'const __filename = pathOf(import.meta.url)',
  "const __dirname = pathOf(new URL('.', import.meta.url))",
].join(';')

await rm('dist', { recursive: true, force: true })
await build({
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: `${banner};` },
  minifySyntax: true,
  logLevel: 'warning',
})
