// Items of an instrument as judged -> tables: all variants of a topic side by side, or one variant with its evidence.
import type { InstrumentFacts, ItemFacts, TallyFacts, VariantFacts } from './facts.js'
import { type Html, html, nothing } from './html.js'

const answers = {
  agree: { sign: '✓', words: 'holds' },
  disagree: { sign: '✗', words: 'does not hold' },
  'not-applicable': { sign: '–', words: 'does not apply' },
  'not-assessed': { sign: '?', words: 'not assessed' },
} as const satisfies Record<ItemFacts['answer'], { sign: string; words: string }>

/** What the signs mean. */
export const legend: Html = html`<p class="legend">${(
  ['agree', 'disagree', 'not-applicable', 'not-assessed'] as const
).map(
  (key) =>
    html`<span><span class="sign ${key}" aria-hidden="true">${answers[key].sign}</span> ${answers[key].words}</span> `,
)}<span><span class="sign agree signed" aria-hidden="true">✓</span> framed: signed by a person</span></p>`

/** Rows are items, columns are variants; what is not assessed and what does not apply is counted below, and in no share. */
export function matrix(
  variants: readonly VariantFacts[],
  index: number,
  link: (one: VariantFacts) => string,
): Html {
  const instrument = variants[0]?.instruments[index]
  if (!instrument) return nothing
  const columns = variants.flatMap((variant) => variant.instruments[index] ?? [])
  const levels = [...new Set(variants.map(({ level }) => level))]
  const spans = levels.map((level) => ({
    level,
    width: variants.filter((one) => one.level === level).length,
  }))
  const groups = instrument.tallies.map((tally) => {
    const items = instrument.items.filter(({ part }) => part === tally.part)
    return html`<tbody><tr class="part"><th colspan="2" scope="rowgroup">${tally.title}</th>${columns.map(() => html`<td></td>`)}</tr>
${items.map((item) => itemRow(item, columns))}${footOf(tally.part, columns)}</tbody>
`
  })
  return html`<div class="wide"><table class="matrix"><caption class="hidden">${instrument.title}, by variant</caption>
<thead><tr><td colspan="2" rowspan="2"></td>${spans.map(({ level, width }) => html`<th scope="colgroup" colspan="${width}">${level}</th>`)}</tr>
<tr>${variants.map((one) => html`<th scope="col"><a href="${link(one)}">${one.name.slice(one.level.length).trim() || one.level}</a></th>`)}</tr></thead>
${groups}</table></div>`
}

function itemRow(item: ItemFacts, columns: readonly InstrumentFacts[]): Html {
  const cells = columns.map(({ items }) => {
    const own = items.find(({ number }) => number === item.number)
    return html`<td>${own ? sign(own) : nothing}</td>`
  })
  return html`<tr><td class="item-number">${item.number}</td><th scope="row">${item.says}</th>${cells}</tr>
`
}

function footOf(part: string, columns: readonly InstrumentFacts[]): Html {
  const tallies = columns.map(({ tallies }) => tallies.find((one) => one.part === part))
  const line = (title: string, value: (tally: TallyFacts) => string | number) =>
    html`<tr class="foot"><th colspan="2" scope="row">${title}</th>${tallies.map((one) => html`<td>${one ? value(one) : ''}</td>`)}</tr>
`
  return html`${line('Hold, of those decided', ({ points, possible }) => `${points}/${possible}`)}${line('Not assessed', ({ notAssessed }) => notAssessed)}${line('Do not apply', ({ notApplicable }) => notApplicable)}`
}

function sign({ answer, from, disputed }: ItemFacts): Html {
  const { sign: mark, words } = answers[answer]
  const signed = from === 'person'
  const more = disputed ? ', two people differ' : signed ? ', signed' : ''
  return html`<span class="sign ${answer}${signed ? ' signed' : ''}" title="${words}${more}"><span aria-hidden="true">${disputed ? '≠' : mark}</span><span class="hidden">${words}${more}</span></span>`
}

/** One variant: every item with what was measured and what was signed. */
export function itemList(instrument: InstrumentFacts): Html {
  let group = ''
  const rows = instrument.items.map((item) => {
    const head =
      item.group === group
        ? nothing
        : html`<tr class="part"><th colspan="4" scope="rowgroup">${item.group}</th></tr>
`
    group = item.group
    return html`${head}<tr><td class="item-number">${item.number}</td><th scope="row">${item.says}</th><td>${sign(item)}</td><td class="evidence">${evidence(item)}</td></tr>
`
  })
  return html`<table class="items"><caption class="hidden">${instrument.title}: items, answers and evidence</caption>
<thead><tr><td></td><th scope="col">It should hold that</th><th scope="col">Answer</th><th scope="col">Evidence</th></tr></thead>
<tbody>${rows}</tbody></table>`
}

function evidence(item: ItemFacts): Html {
  const nobody = item.answer === 'not-assessed' && !item.disputed
  return html`${item.evidence === '' ? nothing : html`<span>${item.evidence}</span>`}${item.signed.map(
    ({ by, on, answer, because }) =>
      html`<span class="signature">${by}, ${on}: ${answers[answer].words}${because === '' ? '' : ` – ${because}`}</span>`,
  )}${item.disputed ? html`<span class="open">Two people differ: not counted until they agree.</span>` : nothing}${nobody ? html`<span class="open">For a person to judge.</span>` : nothing}`
}

/** Counts in words: what is decided, and how much is not. */
export function tallyLines(instrument: InstrumentFacts): Html {
  return html`<ul class="tallies">${instrument.tallies.map((tally) => html`<li>${tallyLine(tally, instrument.tallies.length > 1)}</li>`)}</ul>`
}

function tallyLine(
  { title, points, possible, notAssessed, notApplicable, pass }: TallyFacts,
  named: boolean,
): Html {
  const share = possible === 0 ? '' : ` (${Math.round((100 * points) / possible)} %)`
  const total = points + (possible - points) + notAssessed + notApplicable
  return html`${named ? html`<strong>${title}:</strong> ` : nothing}${points} of ${possible} decided items hold${share}. Not assessed: <strong>${notAssessed}</strong> of ${total}; do not apply: ${notApplicable}. Neither counts. A full judgement by people is asked to reach ${Math.round(pass * 100)} %.`
}
