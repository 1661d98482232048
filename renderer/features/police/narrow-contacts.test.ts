import { expect, it } from 'vitest';
import type { CaseRow } from '../../../shared/model/case/case-entry';
import { allContacts, isNarrowed, narrowing, type ContactNarrowing } from './narrow-contacts';

const row = (id: string, part: Partial<CaseRow>): CaseRow => ({ id, form: '', title: '', opening: '', reference: '', personIds: [], reportId: null, hasOutcome: false, ...part } as CaseRow);
const rows = [
  row('a', { form: 'report', title: 'The desk', personIds: ['holt'] }),
  row('b', { form: 'call', personIds: ['before'], reportId: 'a', reference: '47/1' }),
  row('c', { form: 'letter', reportId: 'b', hasOutcome: true }),
  row('d', { form: 'report', opening: 'He waited outside' }),
  row('e', { form: 'call', reportId: 'd' }),
  row('f', { form: 'call', reportId: 'g' }),
  row('g', { form: 'call', reportId: 'f' }),
];
const shown = (part: Partial<ContactNarrowing>): string => rows.filter(narrowing(rows, { ...allContacts, ...part }, part.personId ? [part.personId, 'before'] : [], (id) => (id === 'holt' ? 'PC Holt' : ''))).map(({ id }) => id).join('');

it('narrows by form, person and text', () => {
  expect([shown({}), shown({ form: 'report' }), shown({ personId: 'holt' })]).toEqual(['abcdefg', 'ad', 'ab']);
  expect([shown({ text: ' DESK' }), shown({ text: '47/1' }), shown({ text: 'waited' }), shown({ text: 'holt' })]).toEqual(['a', 'b', 'd', 'a']);
  expect([isNarrowed(allContacts), isNarrowed({ ...allContacts, text: ' ' }), isNarrowed({ ...allContacts, withoutOutcome: true })]).toEqual([false, false, true]);
});
it('takes a report with all that belongs to it as settled when anything in it has an outcome, and goes round no ring', () => {
  expect(shown({ withoutOutcome: true })).toBe('defg');
});
