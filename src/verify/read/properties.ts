// The operands of `BDC` in, the properties that matter to a reader out.
import type { PDFDict } from '@cantoo/pdf-lib'
import type { ContentReader } from '../../pdf-syntax/content.js'
import { Token } from '../../pdf-syntax/lexer.js'
import { names } from '../../pdf-syntax/names.js'
import { numberOf, textOf } from '../../pdf-syntax/objects.js'
import { decodeText } from '../../pdf-syntax/values.js'

export interface Properties {
  readonly mcid: number | undefined
  readonly actualText: string | undefined
  readonly language: string | undefined
}

const noProperties: Properties = { mcid: undefined, actualText: undefined, language: undefined }

/** Properties of `BDC`, written in place or named in the resources. */
export function propertiesOf(reader: ContentReader, named: () => PDFDict | undefined): Properties {
  if (reader.count < 2) return noProperties
  if (reader.kind(1) === Token.dictOpen) {
    const mcid = reader.valueOf('MCID')
    return {
      mcid: mcid < 0 ? undefined : reader.number(mcid),
      actualText: propertyText(reader, 'ActualText'),
      language: propertyText(reader, 'Lang'),
    }
  }
  const dict = named()
  if (!dict) return noProperties
  const { context } = dict
  return {
    mcid: numberOf(context, dict.get(names.MCID)),
    actualText: textOf(context, dict.get(names.ActualText)),
    language: textOf(context, dict.get(names.Lang)),
  }
}

function propertyText(reader: ContentReader, key: string): string | undefined {
  const index = reader.valueOf(key)
  const bytes = index < 0 ? undefined : reader.string(index)
  return bytes && decodeText(bytes)
}
