// A mistake of ours that one handout meets in, that handout failed and all others made out.
import { describe, expect, it } from 'vitest'
import { loadSettings } from '../../src/config/load.js'
import type { PrintedPdf, PrintJob } from '../../src/model/print.js'
import { Pool, type PrintOptions } from '../../src/pdf/pool.js'
import { buildLibrary, surroundings } from '../helpers/build.js'
import { library } from '../helpers/library.js'
import { topicText } from '../helpers/topic.js'

/** Breaks when it meets one title. */
class Breaking extends Pool {
  override async print(job: PrintJob, options?: PrintOptions): Promise<PrintedPdf> {
    if (job.html.includes('Breaking title')) throw new TypeError('nothing of nothing')
    return super.print(job, options)
  }
}

const { root } = await library({
  'content/feet/en.md': topicText(undefined, { title: 'Breaking title' }),
  'content/hands/en.md': topicText(),
})

async function builtWith(topics: readonly string[]) {
  const here = surroundings()
  const settings = await loadSettings({ root }, here)
  const pool = new Breaking({ surroundings: here, browser: settings.browser })
  const none = { topics, organizations: [], languages: [], levels: [], lengths: [], editions: [] }
  try {
    return await buildLibrary(
      { root },
      { pool, filters: { ...none, levels: ['easy'], lengths: ['short', 'medium'] } },
    )
  } finally {
    await pool.close()
  }
}

describe('a mistake of ours', () => {
  it('fails the handouts that meet it, and no other', async () => {
    const { records, messages } = await builtWith([])
    const states = records.map(({ topic, status }) => `${topic} ${status}`).sort()
    expect(states).toEqual(['feet failed', 'feet failed', 'hands made', 'hands made'])
    const told = messages.filter(({ ruleId }) => ruleId === 'internal')
    expect(told.map(({ file }) => file)).toEqual(['content/feet/en.md', 'content/feet/en.md'])
    for (const { reason } of told)
      expect(reason).toMatch(/^clinic\/en\/feet\/easy\/.* could not be made: .*nothing of nothing/)
  })
})
