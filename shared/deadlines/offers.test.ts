import { expect, it } from 'vitest';
import { emptyContact, type Contact } from '../model/case/contact';
import { undated, type Dated } from '../model/dated';
import { deadlineFromOffer, deadlinesOffered } from './offers';

const on = (edtf: string): Dated => ({ ...undated, edtf });
const contact = (part: Partial<Contact>): Contact => ({ ...emptyContact, ...part });
const outcome = (list: Contact['outcomes'][number]['list'], told: string): Contact['outcomes'][number] => ({ id: 'a'.repeat(32), list, value: 'x', told: on(told), note: '' });

it('offers the review from the day she was told, else from the day of the contact, and nothing without a whole day', () => {
  expect(deadlinesOffered(contact({ form: 'letter', happened: on('2022-04-03'), outcomes: [outcome('misconduct', '2022-04-01')] }))).toEqual([{ rule: 'complaint-review', fromDay: '2022-04-01', secondDay: '' }]);
  expect(deadlinesOffered(contact({ form: 'call', happened: on('2022-04-03'), outcomes: [outcome('oversight', '2022-04')] }))).toEqual([{ rule: 'complaint-review', fromDay: '2022-04-03', secondDay: '' }]);
  expect(deadlinesOffered(contact({ form: 'letter', happened: on('2022-04'), outcomes: [outcome('misconduct', '')] }))).toEqual([]);
  expect(deadlinesOffered(contact({ form: 'letter', happened: on('2022-04-03') }))).toEqual([]);
});

it('starts nothing on the day of her own complaint or report, when nobody says when she was told what came of it', () => {
  expect(deadlinesOffered(contact({ form: 'complaint', happened: on('2022-04-03'), outcomes: [outcome('oversight', '')] }))).toEqual([]);
  expect(deadlinesOffered(contact({ form: 'report', happened: on('2022-04-03'), outcomes: [outcome('disposal', '')] }))).toEqual([]);
});

it('offers no surer a day than the contact has', () => {
  const [offer] = deadlinesOffered(contact({ form: 'letter', happened: on('2024-03-03~'), outcomes: [outcome('misconduct', '')] }));
  expect(offer).toMatchObject({ fromDay: '2024-03-03', asWritten: { fromDay: { typed: 'about 3 March 2024', edtf: '2024-03-03~' } } });
});

it('offers what the form starts: a subject access request, a review, a statement', () => {
  const rules = (part: Partial<Contact>): string[] => deadlinesOffered(contact({ happened: on('2023-03-31'), ...part })).map(({ rule }) => rule);
  expect([rules({ form: 'subject-access' }), rules({ form: 'review' }), rules({ form: 'call' }), rules({ form: 'report', outcomes: [outcome('disposal', '2023-04-01')] })])
    .toEqual([['subject-access-police', 'subject-access-other'], ['vrr-acknowledged', 'vrr-decided'], [], ['vrr-ask']]);
  expect(deadlinesOffered(contact({ form: 'statement', happened: on('2023-03-31') }))).toEqual([{ rule: 'common-assault', fromDay: '', secondDay: '2023-03-31' }]);
});

it('begins a draft about the contact, with its letters', () => {
  const evidence = [{ kind: 'document' as const, documentId: 'b'.repeat(32) }];
  expect(deadlineFromOffer({ rule: 'complaint-review', fromDay: '2022-04-01', secondDay: '' }, 'c'.repeat(32), { evidence })).toMatchObject({ rule: 'complaint-review', fromDay: '2022-04-01', contactId: 'c'.repeat(32), evidence, settled: 'no' });
});
