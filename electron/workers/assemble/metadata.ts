import { PDFDocument, PDFName } from './pdf-library';

/** What the file says of itself a second time, as XMP (ISO 16684-1; ISO 32000-1, 14.3.2): screen readers and archives look there. The same as its information dictionary, which must be written before, and nothing more. `isKept`: that it is PDF/A-2b (ISO 19005-2, 6.6.4), which must be so. */
export function writeMetadata(document: PDFDocument, isKept: boolean): void {
  const { context } = document;
  const at = (document.getCreationDate() ?? new Date(0)).toISOString().replace(/\.\d+Z$/, 'Z');
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(document.getTitle() ?? '')}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>Tidemark</xmp:CreatorTool><xmp:CreateDate>${at}</xmp:CreateDate><xmp:ModifyDate>${at}</xmp:ModifyDate><pdf:Producer>Tidemark</pdf:Producer>
</rdf:Description>${isKept ? kept : ''}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  document.catalog.set(PDFName.of('Metadata'), context.register(context.stream(new TextEncoder().encode(packet), { Type: 'Metadata', Subtype: 'XML' })));
}

const kept = '\n<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>';

/** XML 1.0 has no place for controls but tab and line ends. */
const escaped = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
