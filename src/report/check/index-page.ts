// All topics as judged -> the first page: what was found in each, and how much was decided.
import type { MessageRecord } from '../../model/message.js'
import type { TopicFacts, VariantFacts } from './facts.js'
import { findingsTable } from './findings.js'
import { type Html, html, nothing } from './html.js'
import { page, section } from './layout.js'

/**
 * The first page.
 *
 * @param others messages about files that are no usable topics
 */
export function indexPage(topics: readonly TopicFacts[], others: readonly MessageRecord[]): string {
  const count = (what: (topic: TopicFacts) => number) => topics.reduce((sum, topic) => sum + what(topic), 0)
  return page({
    title: 'Handout check',
    crumbs: [],
    lead: html`<ul class="facts"><li><strong>${topics.length}</strong> topics</li><li><strong>${count(({ variants }) => variants.length)}</strong> variants</li><li><strong>${count((topic) => having(topic.messages, 'error')) + having(others, 'error')}</strong> errors</li><li><strong>${count((topic) => having(topic.messages, 'warning')) + having(others, 'warning')}</strong> warnings</li><li><strong>${count(({ silenced }) => silenced.length)}</strong> silenced</li></ul>`,
    content: html`${section('topics', 'Topics', table(topics))}${
      others.length === 0
        ? nothing
        : section('others', 'Files that could not be judged', findingsWithFiles(others))
    }${section('how', 'How to read this', html`<p>Grades are measured for what each variant prints, not for the file. The tables after PEMAT and after the Clear Communication Index are <strong>informed</strong> by these instruments and are no scores of them: some items are measured, some are signed by people, and the rest stand as not assessed and are left out of every share.</p>`)}`,
  })
}

function table(topics: readonly TopicFacts[]): Html {
  const parts = topics[0]?.variants[0]?.instruments.flatMap(({ tallies, title }, index) =>
    tallies.map((tally) => ({
      index,
      part: tally.part,
      title: columnTitle(title, tally.title, tallies.length),
    })),
  )
  return html`<div class="wide"><table class="overview"><caption class="hidden">Topics</caption>
<thead><tr><th scope="col">Topic</th><th scope="col">Language</th><th scope="col" class="number-cell">Variants</th><th scope="col" class="number-cell">Errors</th><th scope="col" class="number-cell">Warnings</th><th scope="col" class="number-cell">Silenced</th>${parts?.map(({ title }) => html`<th scope="col" class="number-cell">${title}</th>`)}<th scope="col" class="number-cell">Not assessed</th></tr></thead>
<tbody>${topics.map((topic) => row(topic, parts ?? []))}</tbody></table></div>
<p class="quiet after">Shares are items that hold, of those decided: least to most over the variants of a topic. “Not assessed” counts items of all instruments over all variants.</p>`
}

/** “PEMAT-informed table” and a part of it -> the head of a column. */
function columnTitle(instrument: string, part: string, parts: number): string {
  const name = instrument.replace(/ table$/, '')
  return parts > 1 ? `${part}, ${name}` : name
}

function row(topic: TopicFacts, parts: readonly { index: number; part: string }[]): Html {
  const address = `${encodeURIComponent(topic.language)}/${encodeURIComponent(topic.topic)}/index.html`
  const open = topic.variants.reduce((sum, variant) => sum + notAssessed(variant), 0)
  return html`<tr><th scope="row"><a href="${address}" lang="${topic.language}" dir="auto">${topic.title}</a><span class="path">${topic.path}</span></th><td>${topic.language}</td><td class="number-cell">${topic.variants.length}</td><td class="number-cell">${having(topic.messages, 'error')}</td><td class="number-cell">${having(topic.messages, 'warning')}</td><td class="number-cell">${topic.silenced.length}</td>${parts.map(({ index, part }) => html`<td class="number-cell">${shares(topic, index, part)}</td>`)}<td class="number-cell">${open}</td></tr>
`
}

function shares({ variants }: TopicFacts, index: number, part: string): string {
  const all = variants.flatMap(({ instruments }) => {
    const tally = instruments[index]?.tallies.find((one) => one.part === part)
    return tally && tally.possible > 0 ? [Math.round((100 * tally.points) / tally.possible)] : []
  })
  if (all.length === 0) return '–'
  const [least, most] = [Math.min(...all), Math.max(...all)]
  return least === most ? `${least} %` : `${least}–${most} %`
}

function notAssessed({ instruments }: VariantFacts): number {
  return instruments.flatMap(({ tallies }) => tallies).reduce((sum, one) => sum + one.notAssessed, 0)
}

function findingsWithFiles(messages: readonly MessageRecord[]): Html {
  const files = [...new Set(messages.map(({ file }) => file))]
  return html`${files.map((file) => html`<h3><code>${file}</code></h3>${findingsTable(messages.filter((one) => one.file === file))}`)}`
}

function having(messages: readonly MessageRecord[], severity: MessageRecord['severity']): number {
  return messages.filter((one) => one.severity === severity).length
}
