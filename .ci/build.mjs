// src/ -> dist/: the command and the library, bundled so that they start fast, and the licences of what went in.
import { createHash } from 'node:crypto'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

/** What CommonJS packages expect, inside ES modules. */
const banner = [
  "import { createRequire as createRequireOf } from 'node:module'",
  "import { fileURLToPath as pathOf } from 'node:url'",
  'const require = createRequireOf(import.meta.url)',
  'const __filename = pathOf(import.meta.url)',
  "const __dirname = pathOf(new URL('.', import.meta.url))",
].join(';')

/** One hash of every source file and of the versions of all packages: the same checkout has the same one everywhere. */
async function hashOfSources() {
  const hash = createHash('sha256').update(await readFile('package-lock.json'))
  const entries = await readdir('src', { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  for (const file of files.sort())
    hash.update(`\n${file.split(path.sep).join('/')}\n`).update(await readFile(file))
  return hash.digest('hex').slice(0, 16)
}

/**
 * unist-util-visit-parents gives the function for each node a name, for the traces of errors; in pages of some thousand nodes
 * that takes a tenth of the time. The name is left out.
 */
const visitWithoutNames = {
  name: 'visit-without-names',
  setup({ onLoad }) {
    onLoad({ filter: /unist-util-visit-parents[/\\]lib[/\\]index\.js$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8')
      const contents = text.replace(/Object\.defineProperty\(visit, 'name', \{[\s\S]*?\}\)\n/, '')
      if (contents === text) throw new Error(`${file} is not as it was; look at visitWithoutNames again`)
      return { contents, loader: 'js' }
    })
  },
}

/**
 * @puppeteer/browsers loads what speaks to proxies, 1.2 MB, with every browser that is started; only a download needs it. It
 * goes into a file of its own.
 */
const proxyFile = 'proxy-agent.cjs'
const proxyWhenUsed = {
  name: 'proxy-when-used',
  setup({ onLoad }) {
    onLoad(
      { filter: /@puppeteer[/\\]browsers[/\\]lib[/\\]esm[/\\]httpUtil\.js$/ },
      async ({ path: file }) => {
        const text = await readFile(file, 'utf8')
        // Code of several entries lies in a folder below.
        const used =
          "import { createRequire as requireFrom } from 'node:module'\n" +
          'class ProxyAgent { constructor() { ' +
          `return new (requireFrom(import.meta.url)('../${proxyFile}').ProxyAgent)() } }\n`
        const contents = text.replace("import { ProxyAgent } from 'proxy-agent';", used)
        if (contents === text) throw new Error(`${file} is not as it was; look at proxyWhenUsed again`)
        return { contents, loader: 'js' }
      },
    )
  },
}

/**
 * puppeteer looks for settings of its own, which may be a program, in the folder it is started in and all above: those of the
 * people whose texts are printed, who are not trusted with the machine. `handout` has settings of its own.
 */
const settingsOfOurs = {
  name: 'settings-of-ours',
  setup({ onLoad }) {
    onLoad({ filter: /puppeteer[/\\]lib[/\\]esm[/\\]puppeteer[/\\]getConfiguration\.js$/ }, () => ({
      contents: 'export const getConfiguration = () => ({})',
      loader: 'js',
    }))
  },
}

// Built beside the old one and exchanged at the end, so that the command is never missing for long.
const fresh = `dist.${process.pid}.new`
const old = `dist.${process.pid}.old`

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
}

const { metafile } = await build({
  ...common,
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts', prover: 'src/batch/provers/thread.ts' },
  splitting: true,
  format: 'esm',
  outdir: fresh,
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: `${banner};` },
  // Its other form reads data files beside itself, which are not there in a bundle.
  alias: { 'css-tree': 'css-tree/dist/csstree.esm' },
  define: { HANDOUT_BUILD: JSON.stringify(await hashOfSources()) },
  plugins: [visitWithoutNames, proxyWhenUsed, settingsOfOurs],
})
const { metafile: proxyMetafile } = await build({
  ...common,
  stdin: {
    contents: "export { ProxyAgent } from 'proxy-agent'",
    resolveDir: 'node_modules/@puppeteer/browsers',
  },
  format: 'cjs',
  outfile: path.join(fresh, proxyFile),
})

// Also where one package has another in a folder of its own, or the folder lies elsewhere behind a link.
const packages = new Set(
  Object.keys({ ...metafile.inputs, ...proxyMetafile.inputs }).flatMap(
    (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? [],
  ),
)
const notices = await Promise.all(
  [...packages].map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
    const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one))
    const text = file ? await readFile(path.join(folder, file), 'utf8') : ''
    return `${name} ${version} (${typeof license === 'string' ? license : JSON.stringify(license)})\n\n${text.trim()}\n`
  }),
)
notices.sort()
await writeFile(path.join(fresh, 'THIRD-PARTY-LICENSES.txt'), notices.join(`\n${'-'.repeat(72)}\n\n`))
await rename('dist', old).catch(() => {})
// Where two builds end together, the first one stays.
await rename(fresh, 'dist').catch(() => rm(fresh, { recursive: true, force: true }))
await rm(old, { recursive: true, force: true })
