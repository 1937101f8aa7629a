// An object of files in, a temporary root with content and templates out; it is gone when the test file has run.
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

/** The repository itself. */
export const repository = fileURLToPath(new URL('../../', import.meta.url))

/** By path relative to the root; `undefined` takes a file away that would be there. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>

export interface TemporaryLibrary {
  /** Absolute path. */
  readonly root: string
  /** Absolute path of a file under the root. */
  readonly path: (file: string) => string
  readonly read: (file: string) => Promise<string>
  readonly write: (files: Files) => Promise<void>
}

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** An empty folder that is gone when the test file has run. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'handout-test-')))
  folders.push(folder)
  return folder
}

/** A small organization named `clinic`. */
export const clinic = `name: Testing Clinic
languages: [en]
notices: [general]
`

/** A picture that can be printed. */
export const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><path d="M0 0h40v20H0z"/></svg>\n'

/** The repository's templates without its organizations, the organization `clinic`, and the files given. */
export async function library(files: Files = {}): Promise<TemporaryLibrary> {
  const root = await temporaryFolder()
  const at = (file: string) => path.join(root, ...file.split('/'))
  const write = async (more: Files) => {
    for (const [file, content] of Object.entries(more)) {
      if (content === undefined) {
        await rm(at(file), { recursive: true, force: true })
        continue
      }
      await mkdir(path.dirname(at(file)), { recursive: true })
      await writeFile(at(file), content)
    }
  }
  const organizations = path.join(repository, 'templates', 'organizations')
  await cp(path.join(repository, 'templates'), path.join(root, 'templates'), {
    recursive: true,
    filter: (source) => source !== organizations,
  })
  await mkdir(path.join(root, 'content'))
  await write({ 'templates/organizations/clinic/organization.yaml': clinic, ...files })
  return { root, path: at, read: (file) => readFile(at(file), 'utf8'), write }
}
