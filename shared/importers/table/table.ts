import type { ColumnMatch } from '../../model/source-preview';
import type { DateOrder } from '../../model/date-order';
import { clipped } from '../bytes/clipped';
import { shownPath } from '../file-names';
import { plainName } from '../conversations/plain-name';
import type { NeutralMessage, NeutralPart } from '../parts';
import type { Choices, Importer, Question } from '../reading';
import type { SourceFile } from '../source';
import { messageNotUnderstood } from '../not-understood';
import { DateOrderEvidence } from '../whatsapp/date-order';
import { likelyColumns } from './columns';
import { Conversations } from './conversations';
import { firstRows, readRows, type Row, type Shape } from './rows';
import { shapeOf } from './shape';
import { firstYear, readWritten, timeOf } from './written-times';

const rowsLookedAt = 200;
const rowsShown = 12;
const columnsShown = 64;
const examplesShown = 6;

/**
 * Any other conversation as a table: CSV (RFC 4180) or with other separators, one message a row. Told last, where nothing else knows the file, by a column of dates and one of words. Which column holds
 * what is for her to say; what is likely is proposed. A file is a conversation; where a table says who wrote to whom, each two people are.
 */
export const table: Importer = {
  kind: 'table',
  recognises: (head) => tableOf(head) !== null,
  question,
  read,
  mayBeTruncated: () => false,
};

interface Table {
  readonly shape: Shape;
  readonly rows: readonly Row[];
  readonly likely: ColumnMatch;
}

const markup = /^[\ufeff\s]*(?:<|\{|\[\s*[[{"]|%PDF|PK[\u0003\u0005]|BEGIN:)/;

function tableOf(head: Uint8Array): Table | null {
  const shape = shapeOf(head);
  if (!shape) return null;
  const rows = firstRows(head, shape, rowsLookedAt);
  if (markup.test(rows[0]?.text.slice(0, 200) ?? '')) return null;
  const likely = likelyColumns(rows.map(({ cells }) => cells));
  return likely && { shape, rows, likely };
}

async function question(files: readonly SourceFile[]): Promise<Question> {
  let columns: Question['columns'] = null;
  const open: DateOrderEvidence[] = [];
  let settled: DateOrder | null = null;
  for (const file of files) {
    const found = tableOf(await file.head());
    if (!found) continue;
    columns ??= { rows: found.rows.slice(0, rowsShown).map(({ cells }) => cells.slice(0, columnsShown).map((cell) => clipped(cell, 300))), likely: found.likely };
    const evidence = await evidenceOf(file, found, found.likely);
    if (evidence.hasDates && evidence.settled === null) open.push(evidence);
    else settled ??= evidence.settled;
  }
  if (open.length > 0) return { columns, dateOrder: { settled: null, examples: open.flatMap(({ examples }) => examples).slice(0, examplesShown) } };
  return { columns, dateOrder: settled && { settled, examples: [] } };
}

async function evidenceOf(file: SourceFile, { shape }: Table, match: ColumnMatch): Promise<DateOrderEvidence> {
  const evidence = new DateOrderEvidence(firstYear);
  let isFirst = match.hasHeading;
  for await (const rows of readRows(file.bytes(), shape)) {
    for (const { cells } of rows) {
      const written = isFirst ? null : readWritten(cells[match.date] ?? '', match.time === null ? null : (cells[match.time] ?? ''));
      isFirst = false;
      if (written?.kind === 'head') evidence.add(written.head, (cells[match.date] ?? '').trim());
    }
  }
  return evidence;
}

async function* read(files: readonly SourceFile[], _source: unknown, choices: Choices): AsyncGenerator<NeutralPart> {
  for (const [index, file] of files.entries()) {
    const found = tableOf(await file.head());
    if (!found) continue;
    // What she said of one table holds for those that have such columns.
    const match = choices.columns && fits(choices.columns, found) ? choices.columns : found.likely;
    const order = (await evidenceOf(file, found, match)).settled ?? choices.dateOrder;
    const conversations = new Conversations(String(index), titleOf(file), file.path, match, order);
    let isFirst = match.hasHeading;
    for await (const rows of readRows(file.bytes(), found.shape)) {
      for (const row of rows) {
        if (!isFirst && row.cells.some((cell) => cell.trim() !== '')) yield* conversations.add(row.cells, messageOf(row, match, order));
        isFirst = false;
      }
    }
    yield* conversations.end();
  }
}

function fits(match: ColumnMatch, { rows }: Table): boolean {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  return [match.date, match.time, match.sender, match.recipient, match.text].every((column) => column === null || column < width);
}

function messageOf(row: Row, match: ColumnMatch, order: DateOrder | null): NeutralMessage {
  const { cells, offset, length, line, text: whole } = row;
  const cell = (column: number | null): string => (column === null ? '' : (cells[column] ?? ''));
  const asWritten = [cell(match.date), cell(match.time)].map((part) => part.trim()).filter((part) => part !== '').join(' ');
  const written = readWritten(cell(match.date), match.time === null ? null : cell(match.time));
  const time = written && timeOf(written, order, asWritten);
  if (!time) return messageNotUnderstood(whole, { offset, length, line });
  return {
    kind: 'message', sender: clipped(plainName(cell(match.sender)), 300), ...time, text: clipped(cell(match.text), 1_000_000), attachments: [], flags: [], quoted: null, reactions: [], call: null,
    sourceLine: line, sourceOffset: offset, sourceLength: length,
  };
}

/** The file's own name without its ending. */
function titleOf(file: SourceFile): string {
  return shownPath(file.path.slice(file.path.lastIndexOf('/') + 1)).replace(/\.[A-Za-z0-9]{1,5}$/, '');
}
