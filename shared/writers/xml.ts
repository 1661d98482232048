import { plainCharacters } from './plain-characters';

/** One part of an Office Open XML package (ECMA-376-2): its name inside the package and its text. */
export interface PackagePart { readonly path: string; readonly xml: string }

/** What kind of part it is, and what refers to it how. */
export interface PartOf { readonly path: string; readonly contentType: string; readonly xml: string }

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A person's text between tags or within quotes. */
export function escapeXml(text: string): string {
  return plainCharacters(text).replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

/** What one part refers to: `rId1` is the first, and so on. `type`: the last word of the relationship's address. */
export function relationships(targets: readonly { readonly type: string; readonly target: string }[]): string {
  return `${xmlHead}<Relationships xmlns="${packages}/relationships">${targets.map(({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${type.startsWith('http') ? type : `${office}/${type}`}" Target="${target}"/>`).join('')}</Relationships>`;
}

/** What a package says of itself: its title and language, and as its times the record's own, so that the same plan gives the same bytes. Nobody is named as its author. */
export interface About { readonly title: string; readonly preparedUtc: string }

/** A whole package in the order in which it is packed: the list of kinds first, as readers expect. `parts`: the first of them is the document itself; `beside`: what the document's own relationships file is called and says. */
export function packageOf(parts: readonly PartOf[], { title, preparedUtc }: About, beside: PackagePart): PackagePart[] {
  const at = `${preparedUtc.slice(0, 19)}Z`;
  const all: PartOf[] = [
    ...parts,
    {
      path: 'docProps/core.xml', contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
      xml: `${xmlHead}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:language>en-GB</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`,
    },
    { path: 'docProps/app.xml', contentType: 'application/vnd.openxmlformats-officedocument.extended-properties+xml', xml: `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Tidemark</Application></Properties>` },
  ];
  const kinds = all.map(({ path, contentType }) => `<Override PartName="/${path}" ContentType="${contentType}"/>`).join('');
  return [
    { path: '[Content_Types].xml', xml: `${xmlHead}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${kinds}</Types>` },
    { path: '_rels/.rels', xml: relationships([{ type: 'officeDocument', target: parts[0]?.path ?? '' }, { type: `${packages}/relationships/metadata/core-properties`, target: 'docProps/core.xml' }, { type: 'extended-properties', target: 'docProps/app.xml' }]) },
    beside,
    ...all.map(({ path, xml }) => ({ path, xml })),
  ];
}
