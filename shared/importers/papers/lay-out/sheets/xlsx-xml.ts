import type { PaperPackage } from '../../package-parts';
import { textIn, within, type XmlElement } from '../../xml-trees';

/** One part of a workbook as XML, its elements without the prefix that some programs write before every one of theirs. */
export async function xmlOf(paper: PaperPackage, name: string): Promise<string> {
  const xml = await paper.read(name);
  return xml.includes('<x:') ? xml.replace(/<(\/?)x:/g, '<$1') : xml;
}

const texts = new Set(['t', 'rPh']);

/** The words of a cell or note with runs, without how they are pronounced (ECMA-376 part 1, 18.4.6). */
export function textOf(element: XmlElement): string {
  return within(element, texts).filter(({ name }) => name === 't').map(textIn).join('');
}
