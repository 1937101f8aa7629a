// Content streams written by hand: what becomes an artifact, what is heard, where lines end, and how edits are put in.
import { PDFContext, type PDFRef } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HandoutError } from '../../../src/model/error.js'
import { splice } from '../../../src/pdf/finish/content/apply.js'
import type { Content } from '../../../src/pdf/finish/content/mark.js'
import { readContents } from '../../../src/pdf/finish/content/read.js'
import { cutEdges, matchEdges } from '../../../src/pdf/finish/edges.js'

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** A file of one page; `forms` are drawn by the names F0, F1 … */
function read(source: string, ...forms: string[]): Content {
  const context = PDFContext.create()
  const map = context.register(
    context.stream(
      '3 beginbfchar <0001> <0020> <0002> <05D0> <0003> <05D1> endbfchar 1 beginbfrange <0041> <007A> <0041> endbfrange',
    ),
  )
  const font = { Type: 'Font', Subtype: 'Type0', ToUnicode: map, DescendantFonts: [{ DW: 500 }] }
  const refs: Record<string, PDFRef> = {}
  const resources = context.obj({ Font: { A: font }, XObject: {} })
  for (const [index, form] of forms.entries()) {
    refs[`F${index}`] = context.register(
      context.stream(form, {
        Subtype: 'Form',
        BBox: [0, 0, 10, 10],
        Matrix: [1, 0, 0, 1, 100, 0],
        Resources: resources,
      }),
    )
  }
  refs.Im = context.register(context.stream('', { Subtype: 'Image' }))
  const page = context.obj({
    Type: 'Page',
    Contents: context.register(context.stream(source)),
    Resources: { Font: { A: font }, XObject: refs },
  })
  const [content] = readContents(context, [{ ref: context.register(page), dict: page }], new Map())
  if (!content) throw new Error('no content')
  return content
}

/** The runs of loose paint, as they are written. */
function loose(content: Content, source: string): string[] {
  const runs: string[] = []
  for (let at = 0; at < content.loose.length; at += 2)
    runs.push(source.slice(content.loose[at], content.loose[at + 1]))
  return runs
}

describe('paint outside of marks', () => {
  it.each([
    ['a path from its first point', 'q 1 0 0 1 5 5 cm 0 0 m 5 5 l S Q', ['0 0 m 5 5 l S']],
    [
      'units up to the next q, with state between',
      '1 0 0 rg 0 0 5 5 re f 0 1 0 rg 9 9 5 5 re f q Q',
      ['0 0 5 5 re f 0 1 0 rg 9 9 5 5 re f'],
    ],
    ['never across Q', 'q 0 0 1 1 re f Q 2 2 1 1 re f', ['0 0 1 1 re f', '2 2 1 1 re f']],
    [
      'whole text objects',
      'BT /A 9 Tf /Span <</ActualText (x)>> BDC <0041> Tj EMC ET',
      ['BT /A 9 Tf /Span <</ActualText (x)>> BDC <0041> Tj EMC ET'],
    ],
    [
      'images, shadings, inline images',
      '/Im Do q /S sh Q BI /W 1 ID x EI',
      ['/Im Do', '/S sh', 'BI /W 1 ID x EI'],
    ],
    ['no clips', 'q 0 0 5 5 re W n Q', []],
    [
      'nothing in marks and artifacts',
      '/P <</MCID 0>> BDC 0 0 1 1 re f EMC /Artifact BMC 0 0 1 1 re f EMC',
      [],
    ],
    ['paint in other marked content', '/OC /x BDC 0 0 1 1 re f EMC', ['0 0 1 1 re f']],
  ])('is found: %s', (_, source, runs) => {
    expect(loose(read(source), source)).toEqual(runs)
  })

  it('is a form as a whole, unless the form holds marks', () => {
    expect(loose(read('/F0 Do', '0 0 1 1 re f'), '/F0 Do')).toEqual(['/F0 Do'])
    const inner = '/P <</MCID 0>> BDC BT /A 9 Tf <0041> Tj ET EMC 1 1 2 2 re f'
    const content = read('/F0 Do', inner)
    expect(loose(content, '/F0 Do')).toEqual([])
    const [form] = content.forms
    expect(form && loose(form, inner)).toEqual(['1 1 2 2 re f'])
    expect(form?.marks.get(0)?.text).toBe('A')
  })

  it('counts how often a form with marks is drawn, and keeps it once', () => {
    const content = read('/F0 Do /F0 Do', '/P <</MCID 0>> BDC EMC')
    expect(content.forms.map(({ draws }) => draws)).toEqual([2])
  })

  it.each([
    '/P <</MCID 0>> BDC',
    'EMC',
    'BT /P <</MCID 0>> BDC ET EMC',
    'BT /Span <</ActualText (x)>> BDC ET EMC',
  ])('is not guessed at when marks are not balanced: %s', (source) => {
    expect(() => read(source)).toThrow(HandoutError)
  })
})

describe('marks', () => {
  const markOf = (source: string, ...forms: string[]) => {
    const mark = read(`/P <</MCID 4>> BDC ${source} EMC`, ...forms).marks.get(4)
    if (!mark) throw new Error('no mark')
    return mark
  }

  it('say what fonts and ActualText say, in reading order', () => {
    expect(markOf('BT /A 9 Tf <00420043> Tj [(\0D) 20 <0045>] TJ ET').text).toBe('BCDE')
    expect(
      markOf('BT /A 9 Tf /Span <</ActualText <FEFF00660069>>> BDC <0041> Tj EMC <0042> Tj ET').text,
    ).toBe('fiB')
    expect(
      markOf(
        'BT /A 9 Tf /ReversedChars BMC <0002> Tj /Span <</ActualText (xy)>> BDC <0041> Tj EMC <0003> Tj EMC ET',
      ).text,
    ).toBe('\u05d1xy\u05d0')
    expect(markOf('/F0 Do', 'BT /A 9 Tf <0041> Tj ET').text).toBe('A')
  })

  it('know where their lines end and stand', () => {
    const source = 'BT /A 10 Tf 1 0 0 1 50 700 Tm <00410042> Tj ET BT /A 10 Tf 1 0 0 1 50 686 Tm <0043> Tj ET'
    const mark = markOf(source)
    const whole = `/P <</MCID 4>> BDC ${source} EMC`
    expect(mark.lines.map(({ at, length }) => [whole.slice(0, at).split(' ').at(-1), length])).toEqual([
      ['Tj', 2],
      ['Tj', 3],
    ])
    expect(mark.first).toEqual({ baseline: 700, left: 50, right: 60 })
    expect(mark.last).toEqual({ baseline: 686, left: 50, right: 55 })
  })

  it('end a line behind the scope of its last glyph, and take raised glyphs for the same line', () => {
    const source =
      'BT /A 10 Tf 1 0 0 1 0 50 Tm <0041> Tj 0 3 Td <0042> Tj /Span <</ActualText (x)>> BDC <0043> Tj EMC ET'
    const [line, ...more] = markOf(source).lines
    expect(more).toEqual([])
    expect(`/P <</MCID 4>> BDC ${source}`.slice(0, line?.at)).toMatch(/EMC$/)
  })

  it('have boxes when they are figures: what is painted, not what clips', () => {
    const figure = (source: string, ...forms: string[]) =>
      read(`.5 0 0 .5 10 20 cm /Figure <</MCID 0>> BDC ${source} EMC`, ...forms).marks.get(0)?.box
    expect(figure('0 0 900 900 re W n 10 10 m 30 50 l S')).toMatchObject({
      left: 15,
      bottom: 25,
      right: 25,
      top: 45,
    })
    expect(figure('/Im Do')).toMatchObject({ left: 10, bottom: 20, right: 10.5, top: 20.5 })
    expect(figure('/F0 Do', '0 0 1 1 re f')).toMatchObject({ left: 60, bottom: 20, right: 65, top: 25 })
  })

  it('say nothing where an ActualText has no glyph to stand for', () => {
    const source =
      '/P <</MCID 0>> BDC BT /A 9 Tf /Span <</ActualText (x)>> BDC 1 0 0 1 0 9 Tm EMC <0041> Tj ET EMC'
    const content = read(source)
    expect(content.marks.get(0)?.text).toBe('A')
    expect(text(splice(content.bytes, content.edits))).toBe(
      '/P <</MCID 0>> BDC BT /A 9 Tf  1 0 0 1 0 9 Tm  <0041> Tj ET EMC',
    )
    expect(read('/P <</MCID 0>> BDC BT /Span <</ActualText (x)>> BDC EMC ET EMC').marks.get(0)?.paints).toBe(
      0,
    )
  })

  it('remember glyph 0', () => {
    expect(read('/P <</MCID 0>> BDC BT /A 9 Tf <004100000042> Tj ET EMC').missing).toMatchObject([{ at: 1 }])
  })
})

describe('lines that show on two pages', () => {
  const line = (text: string, y: number) =>
    `BT /A 10 Tf 1 0 0 1 0 ${y} Tm <${[...text].map((char) => `00${char.charCodeAt(0).toString(16)}`).join('')}> Tj ET`
  const markOf = (...lines: string[]) => {
    const source = `/P <</MCID 3>> BDC ${lines.map((one, index) => line(one, 90 - index * 14)).join(' ')} EMC`
    const content = read(source)
    const mark = content.marks.get(3)
    if (!mark) throw new Error('no mark')
    return { mark, done: () => text(splice(content.bytes, content.edits)) }
  }
  const match = (page: string, ...marks: ReturnType<typeof markOf>[]) =>
    matchEdges(
      page,
      marks.map(({ mark }) => mark),
      0,
      page.length,
    )

  it('are found by what the page says', () => {
    const [one, two] = [markOf('abc', 'e'), markOf('def', 'ghi')]
    expect(match('abcdefghi', one, two)).toMatchObject({
      at: 0,
      letters: 9,
      cuts: [{ last: true }, { first: false }],
    })
    expect(match('xxabcdefghi', one, two)).toMatchObject({ at: 2, letters: 9 })
    expect(match('abcedefghi', one, two)?.cuts?.some((cut) => cut.first || cut.last)).toBe(false)
    expect(match('abxdefghi', one, two)).toBeUndefined()
    expect(match('abc', one)).toBeUndefined()
  })

  it('become artifacts at the end of a page', () => {
    const [one, two] = [markOf('abc', 'e'), markOf('def')]
    const { cuts = [] } = match('abcdef', one, two) ?? {}
    expect(cutEdges([one.mark, two.mark], cuts)).toEqual([one.mark, two.mark])
    expect(one.mark.text).toBe('abc')
    expect(one.done()).toMatch(/^\/P <<\/MCID 3>> BDC BT [^E]+ET EMC\n\/Artifact BMC\nBT [^E]+ET EMC$/)
  })

  it('become artifacts at the beginning of a page', () => {
    const [one, two] = [markOf('abc'), markOf('b', 'def', 'ghi')]
    const { cuts = [] } = match('abcdefghi', one, two) ?? {}
    expect(cutEdges([one.mark, two.mark], cuts)).toEqual([one.mark, two.mark])
    expect([two.mark.text, two.mark.lines.map(({ length }) => length)]).toEqual(['defghi', [3, 6]])
    expect(two.done()).toMatch(
      /^\/Artifact BMC BT [^E]+ET EMC\n\/Span <<\/MCID 3>> BDC\nBT [^E]+ET BT [^E]+ET EMC$/,
    )
  })

  it('take the mark with them when it has no others', () => {
    const [one, two] = [markOf('e'), markOf('def')]
    const { at, cuts = [] } = match('def', one, two) ?? {}
    expect(at).toBe(0)
    expect(cutEdges([one.mark, two.mark], cuts)).toEqual([two.mark])
    expect(one.done()).toMatch(/^\/Artifact BMC BT/)
  })
})

describe('splice', () => {
  it('puts edits in order of place, those at one place in order of time', () => {
    const edits = [
      { start: 4, end: 6, text: 'X' },
      { start: 0, end: 0, text: '<' },
      { start: 2, end: 2, text: '1' },
      { start: 2, end: 2, text: '2' },
    ]
    expect(text(splice(Buffer.from('abcdefg'), edits))).toBe('<ab12cdXg')
  })

  it('keeps all bytes that no edit touches', () => {
    const places = fc.array(fc.nat(50), { maxLength: 8 })
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 50, maxLength: 50 }), places, (bytes, at) => {
        const done = splice(
          bytes,
          at.map((start) => ({ start, end: start, text: '++' })),
        )
        expect(done.length).toBe(bytes.length + 2 * at.length)
        const inserted = new Map<number, number>()
        for (const place of at) inserted.set(place, (inserted.get(place) ?? 0) + 2)
        let from = 0
        for (let index = 0; index <= 50; index++) {
          from += inserted.get(index) ?? 0
          if (index < 50) expect(done[from++]).toBe(bytes[index])
        }
      }),
    )
  })
})
