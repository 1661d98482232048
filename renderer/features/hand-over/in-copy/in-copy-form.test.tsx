import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { asInRecord, type ExhibitInCopy } from '../../../../shared/model/exhibit-said';
import type { BuiltExport } from '../../../../shared/model/export';
import { InCopyForm } from './in-copy-form';

afterEach(cleanup);

const exhibit: BuiltExport['exhibits'][number] = { kind: 'document', id: 'a'.repeat(32), mark: 'TM3', name: 'scan0031.pdf', ownName: 'scan0031.pdf', page: 11, filePages: 40, ownPages: { first: 12, count: 40, ranges: [{ from: 1, to: 40 }] } };

function open(change: Partial<typeof exhibit> = {}, inCopy: ExhibitInCopy = asInRecord) {
  const kept: ExhibitInCopy[] = [];
  let closed = 0;
  render(<InCopyForm exhibit={{ ...exhibit, ...change }} inCopy={inCopy} standsOn={{ ofFile: 1, here: 'C12' }} onKeep={(one) => kept.push(one)} onClose={() => { closed += 1; }} />);
  return { kept, closed: () => closed };
}

it('is filled in by keyboard alone: title, pages, turns', async () => {
  const { kept } = open();
  expect(screen.getByRole('group', { name: 'How TM3 scan0031.pdf stands in this copy' })).toBeTruthy();
  expect(screen.getByText(/Page 1 of the file is on page C12 here\./)).toBeTruthy();
  // The hand is in the first field already.
  await userEvent.keyboard('Letter of the school');
  await userEvent.tab();
  await userEvent.keyboard('3 to 7, 12');
  await userEvent.tab();
  await userEvent.keyboard('4');
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard('12');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(kept).toEqual([{ title: 'Letter of the school', extract: { ranges: [{ from: 3, to: 7 }, { from: 12, to: 12 }], of: 40 }, turns: [{ page: 4, quarters: 1 }, { page: 12, quarters: 3 }] }]);
});

it('says beside the field what is amiss, keeps nothing, and goes away on Escape', async () => {
  const { kept, closed } = open();
  await userEvent.type(screen.getByLabelText('Pages that go'), '39 to 41');
  await userEvent.click(screen.getByRole('button', { name: 'Use in this copy' }));
  expect(screen.getByText('Write pages from 1 to 40, such as “3 to 7, 12”.')).toBeTruthy();
  await userEvent.clear(screen.getByLabelText('Pages that go'));
  await userEvent.type(screen.getByLabelText('A quarter to the right'), '2');
  await userEvent.type(screen.getByLabelText('Upside down'), '1 to 2');
  await userEvent.click(screen.getByRole('button', { name: 'Use in this copy' }));
  expect(screen.getByText('Page 2 stands in two of these. Leave it in one.')).toBeTruthy();
  expect(kept).toEqual([]);
  await userEvent.keyboard('{Escape}');
  expect(closed()).toBe(1);
});

it('of what has no pages asks for the title alone; goes back to how it is in the record', async () => {
  const { kept } = open({ kind: 'mail', filePages: null, ownPages: null }, { title: 'A mail', extract: null, turns: [] });
  expect(screen.queryByLabelText('Pages that go')).toBeNull();
  expect(screen.queryByText('Turn pages')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'As in the record' }));
  expect(kept).toEqual([asInRecord]);
});

it('lets her put right an extract of which not one page is here', () => {
  open({ filePages: null, ownPages: null }, { title: '', extract: { ranges: [{ from: 2, to: 3 }], of: 9 }, turns: [] });
  expect(screen.getByLabelText<HTMLInputElement>('Pages that go').value).toBe('2 to 3');
});
