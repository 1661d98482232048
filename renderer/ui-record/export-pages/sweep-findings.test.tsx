import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SweepHit } from '../../../shared/model/sweep';
import { SweepFindings } from './sweep-findings';
import { keyOfOwner, type SweepOwner } from './sweep-owner';

const hitOn = (page: number): SweepHit => ({ id: `0190d0a0-0000-7000-8000-00000000000${page}`, what: 'author', factId: null, sureness: null, place: { file: ['pages.pdf'], where: 'page', name: '', page }, count: 1, shown: { before: '', found: `Ann ${page}`, after: '' } } as SweepHit);
const hits = [1, 2, 3].map(hitOn);
const [first, second] = hits as [SweepHit, SweepHit, SweepHit];
const owner = { hitId: second.id, ids: ['0190d0a0-0000-7000-8000-0000000000aa'], exhibit: null, name: 'note.txt', at: null } as unknown as SweepOwner;
beforeEach(() => Object.assign(window, { tidemark: { calls: new Proxy({}, { get: () => async () => ({ ok: true, value: { facts: [] } }) }), events: new Proxy({}, { get: () => () => () => undefined }) } }));
afterEach(cleanup);

const draw = (given: Partial<Parameters<typeof SweepFindings>[0]>) => render(<SweepFindings exportId={first.id} of="pages" report={{ hits, isCut: false, factCount: 0 } as never} owners={[owner]} keyOf={({ id }) => id} released={new Map()} onReleased={() => undefined} onGoTo={null} onLeaveOut={() => undefined} onRedact={null} {...given} />);
const pagesInOrder = () => screen.getAllByRole('listitem').map((row) => /Page \d/.exec(row.textContent ?? '')?.[0]);

it('what waits for her comes first; what she decided is one line with its count, which opens', async () => {
  draw({ released: new Map([[first.id, 'her own name']]) });
  const seen = () => screen.getAllByRole('listitem').map((row) => /Page \d/.exec(row.textContent ?? '')?.[0]);
  expect(seen()).toEqual(['Page 2', 'Page 3']);
  expect(screen.getByText('2 places to decide before you can save')).toBeTruthy();
  await userEvent.setup().click(screen.getByRole('button', { name: '1 decided' }));
  expect(seen()).toEqual(['Page 2', 'Page 3', 'Page 1']);
  expect(within(screen.getByRole('region', { name: 'Who wrote something, decided' })).getByText('Stands: her own name')).toBeTruthy();
});

function Deciding() {
  const [released, setReleased] = useState<ReadonlyMap<string, string>>(new Map([[first.id, 'her own name']]));
  return <SweepFindings exportId={first.id} of="pages" report={{ hits, isCut: false, factCount: 0 } as never} owners={[]} keyOf={({ id }) => `deciding ${id}`} released={released} onReleased={setReleased} onGoTo={null} onLeaveOut={null} onRedact={null} />;
}
const focusedName = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

it('a decision that is taken back waits again on top, and the keyboard is never lost: at the next that waits, at what waits again, at the line of those decided', async () => {
  const user = userEvent.setup();
  render(<Deciding />);
  const letStand = async (place: string) => {
    await user.click(screen.getByRole('button', { name: `Let it stand: ${place}` }));
    await user.type(await screen.findByRole('textbox'), 'his own words');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Let it stand' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  };
  await letStand('Page 2');
  await waitFor(() => expect(focusedName()).toBe('Let it stand: Page 3'));
  await letStand('Page 3');
  await waitFor(() => expect(focusedName()).toBe('3 decided'));
  await user.keyboard('{Enter}');
  await user.click(screen.getByRole('button', { name: 'Take back: Page 1' }));
  await waitFor(() => expect(focusedName()).toBe('Let it stand: Page 1'));
  expect(screen.getByRole('button', { name: '2 decided' })).toBeTruthy();
  expect(pagesInOrder()).toEqual(['Page 1', 'Page 2', 'Page 3']);
  expect(screen.getByText('1 place to decide before you can save')).toBeTruthy();
});

it('what she left out stays on the list, and says what is next; nothing more is let stand in pages that are no longer the ones that leave', async () => {
  const onLeaveOut = vi.fn();
  const { rerender } = draw({ onLeaveOut });
  await userEvent.setup().click(screen.getByRole('button', { name: 'Leave out “note.txt”' }));
  expect(onLeaveOut.mock.calls).toEqual([[owner]]);
  rerender(<SweepFindings exportId={first.id} of="pages" report={{ hits, isCut: false, factCount: 0 } as never} owners={[owner]} keyOf={({ id }) => id} released={new Map()} onReleased={() => undefined} onGoTo={null} onLeaveOut={onLeaveOut} leftOut={new Set([keyOfOwner(owner)])} isStale onRedact={null} />);
  expect(pagesInOrder()).toEqual(['Page 1', 'Page 3', 'Page 2']);
  const gone = screen.getAllByRole('listitem')[2]!;
  expect(within(gone).getByText('You left out “note.txt”. Make the pages again.')).toBeTruthy();
  expect(screen.queryAllByRole('button', { name: /^Let/ })).toEqual([]);
});
