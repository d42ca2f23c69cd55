import { escapeXml } from '../../valori/escape-xml.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { pdfText } from './pdf-file.ts';

/** What a document says of itself. Its bytes depend on these and on its pages alone. */
export interface DocumentInfo {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** BCP 47: `it-IT`. */
  readonly language: string;
  /** Day of creation; the time of day is left at midnight so that the same data give the same bytes. */
  readonly created: Giorno;
}

const PRODUTTORE = 'Trimestre';

/** The document information dictionary (14.3.3). */
export function infoDictionary(info: DocumentInfo): string {
  const data = `(D:${info.created.replaceAll('-', '')}000000Z)`;
  return (
    `<</Title ${pdfText(info.title)}/Subject ${pdfText(info.subject)}/Author ${pdfText(info.author)}` +
    `/Creator(${PRODUTTORE})/Producer(${PRODUTTORE})/CreationDate${data}/ModDate${data}>>`
  );
}

/**
 * XMP metadata that say the same, and which standards the document follows: PDF/UA-1 (ISO 14289-1) and PDF/A-2a
 * (ISO 19005-2), which also asks for a description of the PDF/UA property.
 */
export function xmpMetadata(info: DocumentInfo): string {
  const data = `${info.created}T00:00:00Z`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(info.title)}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(info.subject)}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(info.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${info.language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${PRODUTTORE}</xmp:CreatorTool><pdf:Producer>${PRODUTTORE}</pdf:Producer>
<xmp:CreateDate>${data}</xmp:CreateDate><xmp:ModifyDate>${data}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 the document conforms to</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}
