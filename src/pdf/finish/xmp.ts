// What the document says about itself in, an XMP packet out: PDF/A-2a and PDF/UA-1 (ISO 19005-2, 6.6; ISO 14289-1, 5).
import type { DocumentInfo } from '../../model/pdf.js'

/** PDF/UA is not among the schemas PDF/A knows, so the packet must describe it. */
const uaSchema = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>`

/** The packet; its values are those of Info. */
export function xmpPacket(info: DocumentInfo): string {
  const keywords = info.keywords.join(', ')
  const date = `${info.date.toISOString().split('.')[0]}+00:00`
  const properties = [
    '<dc:format>application/pdf</dc:format>',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(info.title)}</rdf:li></rdf:Alt></dc:title>`,
    list('dc:creator', 'Seq', [info.author]),
    info.subject &&
      `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(info.subject)}</rdf:li></rdf:Alt></dc:description>`,
    list('dc:subject', 'Bag', info.keywords),
    list('dc:language', 'Bag', [info.language]),
    keywords && `<pdf:Keywords>${xmlText(keywords)}</pdf:Keywords>`,
    `<pdf:Producer>${xmlText(info.producer)}</pdf:Producer>`,
    `<xmp:CreatorTool>${xmlText(info.producer)}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    '<pdfaid:part>2</pdfaid:part>',
    '<pdfaid:conformance>A</pdfaid:conformance>',
    '<pdfuaid:part>1</pdfuaid:part>',
    uaSchema,
  ]
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
${properties.filter(Boolean).join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

function list(name: string, kind: 'Seq' | 'Bag', items: readonly string[]): string {
  const filled = items.filter((item) => item !== '')
  if (filled.length === 0) return ''
  const entries = filled.map((item) => `<rdf:li>${xmlText(item)}</rdf:li>`).join('')
  return `<${name}><rdf:${kind}>${entries}</rdf:${kind}></${name}>`
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
])

/** Text of an XML element; characters that XML does not allow are left out. */
function xmlText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are meant
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return allowed.replace(/[&<>]/g, (char) => entities.get(char) ?? '')
}
