// A folder under git -> the commit it is at, read without running git.
import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** The commit, or an empty string where there is none. */
export async function sourceCommit(root: string): Promise<string> {
  const read = (name: string) => readFile(path.join(root, '.git', name), 'utf8').catch(() => '')
  const head = (await read('HEAD')).trim()
  if (!head.startsWith('ref: ')) return head
  const ref = head.slice('ref: '.length)
  const loose = (await read(ref)).trim()
  if (loose !== '') return loose
  const line = (await read('packed-refs')).split('\n').find((one) => one.endsWith(` ${ref}`))
  return line?.split(' ')[0] ?? ''
}
