import type { ColumnMatch } from '../../model/source-preview';
import { isClock, readWritten } from './written-times';

/** What columns are called, whole names in lower case: English, and the languages of exports that people bring here. */
const headings = {
  date: /^(?:date|datetime|date.?time|date ?\/ ?time|date and time|timestamp|time ?stamp|sent|sent at|received|sent date|date sent|message date|created|created at|when|datum|fecha|data|дата|tarih|التاريخ|تاریخ)$/,
  time: /^(?:time|sent time|uhrzeit|zeit|hora|heure|ora|godzina|час|saat|الوقت|وقت)$/,
  sender: /^(?:from|sender|sender name|author|name|contact|contact name|user|username|person|who|de|von|absender|remitente|expéditeur|nadawca|от|gönderen|المرسل)$/,
  recipient: /^(?:to|recipient|recipients|receiver|an|para|à|empfänger|destinatario|destinataire|odbiorca|кому|alıcı|المستلم)$/,
  text: /^(?:message|message text|message body|text|body|content|contents|words|comment|note|nachricht|mensaje|texto|message content|wiadomość|treść|сообщение|текст|mesaj|الرسالة|پیغام)$/,
} as const;

const enough = 0.8;
const rowsLookedAt = 200;

interface Seen {
  readonly name: string;
  readonly filled: number;
  /** Of the cells that are not empty, in parts of one. */
  readonly dates: number;
  readonly clocks: number;
  readonly words: number;
  readonly length: number;
  readonly kinds: number;
}

/** What columns hold, by their content first and their names second. Null where not even a date and words can be told. */
export function likelyColumns(rows: readonly (readonly string[])[]): ColumnMatch | null {
  const looked = rows.filter((row) => row.some((cell) => cell.trim() !== '')).slice(0, rowsLookedAt);
  const [first, ...rest] = looked;
  if (!first || rest.length === 0) return null;
  const width = Math.min(64, Math.max(...looked.map((row) => row.length)));
  const below = Array.from({ length: width }, (_, column) => seen(first[column] ?? '', rest.map((row) => row[column] ?? '')));
  const hasHeading = !below.some((column, index) => column.dates >= enough && readWritten(first[index] ?? '', null) !== null) && first.filter((cell) => cell.trim() !== '').length > 1;
  const columns = hasHeading ? below : Array.from({ length: width }, (_, column) => seen('', looked.map((row) => row[column] ?? '')));
  return match(columns, hasHeading);
}

function match(columns: readonly Seen[], hasHeading: boolean): ColumnMatch | null {
  const taken = new Set<number>();
  const take = (fits: (column: Seen) => boolean, worth: (column: Seen) => number): number | null => {
    let best: number | null = null;
    for (const [index, column] of columns.entries()) {
      if (taken.has(index) || !fits(column)) continue;
      const chosen = best === null ? undefined : columns[best];
      if (!chosen || worth(column) > worth(chosen)) best = index;
    }
    if (best !== null) taken.add(best);
    return best;
  };
  const named = (kind: keyof typeof headings) => (column: Seen): number => (hasHeading && headings[kind].test(column.name) ? 1 : 0);
  const date = take((column) => column.dates >= enough && column.filled > 0, named('date'));
  if (date === null) return null;
  const time = take((column) => column.clocks >= enough && column.filled > 0, named('time'));
  const recipient = hasHeading ? take((column) => named('recipient')(column) > 0 && column.dates < enough, () => 1) : null;
  const text = take((column) => column.words > 0 && column.dates < enough && column.clocks < enough && named('sender')(column) === 0, (column) => named('text')(column) * 10_000 + column.length * column.words);
  if (text === null) return null;
  const sender = take((column) => column.filled > 0 && column.dates < enough && column.clocks < enough && (named('sender')(column) > 0 || (column.length <= 40 && column.kinds <= 0.5)), (column) => named('sender')(column) * 10 + (1 - column.kinds));
  return { date, time, sender, recipient, text, hasHeading };
}

function seen(name: string, cells: readonly string[]): Seen {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const share = (is: (cell: string) => boolean): number => (filled.length === 0 ? 0 : filled.filter(is).length / filled.length);
  const isClockOnly = share(isClock);
  return {
    name: name.trim().toLowerCase().slice(0, 60), filled: filled.length / Math.max(1, cells.length),
    dates: isClockOnly >= enough ? 0 : share((cell) => readWritten(cell, null) !== null), clocks: isClockOnly,
    words: share((cell) => /\p{L}|\p{Extended_Pictographic}/u.test(cell.slice(0, 400))),
    length: filled.reduce((sum, cell) => sum + Math.min(cell.length, 400), 0) / Math.max(1, filled.length),
    kinds: new Set(filled).size / Math.max(1, filled.length),
  };
}
