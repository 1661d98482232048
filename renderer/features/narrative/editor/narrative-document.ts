import { Fragment, type Node } from 'prosemirror-model';
import { Citation, citationSign, isHeading, mostInParagraph, mostParagraphs, type Paragraph, piecesOf } from '../../../../shared/model/case/narrative';
import type { Id } from '../../../../shared/model/identity';
import { narrativeSchema } from './narrative-schema';

const { doc, paragraph: paragraphType, heading: headingType, citation: citationType } = narrativeSchema.nodes;

/** The paragraphs as the editor holds them; with none, one empty paragraph to begin in. */
export function documentOf(paragraphs: readonly Paragraph[]): Node {
  return doc.create(null, paragraphs.length === 0 ? [paragraphType.create()] : paragraphs.map(blockOf));
}

function blockOf(paragraph: Paragraph): Node {
  return (isHeading(paragraph) ? headingType : paragraphType).create({ id: paragraph.id }, inlineOf(piecesOf(paragraph)));
}

export function inlineOf(pieces: readonly (string | Citation)[]): Fragment {
  return Fragment.from(pieces.flatMap((piece) => {
    if (typeof piece !== 'string') return [citationType.create({ citation: piece })];
    return piece === '' ? [] : [narrativeSchema.text(piece)];
  }));
}

export function citationOf(node: Node): Citation {
  return Citation.parse(node.attrs['citation']);
}

const idOf = (block: Node): Id => String(block.attrs['id']);

/** A block is never changed, only replaced: what was read of it stays right, so that a key in a long narrative costs one paragraph. */
const read = new WeakMap<Node, Paragraph>();

/** What the editor holds, as paragraphs. Every block must have an id (`withoutId`). An empty page has no paragraph. */
export function paragraphsOf(document: Node): Paragraph[] {
  if (document.childCount === 1 && document.firstChild?.content.size === 0 && document.firstChild.type === paragraphType) return [];
  return document.children.map((block) => {
    const known = read.get(block);
    if (known !== undefined) return known;
    const paragraph = paragraphOf(block);
    read.set(block, paragraph);
    return paragraph;
  });
}

function paragraphOf(block: Node): Paragraph {
  const citations: Citation[] = [];
  let text = '';
  for (const inline of block.children) {
    if (inline.type === citationType) {
      citations.push(citationOf(inline));
      text += citationSign;
    // A sign that stands for nothing must not come in with typed words.
    } else text += (inline.text ?? '').replaceAll(citationSign, '');
  }
  return { id: idOf(block), form: block.type === headingType ? 'heading' : 'text', text, citations };
}

/** Positions of blocks that have no id, or one that stands before already: begun by Enter, or pasted a second time. */
export function withoutId(document: Node): number[] {
  const seen = new Set<Id>();
  const found: number[] = [];
  document.forEach((block, position) => {
    const id = idOf(block);
    if (id === '' || seen.has(id)) found.push(position);
    seen.add(id);
  });
  return found;
}

/** Whether it is more than a narrative may hold. */
export function isTooLong(document: Node): boolean {
  return document.childCount > mostParagraphs || document.children.some((block) => block.content.size > mostInParagraph.citations && isBlockTooLong(block));
}

const fits = new WeakMap<Node, boolean>();

function isBlockTooLong(block: Node): boolean {
  const known = fits.get(block);
  if (known !== undefined) return known;
  const is = block.content.size > mostInParagraph.units || block.children.filter(({ type }) => type === citationType).length > mostInParagraph.citations;
  fits.set(block, is);
  return is;
}
