// A variant as judged -> its page: measures, words with what costs most, remarks, the items with their evidence.
import type { VariantText } from '../../lint/rule.js'
import { barsOf } from './charts.js'
import type { InstrumentFacts, TopicFacts, VariantFacts } from './facts.js'
import { findingsTable } from './findings.js'
import { type Html, html, nothing } from './html.js'
import { itemList, legend, tallyLines } from './instrument-tables.js'
import { page, section } from './layout.js'
import { markedText } from './marked-text.js'

/** The page of one variant; it stands beside that of its topic. */
export function variantPage(topic: TopicFacts, variant: VariantFacts, text: VariantText): string {
  const { words, sentences, minutes, pages, messages } = variant
  return page({
    title: variant.title,
    titleLanguage: topic.language,
    crumbs: [
      { title: 'All topics', href: '../../index.html' },
      { title: topic.title, href: 'index.html' },
    ],
    lead: html`<ul class="facts"><li><strong>${variant.name}</strong></li><li>${topic.language}</li><li>${words} words</li><li>${sentences} sentences</li><li>about ${minutes} min</li>${pages === null ? nothing : html`<li>${pages} ${pages === 1 ? 'page' : 'pages'}</li>`}<li><code>${topic.path}</code></li></ul>`,
    content: html`${section('measures', 'Measures', barsOf(variant.measures, `Measures of ${variant.name}`, true), html`<p class="quiet">Headings, list items, table cells and labels count as sentences. Word list, sources and notices do not count. The bracketed meanings of terms are left out where a limit applies.</p>`)}${section('costly', 'Sentences that cost most', costlyList(variant))}${section('words', 'The words', html`<p class="quiet">The numbers are lines of the source. Marked: the sentences that cost most.</p>`, markedText(text, variant.costliest, messages))}${section('findings', 'Findings', findingsTable(messages))}${variant.instruments.map((one) => section(one.id, one.title, html`<p>${one.origin}</p>`, tallyLines(one), legend, itemList(one)))}${section('sign', 'To sign', toSign(topic, variant))}${section('handouts', 'Handouts with these words', handoutList(variant))}`,
  })
}

/** From the page of a variant to the output folder. */
const toOutput = '../../../'

function handoutList({ handouts }: VariantFacts): Html {
  const link = (pdf: string) => toOutput + pdf.split('/').map(encodeURIComponent).join('/')
  return html`<ul class="handouts">${handouts.map(({ id, pdf }) => html`<li>${pdf === null ? html`${id} <span class="quiet">(not built)</span>` : html`<a href="${link(pdf)}">${id}</a>`}</li>`)}</ul>`
}

function costlyList({ costliest }: VariantFacts): Html {
  if (costliest.length === 0) return html`<p>None stands out.</p>`
  return html`<ol class="costly">${costliest.map(({ line, column, words, text, cost }) => html`<li>${text} <span class="quiet">Line ${line}:${column}, ${words} words.${cost === null ? '' : ` Without it the text would be ${cost.toFixed(2)} grades easier.`}</span></li>`)}</ol>`
}

/** A record to copy, with the items that are left to a person. */
function toSign(topic: TopicFacts, variant: VariantFacts): Html {
  return html`<p>A person who did not write the text answers the items that are left open, and keeps the record in the folder <code>reviews/</code> beside the topic. It holds for these words alone: when they change, it has to be signed again.</p>${variant.instruments.map((one) => html`<pre>${recordText(topic, variant, one)}</pre>`)}`
}

function recordText(
  { language }: TopicFacts,
  { level, length, text }: VariantFacts,
  one: InstrumentFacts,
): string {
  const open = one.items.filter(({ by, answer }) => by !== 'machine' && answer !== 'not-applicable')
  const choice = (mayNotApply: boolean) =>
    mayNotApply ? 'agree | disagree | not-applicable' : 'agree | disagree'
  return [
    `instrument: ${one.id}`,
    `language: ${language}`,
    `level: ${level}`,
    `length: ${length}`,
    `text: ${text}`,
    'by: ',
    'on: ',
    'items:',
    ...open.map(({ number, says, mayNotApply }) => `  ${number}: # ${choice(mayNotApply)}: ${says}`),
  ].join('\n')
}
