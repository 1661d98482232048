/** One cell of a table that is a file. `day`: `YYYY-MM-DD`; `moment`: `YYYY-MM-DDTHH:MM:SS` on the clock that the zone's column names. Empty text: an empty cell. */
export type Cell =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'day'; readonly day: string }
  | { readonly is: 'moment'; readonly at: string };

/** `width`: in characters, as spreadsheets count. */
export interface SheetColumn { readonly name: string; readonly width: number }

/** A table as a file: one CSV, or one sheet of a spreadsheet. */
export interface Sheet { readonly name: string; readonly columns: readonly SheetColumn[]; readonly rows: readonly (readonly Cell[])[] }

export const text = (words: string): Cell => ({ is: 'text', text: words });
export const number = (value: number): Cell => ({ is: 'number', number: value });
/** `''` gives an empty cell. */
export const day = (value: string): Cell => (value === '' ? text('') : { is: 'day', day: value });
export const moment = (at: string): Cell => (at === '' ? text('') : { is: 'moment', at });
