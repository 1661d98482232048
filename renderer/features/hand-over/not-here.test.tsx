import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { BuiltExport } from '../../../shared/model/export';
import { NotHere } from './not-here';

afterEach(cleanup);

type Thing = BuiltExport['notHere'][number];
const thing = (number: number, more: Partial<Thing> = {}): Thing => ({ kind: 'document', id: String(number).padStart(32, '0'), name: `letter ${number}.pdf`, mark: '', why: 'left-out', entryNumbers: [number], ...more });

it('names each with its mark, why it is not there, and the entries it belongs to', () => {
  render(<NotHere things={[thing(1), thing(2, { mark: 'TM7', why: 'picture', entryNumbers: [2, 5] }), thing(3, { why: 'with-entries' })]} />);
  expect(screen.getByText('3 exhibits of these entries are not in the pages')).toBeTruthy();
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'letter 1.pdf: you left it out (entry 1)', 'TM7 letter 2.pdf: a photograph or screenshot, which needs an order or direction (entries 2 and 5)', 'letter 3.pdf: you left out the exhibits of its entry (entry 3)',
  ]);
});

it('shows five at first and the rest when asked, and nothing where all is there', () => {
  const { rerender, container } = render(<NotHere things={[1, 2, 3, 4, 5, 6, 7].map((number) => thing(number))} />);
  expect(screen.getAllByRole('listitem')).toHaveLength(5);
  fireEvent.click(screen.getByRole('button', { name: 'Show 2 more' }));
  expect(screen.getAllByRole('listitem')).toHaveLength(7);
  rerender(<NotHere things={[]} />);
  expect(container.textContent).toBe('');
});
