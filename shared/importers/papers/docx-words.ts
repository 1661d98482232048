import { officeClaims, lookAtRelations } from './office-parts';
import { PaperFound, type Claims } from './paper-found';
import type { PaperPackage } from './package-parts';
import { wordsOfXml, type XmlWords } from './xml-words';

/** Elements of WordprocessingML (ECMA-376, part 1). Deleted words (`w:delText`), field codes and the second form of a drawing are not what the page shows. */
const vocabulary: XmlWords = {
  textIn: new Set(['w:t']), skip: new Set(['w:del', 'mc:Fallback']), before: { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' }, after: { 'w:p': '\n', 'w:tc': '\t' },
};
const main = 'word/document.xml';
/** Beside the text, in this order: what stands at the head and foot of pages, notes, remarks. */
const besides = /^word\/(?:header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/;

/** The words of a Word document, its headers, notes and remarks after them; who changed what; what it would fetch or run elsewhere. */
export async function readDocxWords(paper: PaperPackage, most: number): Promise<{ text: string; claims: Claims; found: PaperFound } | null> {
  if (!paper.names.includes(main)) return null;
  const found = new PaperFound();
  const texts: string[] = [];
  for (const name of [main, ...paper.names.filter((each) => besides.test(each)).sort().slice(0, 100)]) {
    texts.push(wordsOfXml(await paper.read(name), { ...vocabulary, onElement: (element, attributes) => lookAt(found, element, attributes) }, most).trim());
  }
  await lookAtRelations(paper, found);
  return { text: texts.filter((text) => text !== '').join('\n\n').slice(0, most), claims: await officeClaims(paper), found };
}

function lookAt(found: PaperFound, element: string, attributes: Readonly<Record<string, string>>): void {
  const author = attributes['w:author'] ?? '';
  if (element === 'w:ins') found.add('inserted', author);
  else if (element === 'w:del') found.add('deleted', author);
  else if (element === 'w:comment') found.add('comment', author);
  else if (element === 'w:vanish' && !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '')) found.add('hidden-text');
}
