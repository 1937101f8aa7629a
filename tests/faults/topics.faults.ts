// A broken topic, and one that the browser never finishes laying out, among many -> they fail alone, with a message; the rest is made.
import { describe, expect, it } from 'vitest'
import { topicId, topicSource } from '../bench/library.js'
import { counts } from './counts.js'
import { nothingWrong, Site, say } from './site.js'

const bad = topicId(1)
const badFile = `content/${bad}/en.md`

/** Columns within columns: each depth doubles the work of laying them out. */
const depth = 25
const columns = 'blockquote { columns: 2 }\n'
const nested = Array.from({ length: depth }, (_, level) => `${'> '.repeat(level + 1)}words\n`).join('')

async function withBadTopic(source: string, style = '') {
  const site = await Site.open(counts.fewTopics, 'deadline: 5\n')
  if (style !== '') await site.files.write({ 'templates/organizations/clinic/styles/50-own.css': style })
  const whole = await site.reference()
  await site.files.write({ [badFile]: source })
  const others = new Map([...whole].filter(([file]) => !file.includes(bad)))
  return { site, others, lost: whole.size - others.size }
}

describe(`one topic among ${counts.fewTopics}`, () => {
  it('that is broken fails alone', async () => {
    const { site, others, lost } = await withBadTopic(
      topicSource(1).replace(':::main-message', ':::mane-message'),
    )
    const { code, stderr, left } = await site.build()
    expect({ code, left }, stderr).toEqual({ code: 1, left: [] })
    expect((await site.manifest()).summary).toMatchObject({ made: others.size, failed: lost })
    expect(await site.wrong(others)).toEqual(nothingWrong)
    expect(stderr).toMatch(new RegExp(`${badFile}:\\d+:\\d+`))
    expect(stderr).toContain('main-message')
    say(`a broken topic: ${lost} failed with its place, ${others.size} made, 0 lost, 0 torn`)
  })

  it('that hangs layout fails alone', async () => {
    const { site, others, lost } = await withBadTopic(
      topicSource(1).replace('## ', `${nested}\n## `),
      columns,
    )
    const { code, stderr, left, seconds } = await site.build()
    expect({ code, left }, stderr).toEqual({ code: 1, left: [] })
    const { summary, handouts } = await site.manifest()
    expect(summary).toMatchObject({ made: others.size + lost - 1, failed: 1 })
    const failed = handouts.filter(({ status }) => status === 'failed').map(({ id }) => id)
    expect(failed).toEqual([`clinic/en/${bad}/easy/long/standard`])
    const made = await site.made()
    expect([...others].filter(([file, hash]) => made.get(file) !== hash)).toEqual([])
    expect(stderr).toContain('deadline-exceeded')
    expect(stderr).toContain(badFile)
    say(
      `a topic that hangs layout: 1 failed at its deadline, ${summary.made} made in ${seconds.toFixed(0)} s`,
    )
  })
})
