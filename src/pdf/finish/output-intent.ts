// The catalog in; one sRGB output intent out, so that colours mean the same everywhere (ISO 19005-2, 6.2.3).
import { PDFString } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import type { Draft } from './draft.js'
import { sRgbProfile } from './icc.js'

/** Names the colour space of all that Chromium paints. */
export function outputIntent(draft: Draft): void {
  const { context, catalog } = draft
  const profile = context.stream(sRgbProfile(), { N: 3 })
  catalog.set(
    names.OutputIntents,
    context.obj([
      {
        Type: 'OutputIntent',
        S: 'GTS_PDFA1',
        OutputConditionIdentifier: PDFString.of('sRGB'),
        Info: PDFString.of('sRGB IEC61966-2.1'),
        DestOutputProfile: context.register(profile),
      },
    ]),
  )
}
