import { describe, expect, it } from 'vitest';
import type { ChronologyRow } from '../../../shared/model/chronology';
import type { ExportChoice } from '../../../shared/model/export';
import type { AsideThing } from '../../../shared/model/search';
import { asInRecord, type ExhibitSaid } from '../../../shared/model/exhibit-said';
import { exportChoice, inCopyOf, toggled, wholeChoice, withInCopy, withSameSaid } from './choice';

const row = (n: number, subject: ChronologyRow['subject'], status: ChronologyRow['status']): ChronologyRow => ({
  subject, status, id: String(n).padStart(32, '0'), title: '', opening: '', happened: { typed: '', edtf: '', timeOfDay: '', timeApproximate: false, basis: null },
  span: { earliest: '', latest: '' }, kinds: [], evidenceCount: 1, amended: false, firstRecordedUtc: null, told: null,
});
const rows = [row(1, 'incident', 'recorded'), row(2, 'incident', 'draft'), row(3, 'incident', 'erased'), row(4, 'document', 'kept'), row(5, 'excerpt', 'marked'), row(6, 'incident', 'recorded')];
const numbers = (ids: readonly string[]) => ids.map(Number);

describe('what goes in', () => {
  it('is everything recorded, never a draft, nothing erased, nothing privileged', () => {
    const choice = exportChoice({ ...wholeChoice, caseName: '  Re A ' }, rows, []);
    expect([numbers(choice.incidentIds), numbers(choice.documentIds), numbers(choice.excerptIds)]).toEqual([[1, 6], [4], [5]]);
    expect(choice).toMatchObject({ caseName: 'Re A', includePrivileged: false, leaveOutExhibitOf: [] });
  });
  it('is not what she took out, and exhibits stay home only where she said so and the incident goes', () => {
    const out = toggled(new Set(), rows[0]!.id, true);
    const choice = exportChoice({ ...wholeChoice, takenOut: toggled(out, rows[3]!.id, true), withoutExhibits: new Set([rows[0]!.id, rows[5]!.id]) }, rows, []);
    expect([numbers(choice.incidentIds), numbers(choice.documentIds), numbers(choice.leaveOutExhibitOf)]).toEqual([[6], [], [6]]);
    expect(out.size).toBe(1);
    expect(toggled(out, rows[0]!.id, false).size).toBe(0);
  });
  it('is what she put aside, in her order, but an incident goes as the entry it is; one tick for what stands in both lists', () => {
    const thing = (n: number, kind: AsideThing['kind']): AsideThing => ({ kind, id: String(n).padStart(32, '0'), title: '', opening: '', happened: rows[0]!.happened, canGo: true });
    const aside = [thing(9, 'mail'), thing(1, 'incident'), thing(5, 'excerpt'), thing(8, 'document'), { ...thing(2, 'incident'), canGo: false }];
    const named = ({ aside: goes }: ExportChoice) => goes.map(({ kind, id }) => `${kind} ${Number(id)}`);
    expect(named(exportChoice(wholeChoice, rows, aside))).toEqual(['mail 9', 'excerpt 5', 'document 8']);
    const without = exportChoice({ ...wholeChoice, takenOut: new Set([rows[4]!.id, thing(9, 'mail').id]) }, rows, aside);
    expect([named(without), without.excerptIds]).toEqual([['document 8'], []]);
  });
});

describe('a document without a date', () => {
  it('goes once she ticked it, and no longer when it is not offered: then its own row says', () => {
    const [one, other] = [row(21, 'document', 'kept'), row(22, 'document', 'kept')];
    const choice = { ...wholeChoice, undatedIn: new Set([one.id, other.id]) };
    expect(numbers(exportChoice(wholeChoice, rows, [], [one, other]).documentIds)).toEqual([4]);
    expect(numbers(exportChoice(choice, rows, [], [one, other]).documentIds)).toEqual([4, 21, 22]);
    expect(numbers(exportChoice({ ...choice, takenOut: new Set([other.id]) }, [...rows, other], [], [one]).documentIds)).toEqual([4, 21]);
  });
});

describe('how an exhibit stands in the copy', () => {
  const thing = { kind: 'document', id: rows[3]!.id } as const;
  const renamed = { ...asInRecord, title: 'The letter' };
  const before: ExhibitSaid[] = [{ ...thing, leftOut: false, inCopy: { ...asInRecord, title: 'As it was called' } }];

  it('is asked for with the rest, and not of what stays out', () => {
    const choice = withInCopy(wholeChoice, [], thing, renamed);
    expect(exportChoice(choice, rows, []).exhibits).toEqual([{ ...thing, leftOut: false, inCopy: renamed }]);
    expect(exportChoice({ ...choice, exhibitsOut: [{ ...thing, name: 'TM1' }] }, rows, []).exhibits).toEqual([{ ...thing, leftOut: true }]);
    expect(exportChoice(withInCopy(choice, [], thing, asInRecord), rows, []).exhibits).toBeUndefined();
  });
  it('is as in the bundle that is gone on from until she says otherwise; as in the record is then said outright', () => {
    expect(inCopyOf(wholeChoice, before, thing)?.title).toBe('As it was called');
    const back = withInCopy(wholeChoice, before, thing, asInRecord);
    expect(inCopyOf(back, before, thing)).toEqual(asInRecord);
    expect(exportChoice(back, rows, []).exhibits).toEqual([{ ...thing, leftOut: false, inCopy: asInRecord }]);
  });
  it('is taken over from something handed over before, in place of what was said of the same exhibits', () => {
    const other = { kind: 'document', id: rows[0]!.id } as const;
    const choice = withSameSaid(withInCopy(withInCopy(wholeChoice, [], thing, renamed), [], other, renamed), before);
    expect(choice.inCopy.map(({ id, inCopy }) => [Number(id), inCopy.title])).toEqual([[1, 'The letter'], [4, 'As it was called']]);
  });
});
