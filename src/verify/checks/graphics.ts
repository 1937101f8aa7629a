// Conditions about colour and drawing, so that the page looks the same in fifty years (PDF/A-2).
import type { PDFDict } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import { arrayOf, boolOf, dictOf, itemsOf, nameOf, numberOf, streamOf } from '../../pdf-syntax/objects.js'
import { type Condition, type Finding, pdfa, ua } from '../condition.js'
import { iccHeader } from '../read/icc.js'
import type { Reading } from '../read/reading.js'

const intents = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation'])

const blendModes = new Set(
  (
    'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference ' +
    'Exclusion Hue Saturation Color Luminosity'
  ).split(' '),
)

/** Kinds of profiles that describe an output (ICC.1, 7.2.5). */
const outputClasses = new Set(['prtr', 'mntr'])

/** First version of ICC profiles that PDF/A-2 does not know. */
const TOO_NEW = 5

export const graphicsConditions: readonly Condition[] = [
  {
    id: 'output-intent',
    clause: pdfa('6.2.3, 6.2.4.3, 6.2.10'),
    says: 'The file says what its colours mean.',
    how:
      'The catalog has one output intent of type GTS_PDFA1 with an ICC profile for RGB, a monitor or printer profile below version 5; ' +
      'device colours and transparent pages rest on it.',
    hint: 'Finish the PDF with this tool.',
    check: intentFault,
  },
  {
    id: 'colour-device',
    clause: pdfa('6.2.4.3'),
    says: 'No colour is given in the ink of a printer.',
    how: 'Operators, pictures and shadings are searched for DeviceCMYK.',
    hint: 'Use RGB colours and pictures.',
    *check({ content, scan, file: { context } }) {
      const page = content.colours.get('DeviceCMYK')
      if (page !== undefined) yield { text: 'A colour is given as CMYK.', page: page + 1 }
      const inks = scan.dicts.some((dict) => nameOf(context, dict.get(names.ColorSpace)) === 'DeviceCMYK')
      if (inks) yield { text: 'A picture is given as CMYK.' }
    },
  },
  {
    id: 'graphics-state',
    clause: pdfa('6.2.5'),
    says: 'No transfer curves and no halftones of one’s own.',
    how: 'Graphics states have no `/TR`, no `/TR2` but Default, no `/HTP`, and halftones of type 1 or 5.',
    hint: 'Remove it.',
    *check({ scan, file: { context } }) {
      for (const dict of scan.dicts) {
        const curve = nameOf(context, dict.get(names.TR2))
        if (dict.has(names.TR2) && curve !== 'Default')
          yield { text: 'A graphics state changes the transfer curve.' }
        if (dict.get(names.Type) !== names.ExtGState) continue
        if (dict.has(names.TR)) yield { text: 'A graphics state changes the transfer curve.' }
        const halftone = numberOf(context, dictOf(context, dict.get(names.HT))?.get(names.HalftoneType))
        if (dict.has(names.HTP) || (halftone !== undefined && halftone !== 1 && halftone !== 5)) {
          yield { text: 'A graphics state sets a halftone.' }
        }
      }
    },
  },
  {
    id: 'blend-mode',
    clause: pdfa('6.2.10'),
    says: 'Transparent drawing is mixed only in ways that the standard defines.',
    how: '`/BM` of graphics states is looked up in the list.',
    hint: 'Use another blend mode.',
    *check({ scan, file: { context } }) {
      for (const dict of scan.dicts) {
        if (dict.get(names.Type) !== names.ExtGState) continue
        for (const item of itemsOf(context, dict.get(names.BM))) {
          const mode = nameOf(context, item) ?? '?'
          if (!blendModes.has(mode)) yield { text: `“${mode}” is no way to mix colours.` }
        }
      }
    },
  },
  {
    id: 'rendering-intent',
    clause: pdfa('6.2.6'),
    says: 'Rendering intents are those of the standard.',
    how: 'The operand of `ri` and `/Intent` of pictures are looked up in the list of four.',
    hint: 'Remove it.',
    *check({ content, scan, file: { context } }) {
      for (const [intent, page] of content.intents) {
        if (!intents.has(intent)) yield { text: `“${intent}” is no rendering intent.`, page: page + 1 }
      }
      for (const { dict } of scan.streams) {
        const intent = nameOf(context, dict.get(names.Intent))
        if (intent !== undefined && !intents.has(intent))
          yield { text: `“${intent}” is no rendering intent.` }
      }
    },
  },
  {
    id: 'picture-forbidden',
    clause: pdfa('6.2.8'),
    says: 'Pictures are shown as they are.',
    how: 'Pictures have no `/Alternates`, no `/OPI` and no `/Interpolate true`.',
    hint: 'Remove `image-rendering` from the style.',
    *check({ scan, file: { context } }) {
      for (const { dict } of pictures(scan.streams, context, 'Image')) {
        if (dict.has(names.Alternates) || dict.has(names.OPI)) yield { text: 'A picture has a substitute.' }
        if (boolOf(context, dict.get(names.Interpolate)))
          yield { text: 'A picture is smoothed by the reader.' }
      }
    },
  },
  {
    id: 'drawing-forbidden',
    clause: `${pdfa('6.2.9')}; ${ua('7.20')}`,
    checkpoint: '30-001',
    says: 'Drawings are in the file and are no PostScript.',
    how: 'Form XObjects have no `/Ref`, `/OPI`, `/PS` or `/Subtype2 /PS`; there are no PS XObjects.',
    hint: 'Remove it.',
    *check({ scan, file: { context } }) {
      for (const { dict } of pictures(scan.streams, context, 'Form')) {
        if (dict.has(names.Ref)) yield { text: 'A drawing is in another file.' }
        const script = dict.has(names.PS) || nameOf(context, dict.get(names.Subtype2)) === 'PS'
        if (script || dict.has(names.OPI))
          yield { text: 'A drawing is a PostScript program or has a substitute.' }
      }
      if (pictures(scan.streams, context, 'PS').length > 0)
        yield { text: 'A drawing is a PostScript program.' }
    },
  },
]

type Streams = Reading['scan']['streams']

function pictures(streams: Streams, context: PDFDict['context'], subtype: string): Streams {
  return streams.filter(({ dict }) => nameOf(context, dict.get(names.Subtype)) === subtype)
}

function* intentFault({ file }: Reading): Iterable<Finding> {
  const { context, catalog } = file
  const all = itemsOf(context, arrayOf(context, catalog.get(names.OutputIntents))).map((item) =>
    dictOf(context, item),
  )
  const intents = all.filter((intent) => nameOf(context, intent?.get(names.S)) === 'GTS_PDFA1')
  const profiles = new Set(all.map((intent) => streamOf(context, intent?.get(names.DestOutputProfile))))
  const [profile] = profiles
  if (all.some((intent) => intent?.has(names.DestOutputProfileRef)) || profiles.size > 1) {
    yield { text: 'The PDF says in two ways what its colours mean.' }
  } else if (intents.length === 0 || !profile) {
    yield { text: 'The PDF does not say what its colours mean: it has no output intent.' }
  } else {
    const header = iccHeader(file.unpacked(profile) ?? new Uint8Array())
    const fits =
      header && outputClasses.has(header.kind) && header.colours === 'RGB ' && header.version < TOO_NEW
    if (!fits || numberOf(context, profile.dict.get(names.N)) !== 3) {
      yield { text: 'The colour profile of the PDF is not one for RGB output.' }
    }
  }
}
