import { asClaim, hostOf, type Claims, type PaperFound } from './paper-found';
import type { PaperPackage } from './package-parts';
import { elementsOf, wordsOfXml } from './xml-words';

const core = 'docProps/core.xml';
const app = 'docProps/app.xml';
/** Properties by their elements (ECMA-376 part 2, "Core Properties"; OpenDocument 1.3, "Metadata"). */
const properties: readonly [string, string, Claims[number]['name']][] = [
  [core, 'dc:title', 'title'], [core, 'dc:subject', 'subject'], [core, 'dc:creator', 'author'], [core, 'cp:lastModifiedBy', 'last-changed-by'], [core, 'cp:keywords', 'keywords'], [core, 'dc:description', 'comments'],
  [core, 'dcterms:created', 'created'], [core, 'dcterms:modified', 'changed'], [core, 'cp:lastPrinted', 'printed'], [core, 'cp:revision', 'revision'], [app, 'Company', 'company'], [app, 'Application', 'made-with'],
  ['meta.xml', 'dc:title', 'title'], ['meta.xml', 'dc:subject', 'subject'], ['meta.xml', 'meta:initial-creator', 'author'], ['meta.xml', 'dc:creator', 'last-changed-by'], ['meta.xml', 'meta:creation-date', 'created'], ['meta.xml', 'dc:date', 'changed'],
  ['meta.xml', 'meta:print-date', 'printed'], ['meta.xml', 'meta:generator', 'made-with'], ['meta.xml', 'meta:editing-cycles', 'revision'],
];

/** What an office file says of itself, word for word, with the part where it stands. */
export async function officeClaims(paper: PaperPackage): Promise<Claims> {
  const claims: Claims = [];
  for (const [place, element, name] of properties) {
    if (!paper.names.includes(place)) continue;
    const text = asClaim(wordsOfXml(await paper.read(place), { textIn: new Set([element]), skip: new Set(), before: {}, after: {} }, 1000), 1000);
    if (text !== '') claims.push({ name, text, place });
  }
  return claims;
}

const relation = new Set(['Relationship']);

/** What an office file would fetch or run when another program opens it, and what lies in it. */
export async function lookAtRelations(paper: PaperPackage, found: PaperFound): Promise<void> {
  for (const name of paper.names.filter((each) => each.endsWith('.rels')).slice(0, 500)) {
    for (const { attributes } of elementsOf(await paper.read(name), relation, 10_000)) {
      if (attributes['TargetMode'] !== 'External') continue;
      found.add((attributes['Type'] ?? '').endsWith('/hyperlink') ? 'link' : 'remote-content', hostOf(attributes['Target'] ?? ''));
    }
  }
  for (const name of paper.names) {
    if (/(?:^|\/)vbaProject\.bin$/.test(name) || /^Basic\/.+\.xml$/.test(name)) found.add('macros');
    if (/\/embeddings\/[^/]+$/.test(name)) found.add('embedded-file', name.slice(name.lastIndexOf('/') + 1));
  }
}
