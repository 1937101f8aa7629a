// The content folder -> the files of every topic in every language; none of them is read.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { HandoutError } from '../model/error.js'
import type { TopicFile } from './read-topic.js'

const languageFile = /^([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.md$/

/**
 * Finds the topics: folders under `content/` that hold `<language>.md`.
 *
 * @throws HandoutError `folder-unreadable`
 */
export async function findTopics(folder: string): Promise<TopicFile[]> {
  const topics: TopicFile[] = []
  for (const entry of await entriesOf(folder)) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue
    for (const file of await entriesOf(path.join(folder, entry.name))) {
      const language = languageFile.exec(file.name)?.[1]
      if (language && file.isFile())
        topics.push({ id: entry.name, language, file: path.join(folder, entry.name, file.name) })
    }
  }
  return topics.sort((a, b) => (a.id + a.language < b.id + b.language ? -1 : 1))
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (cause) {
    throw new HandoutError('folder-unreadable', `The folder ${folder} cannot be read.`, { cause })
  }
}
