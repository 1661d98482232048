import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { undated } from '../../../../shared/model/dated';
import { emptyIncidentContent } from '../../../../shared/model/incident';
import type { PlannedEntry } from '../../../../shared/model/export-plan';
import { codesIn } from '../../../../shared/copies/copy-code';
import { selectionMark } from './selection-mark';

const common = (number: number) => ({ id: String(number).padStart(32, '0'), number, happened: { ...undated, edtf: '2019-03-12', timeOfDay: '21:00' }, span: { earliest: '2019-03-12', latest: '2019-03-12' }, title: `Entry ${number}`, firstRecordedUtc: null, exhibitMarks: [] });
const incident = (number: number, readings = 1): PlannedEntry => ({ ...common(number), subject: 'incident', people: [], versions: Array.from({ length: readings }, (_, index) => ({ number: index + 1, atUtc: `2026-05-0${index + 1}T09:00:00.000Z`, reason: '', content: emptyIncidentContent })) });
const paper = (number: number): PlannedEntry => ({ ...common(number), subject: 'document' });

it('is as docs/FORMAT.md says, so that another program can work it out', () => {
  const lines = `tidemark selection\nincident ${'1'.padStart(32, '0')} 2 2026-05-02T09:00:00.000Z\ndocument ${'2'.padStart(32, '0')} 2019-03-12 21:00`;
  const bits = [...createHash('sha256').update(lines).digest().subarray(0, 6)].map((byte) => byte.toString(2).padStart(8, '0')).join('').slice(0, 45);
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number.parseInt(five, 2)]).join('');
  const mark = selectionMark([incident(1, 2), paper(2)]);
  expect(mark).toBe(letters.replace(/(...)(...)(...)/, '$1-$2-$3'));
  expect(mark).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{3}-){2}[0-9A-HJKMNP-TV-Z]{3}$/);
});

it('is another where an entry is more, fewer, in another place, amended or dated otherwise; and the same whatever goes along with them', () => {
  const mark = selectionMark([incident(1), paper(2)]);
  const redated = { ...paper(2), happened: { ...undated, edtf: '2019-03-13' } };
  const others = [[incident(1)], [paper(2), incident(1)], [incident(1, 2), paper(2)], [incident(1), redated], [incident(1), paper(3)], [incident(1), paper(2), paper(3)]].map(selectionMark);
  expect(new Set([mark, ...others]).size).toBe(7);
  expect(selectionMark([{ ...incident(1), title: 'Called otherwise', exhibitMarks: ['TM1'] }, paper(2)])).toBe(mark);
  expect(selectionMark([])).toBe('');
});

it('is never read as the code of a copy', () => {
  expect(codesIn(`Selection ${selectionMark([incident(1), paper(2)])}`)).toEqual([]);
});
