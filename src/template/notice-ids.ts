// The templates folder -> the ids of every notice there is.
import path from 'node:path'
import { namesIn } from './names-in.js'

/** Ids of the notices there are, in any language and of any organization. */
export async function noticeIds(templates: string): Promise<string[]> {
  const folders = [path.join(templates, 'notices')]
  for (const organization of await namesIn(path.join(templates, 'organizations')))
    folders.push(path.join(templates, 'organizations', organization, 'notices'))
  return [...new Set((await Promise.all(folders.map(namesIn))).flat())].sort()
}
