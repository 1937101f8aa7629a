// A Markdown file -> its text, or the fault that it cannot or should not be read.
import { readFile } from 'node:fs/promises'
import type { VFileMessage } from 'vfile-message'
import { fault } from '../model/message.js'
import { guard } from './guard.js'

/** A topic of more than this is no handout: a long one with three levels has 30 KB. */
const maxBytes = 256 * 1024

/** Reads UTF-8 text that a parser can be given. */
export async function readText(file: string, shown: string): Promise<string | VFileMessage> {
  const start = { line: 1, column: 1 }
  try {
    const bytes = await readFile(file)
    if (bytes.length > maxBytes)
      return fault({
        rule: 'file-too-large',
        reason: 'The file is over 256 KB.',
        hint: 'Split the topic.',
        place: start,
        file: shown,
      })
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return guard(text, shown) ?? text
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
