// Measures -> bars against their limits, drawn in SVG; every number also stands there as text.
import { type Html, html, nothing } from './html.js'
import type { Measure } from './measures.js'

const width = 160
const height = 10

/** A table of measures: name, bar, number, limit. `all` shows those without a limit too, and the terms in words. */
export function barsOf(measures: readonly Measure[], caption: string, all = false): Html {
  const shown = all ? measures : measures.filter(({ limit }) => limit !== null)
  if (shown.length === 0) return html`<p class="quiet">No formula for this language: nothing is made up.</p>`
  return html`<div class="wide"><table class="bars"><caption class="hidden">${caption}</caption>
<thead class="hidden"><tr><th scope="col">Measure</th><td></td><th scope="col">Value</th><th scope="col">Limit</th>${all ? html`<th scope="col">With meanings of terms</th>` : nothing}</tr></thead>
<tbody>${shown.map((one) => row(one, all))}</tbody></table></div>`
}

function row(measure: Measure, all: boolean): Html {
  const { label, value, unit, limit, right, holds, withTerms } = measure
  const bound = limit === null ? '' : `${right === 'at-most' ? '≤' : '≥'} ${limit}${unit && ` ${unit}`}`
  const more = withTerms !== null && withTerms !== value ? `${withTerms} with meanings of terms` : ''
  return html`<tr class="${holds ? 'holds' : 'fails'}"><th scope="row">${label}</th><td class="chart">${bar(measure)}</td><td class="value">${value}${unit && ` ${unit}`}${holds ? nothing : html`<span class="hidden">, misses the limit</span>`}</td><td class="limit">${bound}</td>${all ? html`<td class="limit">${more}</td>` : nothing}</tr>
`
}

function bar({ value, withTerms, limit, scale }: Measure): Html {
  const x = (number: number) => Math.round((Math.min(Math.max(number, 0), scale) / scale) * width * 10) / 10
  const end = x(value)
  const further = withTerms === null ? end : x(withTerms)
  return html`<svg viewBox="0 0 ${width} ${height + 4}" width="${width}" height="${height + 4}" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" y="2" width="${width}" height="${height}" rx="2"/>${
    further > end ? html`<rect class="further" y="2" width="${further}" height="${height}" rx="2"/>` : nothing
  }<rect class="amount" y="2" width="${end}" height="${height}" rx="2"/>${
    limit === null
      ? nothing
      : ['halo', 'mark'].map(
          (name) => html`<line class="${name}" x1="${x(limit)}" x2="${x(limit)}" y1="0" y2="${height + 4}"/>`,
        )
  }</svg>`
}
