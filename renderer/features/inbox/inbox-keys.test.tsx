import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Dated, undated } from '../../../shared/model/dated';
import { type IncidentContent, emptyIncidentContent } from '../../../shared/model/incident';
import type { InboxItem } from '../../../shared/model/inbox';
import { IncidentChooser } from '../../ui-record/incident-chooser';
import { TagsField } from '../../ui-record/tags-field';
import { DateDialog } from './date-dialog';
import { leaveToWrite, settleWriting } from './left-to-write';

const asked = vi.fn<(name: string, input: unknown) => void>();
let answers: Record<string, (input: never) => unknown> = {};
const named = (name: string): unknown[] => asked.mock.calls.filter(([each]) => each === name).map(([, input]) => input);
const row = (id: string, title: string): unknown => ({ subject: 'incident', id, title, opening: '', status: 'recorded', happened: undated });
// A dialog keeps the focus to itself here; that it begins in the field is seen in e2e/inbox.spec.ts.
beforeEach(() => {
  const calls = new Proxy({}, { get: (_, name: string) => async (input: never) => { asked(name, input); return { ok: true, value: answers[name]?.(input) ?? {} }; } });
  Object.assign(window, { tidemark: { calls } });
});
afterEach(() => { cleanup(); asked.mockClear(); answers = {}; });

it('saves the date by Enter', async () => {
  const user = userEvent.setup();
  const onDate = vi.fn<(happened: Dated) => void>();
  const onClose = vi.fn();
  render(<DateDialog before={undated} onDate={onDate} onClose={onClose} />);
  await user.click(screen.getByRole('textbox', { name: 'Date' }));
  await user.keyboard('12 March 2019{Enter}');
  expect(onDate).toHaveBeenCalledOnce();
  expect(onDate.mock.calls[0]![0]).toMatchObject({ typed: '12 March 2019', edtf: '2019-03-12' });
  expect(onClose).toHaveBeenCalledOnce();
});

it('leads from a day with two readings to the question before Enter saves', async () => {
  const user = userEvent.setup();
  const onDate = vi.fn<(happened: Dated) => void>();
  render(<DateDialog before={undated} onDate={onDate} onClose={() => undefined} />);
  await user.click(screen.getByRole('textbox', { name: 'Date' }));
  await user.keyboard('3/4/2019{Enter}');
  expect(onDate).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(screen.getAllByRole('radio')[0]);
  await user.keyboard(' {Enter}');
  expect(onDate.mock.calls[0]![0]).toMatchObject({ typed: '3/4/2019', edtf: '2019-04-03' });
});

function chooser(): { onLinked: ReturnType<typeof vi.fn>; onBegun: ReturnType<typeof vi.fn> } {
  const rows = [row('a', 'At the door'), row('b', 'By the school'), row('c', 'The school again')];
  answers = {
    'chronology.rows': ({ filter: { text } }: { filter: { text: string } }) => ({ total: 3, rows: rows.filter((each) => (each as { title: string }).title.includes(text)) }),
    'incidents.link': ({ id }: { id: string }) => ({ id }), 'incidents.begin': () => ({ id: 'new' }),
  };
  const told = { onLinked: vi.fn(), onBegun: vi.fn() };
  render(<IncidentChooser target={{ kind: 'document', documentId: 'd' }} linkedIncidentIds={[]} isOpen onClose={() => undefined} {...told} />);
  return told;
}

it('takes the first incident that fits by Enter, even before the list caught up', async () => {
  const user = userEvent.setup();
  chooser();
  await screen.findByRole('option', { name: /At the door/ });
  await user.click(screen.getByRole('textbox', { name: 'Find an incident' }));
  await user.keyboard('school{Enter}');
  await waitFor(() => expect(named('incidents.link')).toEqual([{ id: 'b', target: { kind: 'document', documentId: 'd' } }]));
});

it('goes from the field into the incidents by the arrow, back again, and takes the marked one by Enter', async () => {
  const user = userEvent.setup();
  chooser();
  await screen.findByRole('option', { name: /At the door/ });
  await user.click(screen.getByRole('textbox', { name: 'Find an incident' }));
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(screen.getByRole('option', { name: /At the door/ }));
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Find an incident' }));
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await waitFor(() => expect(named('incidents.link')).toMatchObject([{ id: 'b' }]));
});

it('tells a new incident, to be written now, from one that is only linked', async () => {
  const user = userEvent.setup();
  const { onLinked, onBegun } = chooser();
  await user.click(screen.getByRole('button', { name: 'Write a new incident and link it' }));
  await waitFor(() => expect(onBegun).toHaveBeenCalledWith({ id: 'new' }));
  expect(onLinked).not.toHaveBeenCalled();
});

it('makes the tag that she typed by Enter, and takes a marked one instead', async () => {
  const user = userEvent.setup();
  answers = { 'tags.of': () => ({ tags: [] }), 'tags.list': () => ({ tags: [{ id: 't', name: 'threats', count: 1 }] }), 'tags.put': ({ name }: { name: string }) => ({ tags: [{ id: 'n', name }] }) };
  const onPut = vi.fn();
  render(<TagsField subject={{ kind: 'document', id: 'd' }} onPut={onPut} />);
  await user.type(screen.getByRole('combobox'), 'thr{Enter}');
  await waitFor(() => expect(onPut).toHaveBeenCalledWith({ id: 'n', name: 'thr' }));
  expect(named('tags.put')).toEqual([{ kind: 'document', id: 'd', name: 'thr' }]);
  await user.clear(screen.getByRole('combobox'));
  await user.type(screen.getByRole('combobox'), 'thr{ArrowDown}{Enter}');
  await waitFor(() => expect(named('tags.put')).toHaveLength(2));
  expect(named('tags.put')[1]).toMatchObject({ name: 'threats' });
});

const item = { id: 'd', title: 'a' } as InboxItem;
async function back(content: IncidentContent, status = 'draft'): Promise<{ how: unknown; undone: number }> {
  const undo = vi.fn(async () => null);
  answers = { 'incidents.get': () => ({ id: 'new', status, content, links: [{ id: 'l' }] }) };
  const leaving = { incidentId: 'new', item, act: { says: '', undo }, state: 'waiting' as const, active: 0, acts: [] };
  leaveToWrite(leaving);
  const how = await settleWriting(leaving);
  expect(await settleWriting(leaving)).toBe(null);
  return { how, undone: undo.mock.calls.length };
}

it('takes the link back once when she comes back with nothing written, and leaves it with one word of hers', async () => {
  expect(await back(emptyIncidentContent)).toEqual({ how: 'taken-back', undone: 1 });
  expect(await back({ ...emptyIncidentContent, account: 'He' })).toEqual({ how: 'written', undone: 0 });
  expect(await back({ ...emptyIncidentContent, happened: { ...undated, typed: 'May' } })).toEqual({ how: 'written', undone: 0 });
  expect(await back(emptyIncidentContent, 'erased')).toEqual({ how: 'taken-back', undone: 1 });
});
