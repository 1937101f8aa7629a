// Ways to break what is seen and said: fonts, colours, words, sizes.
import { PDFArray, PDFDict, PDFNull } from '@cantoo/pdf-lib'
import { name, type OpenPdf, text } from '../../helpers/mutate-pdf.js'
import { codeOf, hexOf, showCode, showText } from '../../helpers/pdf-objects.js'
import { change, expectElse, type Mutation } from './mutation.js'

/** A code that no font of the fixture uses. */
const UNUSED = 0xfff0

const scale = /^[\d.]+ 0 0 -[\d.]+ 0 792 cm/m

export const lookMutations: readonly Mutation[] = [
  change('font-dictionary', 'a font does not say what it is', (pdf) => {
    pdf.font.dict.delete(name('Type'))
  }),
  change('font-dictionary', 'a font has no name', (pdf) => {
    pdf.font.dict.delete(name('BaseFont'))
  }),
  change('font-embedded', 'a font has no program', (pdf) => {
    pdf.dict(pdf.font.descendant, 'FontDescriptor').delete(name('FontFile2'))
  }),
  expectElse('font-foreign', 'a font is none of the page’s own', (good) => ({
    ...good,
    fonts: ['AtkinsonHyperlegibleNext-Bold'],
  })),
  change('font-glyph-map', 'a font does not say which glyphs it uses', (pdf) => {
    pdf.font.descendant.delete(name('CIDToGIDMap'))
  }),
  change('font-encoding', 'a font uses a map that is not there', (pdf) => {
    pdf.font.dict.set(name('Encoding'), name('Own-Map-H'))
  }),
  change('text-unmapped', 'a character has no text', (pdf) => pdf.append(artifact(showCode(pdf, UNUSED)))),
  change('text-forbidden', 'a character is told as U+FEFF', (pdf) => tellAs(pdf, 'FEFF')),
  change('text-forbidden', 'a character is told as U+0000', (pdf) => tellAs(pdf, '0000')),
  change('glyph-missing', 'a character has no glyph', (pdf) => pdf.append(artifact(showCode(pdf, 0)))),
  change('text-private', 'a character has a meaning only in its font', (pdf) => tellAs(pdf, 'E000')),

  change('output-intent', 'there is no output intent', (pdf) => {
    pdf.catalog.delete(name('OutputIntents'))
  }),
  change('output-intent', 'the output intent is for print', (pdf) => {
    intent(pdf).set(name('S'), name('GTS_PDFX'))
  }),
  change('output-intent', 'the profile is text', (pdf) =>
    pdf.edit(intent(pdf), 'DestOutputProfile', () => 'profile'),
  ),
  change('output-intent', 'the profile is for CMYK', (pdf) =>
    pdf.edit(
      intent(pdf),
      'DestOutputProfile',
      (profile) => `${profile.slice(0, 16)}CMYK${profile.slice(20)}`,
    ),
  ),
  change('output-intent', 'there are two profiles', (pdf) => {
    const second = pdf.addStream(pdf.contents(intent(pdf), 'DestOutputProfile'), { N: 3 })
    const intents = [
      intent(pdf),
      pdf.object({ Type: 'OutputIntent', S: 'GTS_PDFX', DestOutputProfile: second }),
    ]
    pdf.catalog.set(name('OutputIntents'), pdf.object(intents))
  }),
  change('colour-device', 'a colour is given as CMYK', (pdf) =>
    pdf.append(artifact('0 0 0 1 k 0 0 9 9 re f')),
  ),
  change('colour-device', 'a picture is given as CMYK', (pdf) => {
    pdf.addStream('xxxx', {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 1,
      Height: 1,
      ColorSpace: 'DeviceCMYK',
    })
  }),
  change('graphics-state', 'a state has a transfer curve', (pdf) => addState(pdf, { TR: 'Identity' })),
  change('graphics-state', 'a state has a second transfer curve', (pdf) =>
    addState(pdf, { TR2: 'Identity' }),
  ),
  change('graphics-state', 'a state has a halftone', (pdf) => addState(pdf, { HT: { HalftoneType: 6 } })),
  change('blend-mode', 'colours are mixed in a way that is made up', (pdf) => addState(pdf, { BM: 'Stir' })),
  change('rendering-intent', 'the page has an intent that is made up', (pdf) => pdf.append('/Pretty ri')),
  change('rendering-intent', 'a picture has an intent that is made up', (pdf) =>
    addPicture(pdf, { Intent: 'Pretty' }),
  ),
  change('picture-forbidden', 'a picture is smoothed', (pdf) => addPicture(pdf, { Interpolate: true })),
  change('picture-forbidden', 'a picture has a substitute', (pdf) => addPicture(pdf, { Alternates: [] })),
  change('drawing-forbidden', 'a drawing is in another file', (pdf) => {
    pdf.addStream('', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9], Ref: {} })
  }),
  change('drawing-forbidden', 'a drawing is PostScript', (pdf) => {
    pdf.addStream('', { Type: 'XObject', Subtype: 'PS' })
  }),

  change('text-differs', 'a letter is another', (pdf) =>
    editParagraph(pdf, (content, code) => replaceCode(content, code('e'), code('o'))),
  ),
  change('text-differs', 'a paragraph is marked as decoration', (pdf) => {
    const paragraph = pdf.element('P', -1)
    const slots = pdf.slots(pdf.pageOf(paragraph))
    for (const mark of pdf.marks(paragraph)) {
      pdf.editPage(pdf.pageOf(paragraph), (content) =>
        content.replace(new RegExp(`/\\w+ ?<<\\s*/MCID ${mark}\\s*>>\\s*BDC`), '/Artifact BMC'),
      )
      slots.set(mark, PDFNull)
    }
    paragraph.delete(name('K'))
  }),
  change('text-differs', 'two paragraphs have changed places', (pdf) => {
    const [first, second] = [pdf.element('P', -2), pdf.element('P', -1)].map((paragraph) =>
      pdf.ref(paragraph),
    )
    const kids = pdf.kids(pdf.parent(pdf.element('P', -1)))
    const places = kids.asArray().map((kid) => (kid === first ? second : kid === second ? first : kid))
    for (const [index, kid] of places.entries()) if (kid) kids.set(index, kid)
  }),
  change('languages-differ', 'Spanish words are marked as English', (pdf) => {
    const spanish = pdf.elements.find(
      (element) => element.lookup(name('Lang')) && element.get(name('S')) === name('Span'),
    )
    spanish?.set(name('Lang'), text('en'))
  }),
  change('languages-differ', 'a paragraph is marked as French', (pdf) =>
    pdf.element('P').set(name('Lang'), text('fr')),
  ),
  change('spaces-differ', 'a space between two words is lost', (pdf) =>
    editParagraph(pdf, (content, code) => replaceCode(content, code(' '), '')),
  ),

  change('type-too-small', 'something in the margin is set in 8 points', (pdf) =>
    pdf.append(artifact(showText(pdf, 'e', 8))),
  ),
  expectElse('type-too-small', 'the standard edition is given out as large print', (good) => ({
    ...good,
    edition: 'large-print',
  })),
  change('body-too-small', 'everything is a tenth smaller', (pdf) => {
    for (const page of pdf.pages) {
      pdf.editPage(page, (content) => content.replace(scale, (found) => `0.9 0 0 0.9 0 0 cm\n${found}`))
    }
  }),
  change('line-too-long', 'two lines lie on each other', (pdf) => editParagraph(pdf, joinLines, 1)),
  expectElse('pages-too-many', 'the handout may have one page less', (good) => ({
    ...good,
    maxPages: (good.maxPages ?? 0) - 1,
  })),
]

function artifact(operators: string): string {
  return `/Artifact BMC ${operators} EMC`
}

/** Gives an unused code a text, and shows it in the margin. */
function tellAs(pdf: OpenPdf, hex: string): void {
  const code = UNUSED.toString(16)
  pdf.edit(pdf.font.dict, 'ToUnicode', (map) =>
    map.replace('endcmap', `1 beginbfchar <${code}> <${hex}> endbfchar endcmap`),
  )
  pdf.append(artifact(showCode(pdf, UNUSED)))
}

function intent(pdf: OpenPdf): PDFDict {
  return pdf.catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict)
}

type Entries = { readonly [key: string]: Parameters<OpenPdf['add']>[0] }

function addState(pdf: OpenPdf, entries: Entries): void {
  pdf.add({ Type: 'ExtGState', ...entries })
}

function addPicture(pdf: OpenPdf, entries: Entries): void {
  pdf.addStream('x', {
    Type: 'XObject',
    Subtype: 'Image',
    Width: 1,
    Height: 1,
    ColorSpace: 'DeviceGray',
    ...entries,
  })
}

/** Changes the content of a paragraph, if no other is said a longer one of the notices; `code` is that of a character in its font. */
function editParagraph(
  pdf: OpenPdf,
  edit: (content: string, code: (character: string) => string) => string,
  which = -2,
): void {
  const paragraph = pdf.element('P', which)
  const page = pdf.pageOf(paragraph)
  const [mark] = pdf.marks(paragraph)
  const section = new RegExp(`<<\\s*/MCID ${mark}\\s*>>\\s*BDC[\\s\\S]*?EMC`)
  pdf.editPage(page, (content) =>
    content.replace(section, (before) => {
      const [, font = ''] = /\/(\w+) [\d.]+ Tf/.exec(before) ?? []
      const dict = pdf.dict(page, 'Resources', 'Font', font)
      return edit(before, (character) => hexOf(codeOf(pdf, dict, character)))
    }),
  )
}

/** Replaces the first use of a code. */
function replaceCode(content: string, from: string, to: string): string {
  let done = false
  return content.replace(/<([0-9A-Fa-f]+)>/g, (all, digits: string) => {
    const codes: string[] = digits.toLowerCase().match(/.{4}/g) ?? []
    const at = done ? -1 : codes.indexOf(from)
    if (at < 0) return all
    done = true
    return `<${[...codes.slice(0, at), to, ...codes.slice(at + 1)].join('')}>`
  })
}

/** Puts the second line of a paragraph where the first is. */
function joinLines(content: string): string {
  const lines = [...content.matchAll(/1 0 0 -1 (\S+) (\S+) Tm/g)]
  const [first, second] = lines
  if (!first || !second) throw new Error('The paragraph has one line')
  return content.replace(second[0], `1 0 0 -1 ${second[1]} ${first[2]} Tm`)
}
