// XMP properties in, those that neither the standard nor the file itself describes out (ISO 19005-2, 6.6.2.3).
import type { XmlElement } from './xml.js'
import { namespaces, type Xmp, type XmpProperty } from './xmp.js'

/** Properties of the schemas of XMP 2005 that PDFs use. */
const known: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    namespaces.dc,
    words(
      'contributor coverage creator date description format identifier language publisher relation rights source subject title type',
    ),
  ],
  [namespaces.pdf, words('Keywords PDFVersion Producer')],
  [
    namespaces.xmp,
    words(
      'Advisory BaseURL CreateDate CreatorTool Identifier Label MetadataDate ModifyDate Nickname Rating Thumbnails',
    ),
  ],
  [namespaces.pdfaid, words('amd conformance corr part')],
  [namespaces.pdfaExtension, words('schemas')],
])

/** Other schemas of XMP 2005, whose properties are taken on trust. */
const trusted = new Set([
  'http://ns.adobe.com/xap/1.0/mm/',
  'http://ns.adobe.com/xap/1.0/rights/',
  'http://ns.adobe.com/xap/1.0/bj/',
  'http://ns.adobe.com/xap/1.0/t/pg/',
  'http://ns.adobe.com/photoshop/1.0/',
  'http://ns.adobe.com/tiff/1.0/',
  'http://ns.adobe.com/exif/1.0/',
])

/** What a description of a property must say, beside its name. */
const described = ['valueType', 'category', 'description'] as const

/** Properties that are described nowhere. */
export function undescribed(xmp: Xmp): XmpProperty[] {
  const own = new Map<string, Set<string>>()
  for (const { namespace, name, element } of xmp.properties) {
    if (namespace === namespaces.pdfaExtension && name === 'schemas' && element) {
      for (const schema of itemsOf(element)) addSchema(schema, own)
    }
  }
  return xmp.properties.filter(({ namespace, name }) => {
    if (trusted.has(namespace)) return false
    return !known.get(namespace)?.has(name) && !own.get(namespace)?.has(name)
  })
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

function addSchema(schema: XmlElement, own: Map<string, Set<string>>): void {
  const field = (name: string): XmlElement | undefined => childOf(schema, namespaces.pdfaSchema, name)
  const namespace = field('namespaceURI')?.text.trim()
  if (!namespace || !field('prefix')?.text.trim() || !field('schema')?.text.trim()) return
  const properties = own.get(namespace) ?? new Set()
  own.set(namespace, properties)
  const list = field('property')
  for (const item of list ? itemsOf(list) : []) {
    const of = (name: string): string => childOf(item, namespaces.pdfaProperty, name)?.text.trim() ?? ''
    if (described.every((name) => of(name) !== '')) properties.add(of('name'))
  }
}

/** Items of a Bag or Seq, each as the element that holds its fields. */
function itemsOf(element: XmlElement): XmlElement[] {
  const lists = element.children.filter(({ namespace }) => namespace === namespaces.rdf)
  return lists
    .flatMap(({ children }) => children)
    .map(
      (item) =>
        item.children.find(({ name, namespace }) => name === 'Description' && namespace === namespaces.rdf) ??
        item,
    )
}

function childOf(element: XmlElement, namespace: string, name: string): XmlElement | undefined {
  return element.children.find((child) => child.namespace === namespace && child.name === name)
}
