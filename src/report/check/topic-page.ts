// A topic as judged -> its page: all variants side by side, findings, and the items of the instruments.
import { barsOf } from './charts.js'
import type { TopicFacts, VariantFacts } from './facts.js'
import { findingsTable, silencedTable } from './findings.js'
import { type Html, html, nothing } from './html.js'
import { legend, matrix } from './instrument-tables.js'
import { page, section } from './layout.js'

export function topicPage(topic: TopicFacts): string {
  const { variants, messages, silenced } = topic
  return page({
    title: topic.title,
    titleLanguage: topic.language,
    crumbs: [{ title: 'All topics', href: '../../index.html' }],
    lead: html`<ul class="facts"><li><strong>${topic.topic}</strong></li><li>${topic.language}</li><li>${variants.length} variants</li><li><code>${topic.path}</code></li></ul>`,
    content: html`${section('variants', 'Variants side by side', html`<p class="quiet">Bars end at the measure, the line stands at the limit. A paler end adds the bracketed meanings of terms.</p>`, cards(variants))}${section('findings', `Findings (${messages.length})`, findingsTable(messages))}${
      silenced.length === 0
        ? nothing
        : section('silenced', `Silenced (${silenced.length})`, silencedTable(silenced))
    }${instrumentSections(variants)}`,
  })
}

/** A row for each level, a column for each length. */
function cards(variants: readonly VariantFacts[]): Html {
  const columns = new Set(variants.map(({ length }) => length)).size
  return html`<div class="cards" style="--columns:${columns}">${variants.map(card)}</div>`
}

function card(variant: VariantFacts): Html {
  const { name, words, minutes, pages, messages } = variant
  const found = messages.length === 0 ? 'nothing found' : `${messages.length} found`
  return html`<article class="card"><h3><a href="${pageOf(variant)}">${name}</a></h3>
<ul class="facts"><li>${words} words</li><li>about ${minutes} min</li>${pages === null ? nothing : html`<li>${pages} ${pages === 1 ? 'page' : 'pages'}</li>`}<li>${found}</li></ul>
${barsOf(variant.measures, `Measures of ${name}`)}</article>
`
}

function instrumentSections(variants: readonly VariantFacts[]): Html {
  const [first] = variants
  if (!first) return nothing
  return html`${first.instruments.map(({ id, title, origin }, index) => section(id, title, html`<p>${origin}</p>`, legend, matrix(variants, index, pageOf)))}`
}

/** Address of the page of a variant, from that of its topic. */
function pageOf({ key }: VariantFacts): string {
  return `${encodeURIComponent(key)}.html`
}
