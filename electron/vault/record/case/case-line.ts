import { CaseContent, CaseRow } from '../../../../shared/model/case/case-entry';
import { facedAs } from '../../../../shared/model/case/what-it-holds';
import { isToldKind, toldDayOf, toldKinds } from '../../../../shared/model/case/told-in-chronology';
import type { Transaction, VaultStore } from '../../store/store';
import { removeLine, writeLine } from '../chronology/chronology-line';
import { fromJson, type Queries } from '../rows';

/** Gives an entry of her record its line in the chronology, where its kind is told there. A draft has none, nor has what was erased. */
export function placeInChronology(transaction: Transaction, row: CaseRow, content: CaseContent): void {
  if (!isToldKind(row.kind)) return;
  const told = toldDayOf(content);
  if (row.status !== 'recorded' || told === null) {
    removeLine(transaction, row.kind, row.id);
    return;
  }
  const { id, kind, status, title, personIds, evidenceCount, amended, firstRecordedUtc, form, reference, bodyId } = row;
  writeLine(transaction, {
    subject: kind, id, status, title, text: facedAs(content).text, happened: told.day, kinds: [], personIds, evidenceCount, amended, firstRecordedUtc, told: { form, reference, bodyId, dayIs: told.is },
  });
}

const lineless = `case_entry WHERE status = 'recorded' AND kind IN (${toldKinds.map((kind) => `'${kind}'`).join(', ')}) AND NOT EXISTS (SELECT 1 FROM chronology_line AS line WHERE line.subject = case_entry.kind AND line.id = case_entry.id)`;

/** Places what was recorded by a program that did not tell its kind in the chronology yet. A vault that may only be read is brought to it in memory. */
export async function placeUntold(store: VaultStore): Promise<void> {
  const untold = (from: Queries): { row: string; content: string }[] => from.all(`SELECT row, content FROM ${lineless}`);
  if (untold(store).length === 0) return;
  const place = (transaction: Transaction): void => {
    for (const { row, content } of untold(transaction)) placeInChronology(transaction, fromJson(CaseRow, row), fromJson(CaseContent, content));
  };
  if (store.readOnly) store.changeInMemory(place);
  else await store.transact(place);
}
