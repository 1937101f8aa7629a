// The template tag of the pages: what is escaped, what is left, what stands for nothing.
import { describe, expect, it } from 'vitest'
import { Html, html } from '../../../src/report/check/html.js'
import { dangerous, hostile } from '../messages.js'

describe('html', () => {
  it('escapes texts, for content and for attributes', () => {
    expect(html`<p title="${'"a" & \'b\''}">${'<i>1 < 2</i>'}</p>`.text).toBe(
      '<p title="&quot;a&quot; &amp; &#39;b&#39;">&lt;i&gt;1 &lt; 2&lt;/i&gt;</p>',
    )
  })

  it('keeps HTML, joins lists, prints numbers, and nothing for nothing', () => {
    const items = ['a', 'b'].map((one) => html`<li>${one}</li>`)
    expect(html`<ul>${items}${0}${null}${undefined}${false}${new Html('<hr>')}</ul>`.text).toBe(
      '<ul><li>a</li><li>b</li>0<hr></ul>',
    )
  })

  it('keeps no control characters and no turned text', () => {
    expect(html`${hostile}`.text).not.toMatch(dangerous)
  })
})
