// Bytes of a PDF in; what other programs see in it out: pixels, text, a check of its syntax.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Enough to see a shifted line, and quick. */
const DOTS_PER_INCH = '72'

/** Whether a program can be run; when not, one line says what is not tested. */
export function has(program: string): boolean {
  try {
    execFileSync(program, [program === 'qpdf' ? '--version' : '-v'], { stdio: 'ignore' })
    return true
  } catch {
    process.stderr.write(`${program} is not installed: tests that need it are skipped.\n`)
    return false
  }
}

/** All pages as pixels. */
export function pixels(pdf: Uint8Array): Buffer[] {
  return withFile(pdf, (file, folder) => {
    execFileSync('pdftoppm', ['-r', DOTS_PER_INCH, file, join(folder, 'page')])
    const pages = readdirSync(folder).filter((name) => name.endsWith('.ppm'))
    return pages.sort().map((name) => readFileSync(join(folder, name)))
  })
}

/** Text as `pdftotext` extracts it. */
export function extractText(pdf: Uint8Array, ...options: string[]): string {
  return withFile(pdf, (file) => execFileSync('pdftotext', [...options, file, '-'], { encoding: 'utf8' }))
}

/** What `qpdf --check` prints; it throws when qpdf finds errors or has warnings. */
export function checkSyntax(pdf: Uint8Array): string {
  return withFile(pdf, (file) => execFileSync('qpdf', ['--check', file], { encoding: 'utf8' }))
}

function withFile<T>(pdf: Uint8Array, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'handout-test-'))
  try {
    const file = join(folder, 'test.pdf')
    writeFileSync(file, pdf)
    return use(file, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
