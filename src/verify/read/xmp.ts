// The metadata stream of a PDF in, its XMP properties out, or why they cannot be read.
import { readXml, type XmlElement, XmlError } from './xml.js'

/** Namespaces whose properties need no extension schema (ISO 19005-2, 6.6.2.3), by what we call them. */
export const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xmp: 'http://ns.adobe.com/xap/1.0/',
} as const

export interface XmpProperty {
  readonly namespace: string
  readonly prefix: string
  readonly name: string
  /** Its text, or its items in order; for languages the default comes first. */
  readonly values: readonly string[]
  /** Absent when the property is written as an attribute. */
  readonly element: XmlElement | undefined
}

export interface Xmp {
  readonly properties: readonly XmpProperty[]
  /** Header of the packet, `<?xpacket begin=… ?>`. */
  readonly header: string
  /** Why the XML cannot be read; then there are no properties. */
  readonly broken: string | undefined
}

/** Reads an XMP packet. */
export function readXmp(bytes: Uint8Array): Xmp {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  const header = /<\?xpacket\s+begin[^>]*\?>/.exec(source)?.[0] ?? ''
  try {
    const root = readXml(source)
    const rdf = isRdf(root, 'RDF') ? root : root.children.find((child) => isRdf(child, 'RDF'))
    if (!rdf) return { properties: [], header, broken: 'it holds no rdf:RDF' }
    return { properties: rdf.children.flatMap(describe), header, broken: undefined }
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    return { properties: [], header, broken: error.message }
  }
}

/** The first property of that name; its prefix does not matter. */
export function property(
  xmp: Xmp,
  namespace: keyof typeof namespaces,
  name: string,
): XmpProperty | undefined {
  return xmp.properties.find((found) => found.namespace === namespaces[namespace] && found.name === name)
}

function isRdf(element: XmlElement, name: string): boolean {
  return element.namespace === namespaces.rdf && element.name === name
}

function describe(description: XmlElement): XmpProperty[] {
  const found: XmpProperty[] = []
  for (const { namespace, prefix, name, value } of description.attributes) {
    if (namespace === namespaces.rdf || prefix === 'xml' || prefix === '') continue
    found.push({ namespace, prefix, name, values: [value], element: undefined })
  }
  for (const element of description.children) {
    const { namespace, prefix, name } = element
    found.push({ namespace, prefix, name, values: valuesOf(element), element })
  }
  return found
}

/** Text of a property, or of the items of its list. */
function valuesOf(element: XmlElement): string[] {
  const list = element.children.find((child) => ['Alt', 'Bag', 'Seq'].some((kind) => isRdf(child, kind)))
  if (!list) return [element.text.trim()]
  const items = list.children.filter((child) => isRdf(child, 'li'))
  const isDefault = (item: XmlElement): boolean =>
    item.attributes.some(
      ({ prefix, name, value }) => prefix === 'xml' && name === 'lang' && value === 'x-default',
    )
  return [...items.filter(isDefault), ...items.filter((item) => !isDefault(item))].map((item) =>
    item.text.trim(),
  )
}
