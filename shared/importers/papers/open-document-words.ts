import { officeClaims, lookAtRelations } from './office-parts';
import { hostOf, PaperFound, type Claims } from './paper-found';
import type { PaperPackage } from './package-parts';
import { wordsOfXml, type XmlWords } from './xml-words';

/** Elements of OpenDocument 1.3. What was deleted with changes tracked stands in `text:tracked-changes`, apart from the text. */
const vocabulary: XmlWords = {
  textIn: new Set(['text:p', 'text:h']), skip: new Set(['text:tracked-changes', 'office:forms']), before: { 'text:tab': '\t', 'text:line-break': '\n', 'text:s': ' ' },
  after: { 'text:p': '\n', 'text:h': '\n', 'table:table-cell': '\t', 'table:table-row': '\n' },
};

/** The words of an OpenDocument text or sheet, with heads and feet of its pages; null where it is none, `locked` where it is encrypted. */
export async function readOpenDocumentWords(paper: PaperPackage, most: number): Promise<{ text: string; claims: Claims; found: PaperFound } | 'locked' | null> {
  if (!paper.names.includes('content.xml')) return null;
  const manifest = await paper.read('META-INF/manifest.xml');
  if (/<manifest:encryption-data[\s>]/.test(manifest)) return 'locked';
  const found = new PaperFound();
  const onElement = (element: string, attributes: Readonly<Record<string, string>>): void => {
    if (element === 'text:deletion') found.add('deleted');
    else if (element === 'text:insertion') found.add('inserted');
    else if (element === 'office:annotation') found.add('comment');
    else if (element === 'text:a') found.add('link', hostOf(attributes['xlink:href'] ?? ''));
    else if (element === 'draw:image' && /^[a-z]+:\/\//i.test(attributes['xlink:href'] ?? '')) found.add('remote-content', hostOf(attributes['xlink:href'] ?? ''));
    else if (element === 'text:hidden-text' || element === 'text:hidden-paragraph') found.add('hidden-text');
  };
  const texts: string[] = [];
  for (const part of ['content.xml', 'styles.xml']) texts.push(wordsOfXml(await paper.read(part), { ...vocabulary, onElement }, most).trim());
  await lookAtRelations(paper, found);
  return { text: texts.filter((text) => text !== '').join('\n\n').slice(0, most), claims: await officeClaims(paper), found };
}
