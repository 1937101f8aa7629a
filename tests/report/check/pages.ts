// Files of a small library in, the pages of its check report out, as trees and as text.

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { check } from '../../../src/batch/check/check.js'
import { type Files, library, type TemporaryLibrary } from '../../helpers/library.js'
import { defaultSettings } from '../../helpers/settings.js'

/** The words in a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

export interface Report {
  readonly library: TemporaryLibrary
  readonly messages: Awaited<ReturnType<typeof check>>['messages']
  /** Reads a file of the report, such as `index.html`. */
  readonly text: (file: string) => Promise<string>
  readonly tree: (file: string) => Promise<Root>
}

export async function reportOf(files: Files): Promise<Report> {
  const made = await library(files)
  const settings = await defaultSettings(made.root)
  const none: string[] = []
  const { messages, reportPage } = await check(settings, {
    filters: {
      topics: none,
      organizations: none,
      languages: none,
      levels: none,
      lengths: none,
      editions: none,
    },
    today: '2026-11-22',
    report: true,
  })
  if (reportPage === undefined) throw new Error('a report was asked for')
  const folder = path.dirname(reportPage)
  const text = (file: string) => readFile(path.join(folder, file), 'utf8')
  return { library: made, messages, text, tree: async (file) => fromHtml(await text(file)) }
}
