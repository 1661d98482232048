import type { ColumnMatch } from '../../../shared/model/source-preview';

/** Which column holds what, as far as she or the table has said; columns counted from 0. */
export type ColumnPicks = { readonly [Field in keyof ColumnMatch]: Field extends 'hasHeading' ? boolean : number | null };
export type PickedField = Exclude<keyof ColumnMatch, 'hasHeading'>;

export const pickedFields: readonly PickedField[] = ['date', 'time', 'sender', 'recipient', 'text'];
const neededFields: readonly PickedField[] = ['date', 'text'];

/** What is taken for likely, to begin with. */
export function picksFrom(likely: ColumnMatch | null): ColumnPicks {
  return likely ?? { date: null, time: null, sender: null, recipient: null, text: null, hasHeading: true };
}

/** What stands in the way of reading the table, by field: not chosen yet and needed, or a column chosen twice. */
export function complaintsOf(picks: ColumnPicks): Partial<Record<PickedField, 'needed' | 'twice'>> {
  const complaints: Partial<Record<PickedField, 'needed' | 'twice'>> = {};
  for (const field of pickedFields) {
    const column = picks[field];
    if (column === null ? neededFields.includes(field) : pickedFields.some((other) => other !== field && picks[other] === column)) complaints[field] = column === null ? 'needed' : 'twice';
  }
  return complaints;
}

/** The match, once nothing stands in its way. */
export function matchOf(picks: ColumnPicks): ColumnMatch | null {
  const { date, text, ...others } = picks;
  return date === null || text === null || Object.keys(complaintsOf(picks)).length > 0 ? null : { ...others, date, text };
}

/** How many columns a table's first rows have. */
export function columnCountOf(rows: readonly (readonly string[])[]): number {
  return rows.reduce((most, { length }) => Math.max(most, length), 0);
}
