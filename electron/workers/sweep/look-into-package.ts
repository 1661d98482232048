import { readMarkup } from './markup';
import { membersOf } from './archive';
import { type FileToLookInto, type Looking, placeIn } from './looking';

/** Where a part of an office file stands, in words of such files (ECMA-376, ODF 1.3). */
function whereOf(name: string, hidden: ReadonlySet<string>): Parameters<typeof placeIn>[1] {
  if (/^docProps\/|^meta\.xml$/.test(name)) return 'document-about';
  if (/comments?|threadedcomments|notesSlide/i.test(name)) return 'document-comment';
  if (hidden.has(name)) return 'hidden-sheet';
  return /^(?:word\/(?:document|header|footer|footnotes|endnotes)|xl\/(?:worksheets|sharedStrings)|ppt\/slides\/|content\.xml|styles\.xml)/.test(name) ? 'document' : 'document-inside';
}

/** Any ZIP archive: names of members, notes upon them, each member for itself. Of an office file the parts are looked through as text with what names their author. */
export async function lookIntoPackage({ path, bytes }: FileToLookInto, looking: Looking): Promise<void> {
  const members = membersOf(bytes, (size) => looking.mayUnpack(size));
  const parts: { name: string; xml: string }[] = [];
  let isOffice = false;
  for (let next = await members.next(); ; next = await members.next()) {
    if (next.done === true) {
      if (!next.value) looking.claim('not-looked-into', placeIn(path, 'bytes'), '');
      break;
    }
    const { name, comment, bytes: inside } = next.value;
    isOffice ||= name === '[Content_Types].xml' || name === 'META-INF/manifest.xml' || name === 'mimetype';
    if (comment !== '') looking.say(placeIn(path, 'document-inside', name), comment);
    const isPart = isOffice && /\.(?:xml|rels)$/i.test(name);
    if (!isPart) looking.say(placeIn([...path, name], 'file-name'), name);
    if (inside === null) looking.claim('not-looked-into', placeIn([...path, name], 'bytes'), name);
    else if (isPart) parts.push({ name, xml: Buffer.from(inside).toString(inside[0] === 0xff && inside[1] === 0xfe ? 'utf16le' : 'utf8') });
    else if (inside.length > 0) await looking.lookInto({ path: [...path, name], mediaType: '', bytes: inside });
  }
  const hidden = hiddenSheets(parts);
  for (const { name, xml } of parts) {
    const where = whereOf(name, hidden);
    const { text, comments, attributes, struckOut, authors } = readMarkup(xml);
    looking.say(placeIn(path, where, name), text);
    if (struckOut !== '') looking.say(placeIn(path, 'document-struck-out', name), struckOut);
    looking.say(placeIn(path, 'document-inside', name), `${attributes}\n${comments}`);
    const named = /^docProps\/|^meta\.xml$/.test(name) ? [...xml.matchAll(/<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator|Manager|Company)[^>]*>([^<]+)</g)].map(([, author = '']) => author.trim()) : [];
    for (const author of new Set([...authors, ...named])) if (author !== '') looking.claim('author', placeIn(path, where, name), author);
  }
  // Words of cells stand apart from their sheets: those that only a hidden sheet uses stand there.
  sayHiddenCells(path, parts, hidden, looking);
}

/** The parts of sheets that a workbook does not show. */
function hiddenSheets(parts: readonly { name: string; xml: string }[]): ReadonlySet<string> {
  const workbook = parts.find(({ name }) => name === 'xl/workbook.xml')?.xml ?? '';
  const relations = parts.find(({ name }) => name === 'xl/_rels/workbook.xml.rels')?.xml ?? '';
  const targets = new Map([...relations.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [/\bId="([^"]*)"/.exec(tag)?.[1] ?? '', (/\bTarget="([^"]*)"/.exec(tag)?.[1] ?? '').replace(/^\/?(?:xl\/)?/, 'xl/')]));
  return new Set([...workbook.matchAll(/<sheet\b[^>]*>/g)].filter(([tag]) => /\bstate="(?:hidden|veryHidden)"/.test(tag)).map(([tag]) => targets.get(/\br:id="([^"]*)"/.exec(tag)?.[1] ?? '') ?? ''));
}

function sayHiddenCells(path: readonly string[], parts: readonly { name: string; xml: string }[], hidden: ReadonlySet<string>, looking: Looking): void {
  if (hidden.size === 0) return;
  const shared = [...(parts.find(({ name }) => name === 'xl/sharedStrings.xml')?.xml ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, xml = '']) => readMarkup(xml).text);
  for (const { name, xml } of parts) {
    if (!hidden.has(name)) continue;
    const words = [...xml.matchAll(/<c\b[^>]*\bt="s"[^>]*>\s*<v>(\d+)<\/v>/g)].map(([, index]) => shared[Number(index)] ?? '');
    looking.say(placeIn(path, 'hidden-sheet', name), words.join('\n'));
  }
}
