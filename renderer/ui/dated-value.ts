import { spanOf, understandDate, type DateReading, type WhyNotUnderstood } from '../../shared/dates';
import type { Dated } from '../../shared/model/dated';

/** What stands beneath the date field. */
export type DateAnswer =
  | { kind: 'nothing' }
  /** `inWordsOnly`: times that only her own words keep; '' for none. */
  | { kind: 'understood'; inWordsOnly: string }
  | { kind: 'time-only' }
  | { kind: 'ask'; readings: readonly DateReading[]; chosen: number | null }
  | { kind: 'not-understood'; why: WhyNotUnderstood };

/** Today on her own calendar, `YYYY-MM-DD`. */
export function todayHere(now = new Date()): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/**
 * The date after she typed. Her words are kept whole; a reading is taken only when there is one. Where there are two or
 * more nothing is chosen for her: `edtf` stays '' until `takeReading`. How it is known stays as it was.
 */
export function datedFromTyped(typed: string, before: Dated, today: string): Dated {
  const read = understandDate(typed, today);
  const taken = read.kind === 'understood' ? read : { edtf: '', timeOfDay: '', timeApproximate: false };
  return { typed, edtf: taken.edtf, timeOfDay: taken.timeOfDay, timeApproximate: taken.timeApproximate, basis: before.basis };
}

export function takeReading(before: Dated, { edtf, timeOfDay, timeApproximate }: DateReading): Dated {
  return { ...before, edtf, timeOfDay, timeApproximate };
}

/**
 * What to say beneath a date. What was once understood stays as it is, also when "yesterday" would mean another day by
 * now: only the readings of an open question are looked up again.
 */
export function answerFor(dated: Dated, today: string): DateAnswer {
  if (!dated.typed.trim()) return { kind: 'nothing' };
  const read = understandDate(dated.typed, today);
  if (read.kind === 'ambiguous') {
    const chosen = read.readings.findIndex((reading) => reading.edtf === dated.edtf && reading.timeOfDay === dated.timeOfDay && reading.timeApproximate === dated.timeApproximate);
    if (chosen >= 0 || (dated.edtf === '' && dated.timeOfDay === '')) return { kind: 'ask', readings: read.readings, chosen: chosen >= 0 ? chosen : null };
  }
  if (dated.edtf) return { kind: 'understood', inWordsOnly: (read.kind === 'understood' && dated.timeOfDay === '' && read.inWordsOnly) || '' };
  if (dated.timeOfDay) return { kind: 'time-only' };
  return { kind: 'not-understood', why: read.kind === 'not-understood' ? read.why : { reason: 'other' } };
}

/** Whether a date lies wholly after today: one day, or a longer time. Null when not, or when it has no beginning. */
export function notYetCome({ edtf }: Pick<Dated, 'edtf'>, today: string): 'day' | 'longer' | null {
  const { earliest, latest } = spanOf(edtf);
  if (earliest <= today) return null;
  return earliest === latest ? 'day' : 'longer';
}
