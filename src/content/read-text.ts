// A Markdown file -> its text, or the fault that it cannot be read.
import { readFile } from 'node:fs/promises'
import type { VFileMessage } from 'vfile-message'
import { fault } from '../model/message.js'

/** A topic of more than this is no handout. */
const maxBytes = 1024 * 1024

/** Reads UTF-8 text. */
export async function readText(file: string, shown: string): Promise<string | VFileMessage> {
  const start = { line: 1, column: 1 }
  try {
    const bytes = await readFile(file)
    if (bytes.length > maxBytes)
      return fault({
        rule: 'file-too-large',
        reason: 'The file is over 1 MB.',
        hint: 'Split the topic.',
        place: start,
        file: shown,
      })
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    const notText = cause instanceof TypeError
    return fault({
      rule: notText ? 'file-not-text' : 'file-unreadable',
      reason: notText ? 'The file is not UTF-8 text.' : 'The file cannot be read.',
      hint: notText ? 'Save it as UTF-8.' : 'Check that you may read it.',
      place: start,
      file: shown,
    })
  }
}
