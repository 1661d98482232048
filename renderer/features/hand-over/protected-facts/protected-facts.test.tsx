import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ProtectedFact, ProtectedFactSaid } from '../../../../shared/model/protected-fact';
import { ProtectedFacts } from './protected-facts';

let facts: ProtectedFact[];
beforeEach(() => {
  facts = [{ id: 'a', kind: 'address', text: '12 Rose Lane', alsoWritten: ['Rose Cottage'], firstRecordedUtc: '2026-01-02T03:04:05.000Z' }];
  const answers: Record<string, (input: never) => unknown> = {
    'protectedFacts.list': () => ({ facts: [...facts] }), 'protectedFacts.offers': () => ({ offers: [] }),
    'protectedFacts.remove': ({ id }: { id: string }) => { facts = facts.filter((fact) => fact.id !== id); return {}; },
    'protectedFacts.add': (said: ProtectedFactSaid) => { facts.push({ id: 'b', ...said, firstRecordedUtc: '2026-01-02T04:04:05.000Z' }); return facts.at(-1); },
  };
  const calls = new Proxy({}, { get: (_, name: string) => async (input: never) => ({ ok: true, value: answers[name]?.(input) ?? {} }) });
  Object.assign(window, { tidemark: { calls, events: new Proxy({}, { get: () => () => () => undefined }) } });
});
afterEach(cleanup);

it('what was taken off the list by a slip is put back in one press, with every way it is written', async () => {
  const user = userEvent.setup();
  render(<ProtectedFacts readOnly={false} onChanged={() => undefined} onTyped={() => undefined} />);
  await user.click(screen.getByRole('button', { name: /^What must never be in it/ }));
  await user.click(await screen.findByRole('button', { name: 'Take off the list: 12 Rose Lane' }));
  expect(await screen.findByText('“12 Rose Lane” is off the list. Pages are no longer looked through for it.')).toBeTruthy();
  expect(facts).toEqual([]);
  const undo = screen.getByRole('button', { name: 'Undo' });
  expect(document.activeElement).toBe(undo);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(facts.map(({ kind, text, alsoWritten }) => ({ kind, text, alsoWritten }))).toEqual([{ kind: 'address', text: '12 Rose Lane', alsoWritten: ['Rose Cottage'] }]));
  expect(await screen.findByText('12 Rose Lane')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});
