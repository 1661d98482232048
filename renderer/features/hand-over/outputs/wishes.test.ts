import { expect, it } from 'vitest';
import { OutputName, OutputWanted, formatsOf } from '../../../../shared/model/output';
import { firstWishes, formatOf, makingOf, mustAgree, standsAlone, type Wishes } from './wishes';

it('makes the chronology as PDF where she has said nothing, and for an evidence bag whatever she said before', () => {
  expect(makingOf(firstWishes)).toEqual({ wanted: { output: 'chronology' }, format: 'pdf' });
  expect(makingOf({ ...firstWishes, what: 'bag', formats: { chronology: 'word' } })).toEqual({ wanted: { output: 'chronology' }, format: 'pdf' });
});

it('asks for each paper with what belongs to it, as its usual file until she says another', () => {
  for (const what of OutputName.options) {
    const wishes: Wishes = { ...firstWishes, what, hasRead: 'iopc' };
    expect(OutputWanted.parse(makingOf(wishes).wanted)).toEqual(makingOf(wishes).wanted);
    expect([makingOf(wishes).wanted.output, formatOf(wishes)]).toEqual([what, formatsOf[what][0]]);
    const last = formatsOf[what].at(-1)!;
    expect(makingOf({ ...wishes, formats: { [what]: last } }).format).toBe(last);
  }
});

it('asks for no complaint before she has read what becomes of it, and again when it is to go to another', () => {
  const wishes: Wishes = { ...firstWishes, what: 'complaint' };
  expect([mustAgree(wishes), makingOf(wishes).wanted.output]).toEqual([true, 'chronology']);
  const read: Wishes = { ...wishes, hasRead: 'iopc' };
  expect([mustAgree(read), makingOf(read).wanted.output]).toEqual([false, 'complaint']);
  expect(mustAgree({ ...read, complaint: { ...read.complaint, to: 'psd' } })).toBe(true);
});

it('needs nothing chosen for a schedule of a whole conversation alone', () => {
  expect([standsAlone({ ...firstWishes, conversationId: 'a'.repeat(32) }), standsAlone({ ...firstWishes, what: 'messages' }), standsAlone({ ...firstWishes, what: 'messages', conversationId: 'a'.repeat(32) })]).toEqual([false, false, true]);
});
