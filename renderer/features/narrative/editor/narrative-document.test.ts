import { EditorState, type Transaction } from 'prosemirror-state';
import { expect, test } from 'vitest';
import { type Citation, citationSign, Narrative, type Paragraph } from '../../../../shared/model/case/narrative';
import { documentOf, isTooLong, paragraphsOf, withoutId } from './narrative-document';
import { putIn } from './narrative-clipboard';
import { narrativeSchema } from './narrative-schema';

const id = (digit: string): string => digit.repeat(32);
const stairs: Citation = { kind: 'incident', incidentId: id('a') };
const letter: Citation = { kind: 'document', documentId: id('b') };
const story: Paragraph[] = [
  { id: id('1'), form: 'heading', text: 'How it began', citations: [] },
  { id: id('2'), form: 'text', text: `${citationSign} was the first,\nthen ${citationSign}${citationSign}.`, citations: [stairs, letter, stairs] },
  { id: id('3'), form: 'text', text: '', citations: [] },
  { id: id('4'), form: 'text', text: 'مرحبا 👩‍👧 كيف', citations: [] },
];
const after = (before: EditorState, make: (state: EditorState) => Transaction): EditorState => before.apply(make(before));

test('what is written comes back as it was, word for word and citation for citation', () => {
  expect(paragraphsOf(documentOf(story))).toEqual(story);
  documentOf(story).check();
  expect(paragraphsOf(documentOf([]))).toEqual([]);
});

test('a heading that cites is read as a paragraph, so that nothing it cites is lost', () => {
  expect(paragraphsOf(documentOf([{ id: id('1'), form: 'heading', text: `After ${citationSign}`, citations: [stairs] }]))).toEqual([{ id: id('1'), form: 'text', text: `After ${citationSign}`, citations: [stairs] }]);
});

test('a sign that stands for nothing does not come in with words, typed or pasted', () => {
  const state = EditorState.create({ doc: documentOf(story) });
  const typed = after(state, ({ tr }) => tr.insertText(`x${citationSign}y`, 1));
  const pasted = after(state, (now) => putIn(now, `x${citationSign}y`));
  for (const now of [typed, pasted]) {
    expect(paragraphsOf(now.doc)[0]!.text).toBe('xyHow it began');
    expect(Narrative.safeParse({ kind: 'narrative', title: '', paragraphs: paragraphsOf(now.doc) }).success).toBe(true);
  }
});

test('pasted lines are paragraphs, and only they are without an id', () => {
  const state = EditorState.create({ doc: documentOf([{ id: id('1'), form: 'text', text: '', citations: [] }]) });
  const { doc } = after(state, (now) => putIn(now, 'one\r\n\r\ntwo\nthree'));
  expect(doc.children.map(({ textContent }) => textContent)).toEqual(['one', 'two', 'three']);
  expect(withoutId(doc).map((position) => doc.nodeAt(position)!.textContent)).toEqual(['two', 'three']);
});

test('a key changes the reading of its own paragraph alone', () => {
  const state = EditorState.create({ doc: documentOf(story) });
  const before = paragraphsOf(state.doc);
  const now = paragraphsOf(after(state, ({ tr }) => tr.insertText('!', 1)).doc);
  expect(now[0]).not.toBe(before[0]);
  expect([1, 2, 3].map((index) => now[index] === before[index])).toEqual([true, true, true]);
});

test('more than the record takes is told: paragraphs, words in one, citations in one', () => {
  const { paragraph, citation, doc } = narrativeSchema.nodes;
  const of = (...blocks: Parameters<typeof doc.create>[1][]) => doc.create(null, blocks as never);
  const words = (count: number) => paragraph.create({ id: id('1') }, narrativeSchema.text('x'.repeat(count)));
  const cites = (count: number) => paragraph.create({ id: id('1') }, Array.from({ length: count }, () => citation.create({ citation: stairs })));
  expect([of(words(100_000)), of(words(100_001)), of(cites(500)), of(cites(501)), of(...Array.from({ length: 2000 }, () => words(1))), of(...Array.from({ length: 2001 }, () => words(1)))].map(isTooLong)).toEqual([false, true, false, true, false, true]);
});
