import { z } from 'zod';
import { Dated, DaySpan } from '../dated';
import { Id } from '../identity';
import { TurningPointWhat } from './turning-point';

/** `YYYY-MM-DD`, or '' where a period has no bound on that side. */
export const PeriodDay = z.string().regex(/^(|\d{4}-\d{2}-\d{2})$/);

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Number0 = z.number().int().nonnegative();

/** Kinds counted together: the pick-list's groups, those about the police as one; `none`: no kind is chosen, or none that this version knows. An entry can be in several. */
export const KindGroup = z.enum(['abuse', 'control', 'stalking', 'other-harm', 'police', 'none']);
export type KindGroup = z.infer<typeof KindGroup>;
export const kindGroups = KindGroup.options;

/** How many entries, and in how many of them each group is chosen: these add up to more than `all` where an entry has kinds of several. */
export const GroupCounts = z.object({ all: Number0, ...Object.fromEntries(KindGroup.options.map((group) => [group, Number0])) as Record<KindGroup, typeof Number0> });
export type GroupCounts = z.infer<typeof GroupCounts>;

/** One month, quarter or year. `mayLieIn`: entries whose day is not known well enough that can have happened in it; such an entry is in several periods. */
export const Bucket = z.object({ fromDay: Day, toDay: Day, counts: GroupCounts, mayLieIn: Number0 });
export type Bucket = z.infer<typeof Bucket>;

/** A report, complaint or court contact, or a turning point. `span`: '' both where it has no date. */
export const PatternMark = z.object({ entryId: Id, entryKind: z.enum(['contact', 'turning-point']), sort: z.enum(['report', 'complaint', 'court', 'turning-point']), what: TurningPointWhat.nullable(), title: z.string(), happened: Dated, span: DaySpan });
export type PatternMark = z.infer<typeof PatternMark>;

/** Time between two separations (or the beginning or end). `days`: both ends counted; `perMonth`: entries in 30.44 days, one decimal, null of less than 28 days. `fromMark`, `toMark`: ids of the turning points. */
export const Stretch = z.object({ fromDay: Day, toDay: Day, days: z.number().int().positive(), fromMark: Id.nullable(), toMark: Id.nullable(), counts: GroupCounts, perMonth: z.number().nonnegative().nullable() });
export type PatternStretch = z.infer<typeof Stretch>;

/** Days without an entry: from the day after one to the day before the next. `mayLieIn`: entries not known to a month that can have happened in it. */
export const EntryGap = z.object({ fromDay: Day, toDay: Day, days: z.number().int().positive(), mayLieIn: Number0 });
export type EntryGap = z.infer<typeof EntryGap>;

/** Dates as they are noted, in EDTF: none where no entry of the kind has one; two where the first is as loose as a season or a year and an exact one lies in it. */
export const KindDates = z.array(z.string()).max(2);
export type KindDates = z.infer<typeof KindDates>;

/** A kind in the order in which it is first told of: when that was, and when it was told of last. */
export const KindFirst = z.object({ kind: z.string(), count: Number0, first: KindDates, last: KindDates });
export type KindFirst = z.infer<typeof KindFirst>;

/** A separation that divides nothing, and why: it has no date; its date is about, uncertain or without a bound; it is to come; another one (`by`) has the same date, or lies within its date and is known more exactly. */
export const NotDividing = z.object({ entryId: Id, why: z.enum(['no-date', 'rough', 'to-come', 'same-date', 'more-exact']), by: Id.nullable() });
export type NotDividing = z.infer<typeof NotDividing>;

/** A separation that is not known to the day, and how many entries lie in no stretch for that reason. */
export const VagueDivider = z.object({ entryId: Id, count: z.number().int().positive() });
export type VagueDivider = z.infer<typeof VagueDivider>;

/** The earliest entry where years lie between it and the next one. `edtf`: its date as it is noted; `days`: wholly between the two. */
export const FarFirst = z.object({ entryId: Id, edtf: z.string(), nextDay: Day, days: z.number().int().positive() });
export type FarFirst = z.infer<typeof FarFirst>;

/** How many entries lie in the days just before and just after one mark whose day is known; the day itself is in neither. */
export const AroundMark = z.object({ entryId: Id, before: Number0, onTheDay: Number0, after: Number0 });
export type AroundMark = z.infer<typeof AroundMark>;

/** What the record counts, and nothing that follows from it. Only entries that are her record are counted. */
export const Patterns = z.object({
  unit: z.enum(['month', 'quarter', 'year']),
  /** In order, without a gap, from the first entry or mark to the last; none where no entry has a date. */
  buckets: z.array(Bucket),
  counted: Number0,
  /** The day on which this is counted, in the United Kingdom. Nothing is counted after it. */
  today: Day,
  /** Dated after `today`, and in none of the numbers: how many, and the day of the last, '9999-12-31' without a bound. */
  toCome: z.object({ count: z.number().int().positive(), lastDay: Day }).nullable(),
  /** The day on which an entry was last made part of the record; '' where none was. */
  keptUntil: PeriodDay,
  /** Of `counted`: not in any period, because it lies in no single one, or is about or uncertain. */
  notWellKnown: Number0,
  /** Of `notWellKnown`: without any date. */
  undated: Number0,
  drafts: Number0,
  erased: Number0,
  /** Years that entries touch, for narrowing. */
  years: z.array(z.number().int()),
  marks: z.array(PatternMark),
  /** Divided at every one of `dividing`; none where there is no such day, or nothing dated. */
  stretches: z.array(Stretch),
  /** Of entries: those that lie across a separation, are about or uncertain, or have no date. */
  besideStretches: Number0,
  /** Of entries: those that lie in no stretch because of a separation's date. */
  besideVague: z.array(VagueDivider),
  /** By which separations time is divided, in order, and which of them divide nothing. */
  dividing: z.array(Id),
  notDividing: z.array(NotDividing),
  farFirst: FarFirst.nullable(),
  /** The longest first. */
  gaps: z.array(EntryGap),
  kinds: z.array(KindFirst),
  around: z.array(AroundMark),
  aroundDays: z.number().int().positive(),
});
export type Patterns = z.infer<typeof Patterns>;
