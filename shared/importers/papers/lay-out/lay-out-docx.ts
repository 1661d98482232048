import { nothingHeld, type LaidBlock, type LaidOut } from '../../../model/laid-out';
import { lookAtRelations } from '../office-parts';
import { asClaim, PaperFound } from '../paper-found';
import type { PaperPackage } from '../package-parts';
import { elementsOf } from '../xml-words';
import { elementsIn, takeElements, within, type XmlElement } from '../xml-trees';
import { DocxBlocks, type DocxReading } from './docx-blocks';
import { DocxNumbering, sayNumber } from './docx-numbering';
import { DocxStyles } from './docx-styles';
import { LaidOutBuilder, saysSomething } from './laid-out-builder';
import { relationsOf } from './office-relations';

const main = 'word/document.xml';
const topmost = new Set(['w:p', 'w:tbl', 'w:commentRangeStart', 'w:commentRangeEnd', 'w:altChunk']);
/** Of an alternative only the newer form; what a tracked change of looks was before. */
const skipped = new Set(['mc:Fallback', 'w:sectPr']);
const mostEdges = 300;

/** A Word document as it is laid out here, and where the pictures it shows lie in it. Null for what is none. */
export async function layOutDocx(paper: PaperPackage): Promise<{ laidOut: LaidOut; pictures: readonly string[] } | null> {
  if (!paper.names.includes(main)) return null;
  const builder = new LaidOutBuilder();
  const styles = new DocxStyles(await paper.read('word/styles.xml'));
  const numbering = new DocxNumbering(await paper.read('word/numbering.xml'), (id) => styles.numberingOf(id));
  const notes = new Called<{ kind: 'footnote' | 'endnote' }>([...await elementsById(paper, 'word/footnotes.xml', 'w:footnote', { kind: 'footnote' as const }), ...await elementsById(paper, 'word/endnotes.xml', 'w:endnote', { kind: 'endnote' as const })]);
  const comments = new Called<object>(await elementsById(paper, 'word/comments.xml', 'w:comment', {}));
  const reading: DocxReading = { styles, numbering, builder, note: (kind, id) => notes.call(`${kind} ${id}`), comment: (id) => comments.call(`comment ${id}`) };
  const xml = await paper.read(main);
  const read = new DocxBlocks(reading, await relationsOf(paper, main));
  const body: LaidBlock[] = [];
  takeElements(xml, topmost, skipped, (element) => body.push(...read.blocksOf(element)));
  const edges = await readEdges(paper, xml, reading);
  // What stands in a note may call a comment: notes come before comments.
  const noteBlocks = notes.takeAll(new DocxBlocks(reading, await relationsOf(paper, 'word/footnotes.xml')));
  const answers = await answersTo(paper);
  const commentBlocks = comments.takeAll(new DocxBlocks(reading, await relationsOf(paper, 'word/comments.xml')));
  const numberOf = (paraId: string): number | null => { const at = commentBlocks.findIndex(({ element }) => paragraphIds(element).includes(paraId)); return at < 0 ? null : at + 1; };
  let counts = { footnote: 0, endnote: 0 };
  const found = new PaperFound();
  await lookAtRelations(paper, found);
  const laidOut = builder.result({
    body, edges,
    notes: noteBlocks.map(({ more: { kind }, wasCalled, blocks }) => {
      if (wasCalled) counts = { ...counts, [kind]: counts[kind] + 1 };
      return { kind, sign: wasCalled ? sayNumber(counts[kind], kind === 'endnote' ? 'lowerRoman' : 'decimal') : '', blocks };
    }),
    comments: commentBlocks.map(({ element, blocks }) => {
      const answer = paragraphIds(element).map((id) => answers.get(id)).find((one) => one !== undefined);
      return { by: asClaim(element.attributes['w:author'] ?? '', 300), at: asClaim(element.attributes['w:date'] ?? '', 100), answers: answer === undefined || answer.to === '' ? null : numberOf(answer.to), isDone: answer?.isDone ?? false, blocks };
    }),
    holds: { ...nothingHeld, macros: found.has('macros'), embedded: found.namesOf('embedded-file') },
  });
  return { laidOut, pictures: builder.pictures };
}

interface Taken<More> { readonly element: XmlElement; readonly more: More; readonly wasCalled: boolean; readonly blocks: LaidBlock[] }
interface Callable<More> { readonly id: string; readonly element: XmlElement; readonly more: More }

/** Notes or comments, numbered as they are called; those that nothing calls come last. */
class Called<More> {
  readonly #byId: ReadonlyMap<string, Callable<More>>;
  readonly #order: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(all: readonly Callable<More>[]) { this.#byId = new Map(all.map((one) => [one.id, one])); }

  call(id: string): number | null {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    if (!this.#byId.has(id) || this.#order.length >= 20_000) return null;
    this.#numbers.set(id, this.#order.push(id));
    return this.#order.length;
  }

  takeAll(read: DocxBlocks): Taken<More>[] {
    const taken: (Taken<More> | null)[] = [];
    for (let index = 0; index < this.#order.length; index += 1) taken.push(this.#take(this.#order[index] ?? '', true, read));
    for (const id of this.#byId.keys()) if (!this.#numbers.has(id) && taken.length < 20_000) taken.push(this.#take(id, false, read));
    return taken.filter((one) => one !== null);
  }

  #take(id: string, wasCalled: boolean, read: DocxBlocks): Taken<More> | null {
    const one = this.#byId.get(id);
    return one === undefined ? null : { element: one.element, more: one.more, wasCalled, blocks: elementsIn(one.element).flatMap((child) => read.blocksOf(child)) };
  }
}

async function elementsById<More>(paper: PaperPackage, part: string, name: string, more: More): Promise<Callable<More>[]> {
  const found: Callable<More>[] = [];
  const prefix = name.slice(2);
  if (!paper.names.includes(part)) return found;
  takeElements(await paper.read(part), new Set([name]), skipped, (element) => {
    // The line that parts notes from the page is one of them (ST_FtnEdn).
    const type = element.attributes['w:type'] ?? 'normal';
    if (type === 'normal' && found.length < 20_000) found.push({ id: `${prefix} ${element.attributes['w:id'] ?? ''}`, element, more });
  });
  return found;
}

/** Heads and feet of its pages, each part once, with the pages on which it says to stand. */
async function readEdges(paper: PaperPackage, xml: string, reading: DocxReading): Promise<LaidOut['edges']> {
  const relations = await relationsOf(paper, main);
  const edges = new Map<string, { edge: 'head' | 'foot'; on: Set<'all' | 'first' | 'even'> }>();
  for (const { name, attributes } of elementsOf(xml, new Set(['w:headerReference', 'w:footerReference']), 3000)) {
    const target = relations.get(attributes['r:id'] ?? '')?.target;
    if (target === undefined || (!edges.has(target) && edges.size >= mostEdges)) continue;
    const edge = edges.get(target) ?? { edge: name === 'w:headerReference' ? ('head' as const) : ('foot' as const), on: new Set() };
    const type = attributes['w:type'];
    edge.on.add(type === 'first' || type === 'even' ? type : 'all');
    edges.set(target, edge);
  }
  const read: LaidOut['edges'] = [];
  for (const [part, { edge, on }] of edges) {
    const blocks: LaidBlock[] = [];
    const of = new DocxBlocks(reading, await relationsOf(paper, part));
    if (paper.names.includes(part)) takeElements(await paper.read(part), topmost, skipped, (element) => blocks.push(...of.blocksOf(element)));
    if (saysSomething(blocks)) read.push({ edge, on: [...on], blocks });
  }
  return read;
}

/** Which comment answers which, and which is marked as done, by the ids of their paragraphs ([MS-DOCX] 2.5.4). */
async function answersTo(paper: PaperPackage): Promise<Map<string, { to: string; isDone: boolean }>> {
  const part = 'word/commentsExtended.xml';
  if (!paper.names.includes(part)) return new Map();
  return new Map(elementsOf(await paper.read(part), new Set(['w15:commentEx']), 20_000).map(({ attributes }) => [attributes['w15:paraId'] ?? '', { to: attributes['w15:paraIdParent'] ?? '', isDone: attributes['w15:done'] === '1' }]));
}

function paragraphIds(comment: XmlElement): string[] {
  return within(comment, new Set(['w:p'])).flatMap(({ attributes }) => attributes['w14:paraId'] ?? []);
}
