import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { wholeChoice } from './choice';
import { RedactionChoice } from './redaction-choice';

const idOf = (letter: string): string => letter.repeat(32);
const area = (letter: string, page: number) => ({ id: idOf(`${page}`), documentId: idOf(letter), page, left: 0, top: 0, width: 0.1, height: 0.1, reason: 'address' as const });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('names the document of which a part is taken out, also one that goes with an entry and is on no list here', async () => {
  const documents = new Map([[idOf('a'), { title: '', originalName: 'from the force.pdf' }], [idOf('b'), { title: 'The order', originalName: 'scan.pdf' }]]);
  vi.stubGlobal('tidemark', { calls: { 'documents.get': async ({ id }: { id: string }) => (documents.has(id) ? { ok: true, value: documents.get(id) } : { ok: false, error: { code: 'erased' } }) } });
  const list = { id: idOf('f'), name: 'For the force', createdUtc: '2026-05-03T20:04:11.250Z', words: [], areas: [area('a', 2), area('b', 3), area('c', 4)] };
  render(<RedactionChoice
    redactions={{ lists: [list], again: vi.fn() } as never} choice={{ ...wholeChoice, redactionListId: list.id }} onChoice={vi.fn()} onChanged={vi.fn()}
    waiting={{ asked: 1, typed: 'Elm Street', setTyped: vi.fn(), mayLeave: () => true }} readOnly={false}
  />);
  expect(await screen.findByText('Part of page 2 of from the force.pdf · An address')).toBeDefined();
  expect(screen.getByText('Part of page 3 of The order · An address')).toBeDefined();
  expect(screen.getByText('Part of page 4 of Without a title · An address')).toBeDefined();
});
