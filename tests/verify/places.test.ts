// A fault tells the page and the words next to it, so that its line in the source can be found.
import { PDFNull } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../src/verify/index.js'
import { type Good, goodHandout } from '../helpers/good-pdf.js'
import { mutate, name, type OpenPdf } from '../helpers/mutate-pdf.js'
import { showText } from '../helpers/pdf-objects.js'

let good: Good
beforeAll(async () => {
  good = await goodHandout()
})

async function faultOf(change: (pdf: OpenPdf) => void) {
  const [fault] = verify(await mutate(good.bytes, change), good.expectation).faults
  return fault
}

describe('a fault', () => {
  it('of a picture tells the words before it', async () => {
    const fault = await faultOf((pdf) => pdf.element('Figure').delete(name('Alt')))
    expect(fault).toMatchObject({
      rule: 'figure-alternative',
      page: 1,
      near: 'In Spanish: tome las dos medicinas con agua.',
    })
  })

  it('of a link tells the words of the link', async () => {
    const fault = await faultOf((pdf) => pdf.links[0]?.delete(name('Contents')))
    expect(fault).toMatchObject({ rule: 'link-contents', page: 1 })
    expect(fault?.near).toMatch(/^what to do on the days before an operation/)
  })

  it('of a cell tells the words of its row or its own', async () => {
    const fault = await faultOf((pdf) => pdf.addElement(pdf.element('TR', 1), 'TD'))
    expect(fault).toMatchObject({ rule: 'table-columns', page: 1, near: '50 kg 81 mg 25 mg' })
    expect(fault?.text).toBe('Row 2 of a table has 4 columns, the first has 3.')
  })

  it('of text that is not tagged tells that text', async () => {
    const fault = await faultOf((pdf) => pdf.append(showText(pdf, 'e')))
    expect(fault).toMatchObject({ rule: 'untagged-content', page: 1, near: 'e' })
  })

  it('of lost text tells the words of the page', async () => {
    const fault = await faultOf((pdf) => {
      const paragraph = pdf.element('P', -1)
      const slots = pdf.slots(pdf.pageOf(paragraph))
      for (const mark of pdf.marks(paragraph)) {
        pdf.editPage(pdf.pageOf(paragraph), (content) =>
          content.replace(new RegExp(`/\\w+ ?<<\\s*/MCID ${mark}\\s*>>\\s*BDC`), '/Artifact BMC'),
        )
        slots.set(mark, PDFNull)
      }
      paragraph.delete(name('K'))
    })
    expect(fault?.rule).toBe('text-differs')
    expect(fault?.near).toMatch(/Draft\. Not/)
  })

  it('is told twenty times at most of one rule', async () => {
    const bytes = await mutate(good.bytes, (pdf) => {
      for (let count = 0; count < 30; count++) pdf.addElement(pdf.element('L'), 'P')
      for (let count = 0; count < 30; count++) pdf.addElement(pdf.element('Document'), 'LI')
    })
    const rules = verify(bytes, good.expectation).faults.map(({ rule }) => rule)
    expect(rules.filter((rule) => rule === 'list-item-parent')).toHaveLength(20)
  })
})
