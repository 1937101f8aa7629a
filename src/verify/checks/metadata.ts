// Conditions about metadata: what XMP must hold, and that Info says the same.
import type { DocumentInfo } from '../../model/pdf.js'
import { type Condition, type Finding, HOUSE, pdfa, ua } from '../condition.js'
import { pdfInstant, xmpInstant } from '../read/dates.js'
import { undescribed } from '../read/extension-schema.js'
import type { Reading } from '../read/reading.js'
import { type namespaces, property, type Xmp } from '../read/xmp.js'

/** Entries of Info and the properties that must agree with them. */
const pairs = [
  ['Title', 'dc', 'title'],
  ['Author', 'dc', 'creator'],
  ['Subject', 'dc', 'description'],
  ['Keywords', 'pdf', 'Keywords'],
  ['Creator', 'xmp', 'CreatorTool'],
  ['Producer', 'pdf', 'Producer'],
  ['CreationDate', 'xmp', 'CreateDate'],
  ['ModDate', 'xmp', 'ModifyDate'],
] as const

/** Names that browsers put into metadata; they tell which software and machine printed. */
const userAgent = /Mozilla\/|HeadlessChrome|AppleWebKit/

export const metadataConditions: readonly Condition[] = [
  {
    id: 'xmp-missing',
    clause: ua('7.1'),
    checkpoint: '06-001',
    says: 'The file carries XMP metadata.',
    how: 'The catalog’s `/Metadata` is a stream that can be read.',
    hint: 'Finish the PDF with this tool.',
    *check({ xmp }) {
      if (!xmp) yield { text: 'The PDF has no XMP metadata.' }
    },
  },
  {
    id: 'xmp-invalid',
    clause: pdfa('6.6.2.1'),
    says: 'The metadata is well-formed XML, and its packet header has no `bytes` or `encoding`.',
    how: 'The packet is parsed; the header is searched for the two attributes.',
    hint: 'Finish the PDF with this tool.',
    *check({ xmp }) {
      if (xmp?.broken !== undefined) yield { text: `The XMP metadata cannot be read: ${xmp.broken}.` }
      if (xmp && /\s(?:bytes|encoding)\s*=/.test(xmp.header)) {
        yield { text: 'The header of the XMP metadata has an attribute that archives do not allow.' }
      }
    },
  },
  {
    id: 'title-missing',
    clause: ua('7.1'),
    checkpoint: '06-003',
    says: 'The metadata gives the title.',
    how: '`dc:title` is there and not empty.',
    hint: 'Give the topic a title.',
    check: readable(function* (xmp) {
      if (!property(xmp, 'dc', 'title')?.values[0]) yield { text: 'The PDF has no title.' }
    }),
  },
  {
    id: 'pdfua-identifier',
    clause: ua('5'),
    checkpoint: '06-002',
    says: 'The file declares itself PDF/UA-1.',
    how: '`pdfuaid:part` is 1 and written with that prefix.',
    hint: 'Finish the PDF with this tool.',
    check: readable(function* (xmp) {
      const part = property(xmp, 'pdfuaid', 'part')
      if (part?.values[0] !== '1' || part.prefix !== 'pdfuaid')
        yield { text: 'The PDF does not declare itself PDF/UA-1.' }
    }),
  },
  {
    id: 'pdfa-identifier',
    clause: pdfa('6.6.4'),
    says: 'The file declares itself PDF/A-2a.',
    how: '`pdfaid:part` is 2 and `pdfaid:conformance` is A, both written with that prefix.',
    hint: 'Finish the PDF with this tool.',
    check: readable(function* (xmp) {
      const part = property(xmp, 'pdfaid', 'part')
      const level = property(xmp, 'pdfaid', 'conformance')
      const right = part?.values[0] === '2' && level?.values[0] === 'A'
      if (!right || part.prefix !== 'pdfaid' || level.prefix !== 'pdfaid') {
        yield { text: 'The PDF does not declare itself PDF/A-2a.' }
      }
    }),
  },
  {
    id: 'extension-schema',
    clause: pdfa('6.6.2.3'),
    says: 'Every metadata property is one of XMP 2005 or described in the file.',
    how: 'Each property’s namespace and name are looked up in the known schemas, then in `pdfaExtension:schemas`.',
    hint: 'Finish the PDF with this tool; it describes `pdfuaid`.',
    check: readable(function* (xmp) {
      for (const { prefix, name } of undescribed(xmp)) {
        yield { text: `The metadata property ${prefix}:${name} is described nowhere.` }
      }
    }),
  },
  {
    id: 'info-disagrees',
    clause: pdfa('6.6.3'),
    says: 'The document information says the same as the metadata.',
    how: 'Title, author, subject, keywords, creator, producer and both dates of Info are compared with XMP; dates as instants.',
    hint: 'Finish the PDF with this tool.',
    check: disagreements,
  },
  {
    id: 'info-unexpected',
    clause: HOUSE,
    says: 'The metadata is that of the handout that was wanted.',
    how: 'Title, author, subject, keywords, language, date and producer are compared with what was asked for.',
    hint: 'Build the handout again.',
    check: unexpected,
  },
  {
    id: 'user-agent',
    clause: HOUSE,
    says: 'The metadata does not give away the browser and machine.',
    how: 'Creator and producer are searched for the words of a user agent.',
    hint: 'Finish the PDF with this tool.',
    *check(reading) {
      const { xmp } = reading
      const told = [
        reading.info('Creator'),
        reading.info('Producer'),
        xmp && property(xmp, 'xmp', 'CreatorTool')?.values[0],
        xmp && property(xmp, 'pdf', 'Producer')?.values[0],
      ]
      if (told.some((text) => text !== undefined && userAgent.test(text))) {
        yield { text: 'The metadata names the browser and machine.' }
      }
    },
  },
]

/** A check of metadata that could be read. */
function readable(check: (xmp: Xmp) => Iterable<Finding>): (reading: Reading) => Iterable<Finding> {
  return ({ xmp }) => (xmp && xmp.broken === undefined ? check(xmp) : [])
}

function* disagreements(reading: Reading): Iterable<Finding> {
  const { xmp } = reading
  if (!xmp || xmp.broken !== undefined) return
  for (const [entry, schema, name] of pairs) {
    const info = reading.info(entry)
    const found = property(xmp, schema, name)
    // A title that is missing is reported as such.
    if (info === undefined || (entry === 'Title' && !found?.values[0])) continue
    const other = found?.values.join(entry === 'Author' ? ', ' : '') ?? ''
    const isDate = entry === 'CreationDate' || entry === 'ModDate'
    const same = isDate ? sameInstant(info, other) : info === (entry === 'Title' ? found?.values[0] : other)
    if (!same) yield { text: `${entry} is “${info}” in one place and “${other}” in another.` }
  }
}

function sameInstant(info: string, xmp: string): boolean {
  const instant = pdfInstant(info)
  return instant !== undefined && instant === xmpInstant(xmp)
}

function* unexpected(reading: Reading, { info }: { info?: DocumentInfo }): Iterable<Finding> {
  const { xmp } = reading
  if (!info || !xmp || xmp.broken !== undefined) return
  const found = (schema: keyof typeof namespaces, name: string): string =>
    property(xmp, schema, name)?.values[0] ?? ''
  const wanted: [string, string, string][] = [
    ['title', info.title, found('dc', 'title')],
    ['author', info.author, found('dc', 'creator')],
    ['subject', info.subject, found('dc', 'description')],
    ['keywords', info.keywords.join(', '), found('pdf', 'Keywords')],
    ['language', info.language, found('dc', 'language')],
    ['producer', info.producer, found('pdf', 'Producer')],
  ]
  for (const [what, want, have] of wanted) {
    // A title that is missing is reported as such.
    if (want !== have && (what !== 'title' || have !== ''))
      yield { text: `The ${what} is “${have}” and should be “${want}”.` }
  }
  const wantedSecond = Math.floor(info.date.getTime() / 1000)
  const foundSecond = Math.floor((xmpInstant(found('xmp', 'ModifyDate')) ?? 0) / 1000)
  if (wantedSecond !== foundSecond) {
    yield { text: `The date is “${found('xmp', 'ModifyDate')}” and should be ${info.date.toISOString()}.` }
  }
}
