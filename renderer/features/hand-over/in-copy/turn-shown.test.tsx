import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import type { BuiltExport } from '../../../../shared/model/export';
import { type Choice, wholeChoice } from '../choice';
import { TurnShown } from './turn-shown';

afterEach(cleanup);

const built = { exhibits: [{ kind: 'document', id: 'a'.repeat(32), mark: 'TM3', name: 'scan', ownName: 'scan', page: 5, filePages: 4, ownPages: { first: 6, count: 4, ranges: [{ from: 1, to: 4 }] } }] } as unknown as BuiltExport;

function Held({ page, onValue }: { readonly page: number; readonly onValue: (choice: Choice) => void }) {
  const [choice, setChoice] = useState<Choice>(wholeChoice);
  return <TurnShown built={built} page={page} choice={choice} before={[]} onChoice={(next) => { setChoice(next); onValue(next); }} />;
}

it('turns the page that is looked at, quarter by quarter, and says how it will stand', async () => {
  let choice = wholeChoice;
  render(<Held page={8} onValue={(next) => { choice = next; }} />);
  expect(screen.getByRole('group', { name: 'The page you are looking at: TM3, page 3 of the file' })).toBeTruthy();
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}{Enter}');
  expect(choice.inCopy).toEqual([{ kind: 'document', id: 'a'.repeat(32), inCopy: { title: '', extract: null, turns: [{ page: 3, quarters: 2 }] } }]);
  expect(screen.getByRole('status').textContent).toBe('Upside down');
  await userEvent.keyboard('{Enter}{Enter}');
  expect(choice.inCopy).toEqual([]);
  expect(screen.getByRole('status').textContent).toBe('As it is');
});

it('is not there on a page that we set', () => {
  render(<Held page={5} onValue={() => undefined} />);
  expect(screen.queryByRole('group')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Turn right' })).toBeNull();
});
