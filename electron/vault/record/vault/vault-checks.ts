import { z } from 'zod';
import type { CheckFinding, CheckResult } from '../../../../shared/contract/check-calls';
import { VaultPart } from '../../../../shared/contract/check-calls';
import type { Id, UtcInstant } from '../../../../shared/model/identity';
import type { EvidenceFound, SealedEvidence, Transaction } from '../../store/store';
import { canonicalJson } from '../history/canonical-json';
import { appendHistory } from '../history/history';
import type { RecordContext } from '../record-context';
import { fromJson, type Queries } from '../rows';

/** What was found besides documents, as it is kept; documents are kept apart, by their ids. */
const KeptFinding = z.discriminatedUnion('about', [
  z.object({ about: z.literal('part'), part: VaultPart, isMended: z.boolean() }),
  z.object({ about: z.literal('history'), sequence: z.number() }),
]);

/** A document and its file, as a check reads it. */
export interface FileToCheck {
  documentId: Id;
  addedUtc: UtcInstant;
  sealed: Pick<SealedEvidence, 'objectName' | 'key' | 'sizeBytes' | 'sha256'>;
}

export interface FileChecked {
  documentId: Id;
  /** Sealed anew under another name, it is another file to check. */
  objectName: string;
  sizeBytes: number;
  /** When its reading began. */
  atUtc: UtcInstant;
  found: EvidenceFound;
}

/** A check that has begun and is not finished, and the files it has read. */
export interface OpenCheck {
  id: Id;
  beganUtc: UtcInstant;
  done: FileChecked[];
}

/** A damaged vault of schema 1 is not migrated, and knows of no checks. */
function knowsChecks(from: Queries): boolean {
  return from.all(`SELECT name FROM sqlite_master WHERE name = 'vault_check'`).length > 0;
}

export function openCheck(from: Queries): OpenCheck | null {
  if (!knowsChecks(from)) return null;
  const [row] = from.all<{ id: string; began_utc: string }>(`SELECT id, began_utc FROM vault_check WHERE ended_utc IS NULL`);
  return row === undefined ? null : { id: row.id, beganUtc: row.began_utc, done: filesOf(from, row.id) };
}

type CheckedRow = { document_id: string; object_name: string; at_utc: string; size_bytes: number; found: string };

function filesOf(from: Queries, checkId: Id): FileChecked[] {
  const rows = from.all<CheckedRow>(`SELECT document_id, object_name, at_utc, size_bytes, found FROM evidence_check WHERE check_id = ?`, [checkId]);
  return rows.map((row) => ({ documentId: row.document_id, objectName: row.object_name, atUtc: row.at_utc, sizeBytes: row.size_bytes, found: row.found as EvidenceFound }));
}

export function beginCheck(context: RecordContext): Promise<OpenCheck> {
  const check: OpenCheck = { id: context.newId(), beganUtc: context.now(), done: [] };
  return context.store.transact((transaction) => {
    transaction.run(`INSERT INTO vault_check (id, began_utc, files, bytes, entries, findings) VALUES (?, ?, 0, 0, 0, '[]')`, [check.id, check.beganUtc]);
    return check;
  });
}

type FileRow = { id: string; added_utc: string; object_name: string; evidence_key: Uint8Array; size_bytes: number; sha256: string };

const fileColumns = `id, added_utc, object_name, evidence_key, size_bytes, sha256`;

function asFile(row: FileRow): FileToCheck {
  return { documentId: row.id, addedUtc: row.added_utc, sealed: { objectName: row.object_name, key: row.evidence_key, sizeBytes: row.size_bytes, sha256: row.sha256 } };
}

/** A document's file as it is now; null when it was erased. */
export function fileToCheck(from: Queries, documentId: Id): FileToCheck | null {
  const [row] = from.all<FileRow>(`SELECT ${fileColumns} FROM document WHERE id = ? AND status = 'kept'`, [documentId]);
  return row === undefined ? null : asFile(row);
}

/** Files of kept documents in the order in which they were added, after `after`. */
export function filesToCheck(from: Queries, after: Pick<FileToCheck, 'addedUtc' | 'documentId'> | null, limit: number): FileToCheck[] {
  const rows = from.all<FileRow>(
    `SELECT ${fileColumns} FROM document WHERE status = 'kept' AND (added_utc, id) > (?, ?) ORDER BY added_utc, id LIMIT ?`,
    [after?.addedUtc ?? '', after?.documentId ?? '', limit],
  );
  return rows.map(asFile);
}

/** Whether the digest in the record is the one that the history says the document was added with. */
export function agreesWithHistory(from: Queries, { documentId, sealed }: FileToCheck): boolean {
  const [added] = from.all<{ payload: string | null }>(`SELECT payload FROM history WHERE subject_id = ? AND kind = 'document-added' ORDER BY sequence LIMIT 1`, [documentId]);
  if (added?.payload === undefined || added.payload === null) return true;
  return fromJson(z.object({ sha256: z.string() }), added.payload).sha256 === sealed.sha256;
}

export function noteFilesChecked(transaction: Transaction, checkId: Id, files: readonly FileChecked[]): void {
  for (const { documentId, objectName, sizeBytes, atUtc, found } of files) {
    transaction.run(`INSERT OR REPLACE INTO evidence_check (check_id, document_id, object_name, at_utc, size_bytes, found) VALUES (?, ?, ?, ?, ?, ?)`, [checkId, documentId, objectName, atUtc, sizeBytes, found]);
  }
}

export interface FileFigures {
  files: number;
  bytes: number;
}

/** Files of kept documents, and their bytes. */
export function fileFigures(from: Queries): FileFigures {
  const [row] = from.all<{ files: number; bytes: number | null }>(`SELECT count(*) AS files, sum(size_bytes) AS bytes FROM document WHERE status = 'kept'`);
  return { files: row?.files ?? 0, bytes: row?.bytes ?? 0 };
}

/** Documents that were found damaged or missing, by the names they have now; one that was erased since is not named. */
export function documentFindings(from: Queries, checked: readonly Pick<FileChecked, 'documentId' | 'found'>[]): CheckFinding[] {
  return checked.flatMap(({ documentId, found }): CheckFinding[] => {
    if (found === 'whole') return [];
    const [row] = from.all<{ name: string }>(`SELECT CASE title WHEN '' THEN original_name ELSE title END AS name FROM document WHERE id = ? AND status = 'kept'`, [documentId]);
    return row === undefined ? [] : [{ about: 'document', documentId, name: row.name, found }];
  });
}

/** Ends a check: its result is kept, the one before goes, and the history says what was found, naming documents by their ids alone. */
export async function finishCheck(context: RecordContext, check: Pick<OpenCheck, 'id'>, result: CheckResult, lastFiles: readonly FileChecked[]): Promise<void> {
  const { beganUtc, endedUtc, files, bytes, entries } = result;
  const findings = result.findings.filter((each) => each.about !== 'document');
  const documents = result.findings.flatMap((each) => (each.about === 'document' ? [{ id: each.documentId, found: each.found }] : []));
  await context.store.transact((transaction) => {
    noteFilesChecked(transaction, check.id, lastFiles);
    transaction.run(`DELETE FROM vault_check WHERE id <> ?`, [check.id]);
    transaction.run(`DELETE FROM evidence_check WHERE check_id <> ?`, [check.id]);
    transaction.run(`UPDATE vault_check SET ended_utc = ?, files = ?, bytes = ?, entries = ?, findings = ? WHERE id = ?`, [endedUtc, files, bytes, entries, canonicalJson(findings), check.id]);
    appendHistory(context, transaction, 'vault-checked', 'vault', context.store.vaultId, { beganUtc, files, bytes, entries, findings, documents });
  });
}

/** The result of the newest finished check. */
export function lastCheck(from: Queries): CheckResult | null {
  if (!knowsChecks(from)) return null;
  const [row] = from.all<{ id: string; began_utc: string; ended_utc: string; files: number; bytes: number; entries: number; findings: string }>(
    `SELECT id, began_utc, ended_utc, files, bytes, entries, findings FROM vault_check WHERE ended_utc IS NOT NULL ORDER BY ended_utc DESC LIMIT 1`,
  );
  if (row === undefined) return null;
  const findings = [...fromJson(z.array(KeptFinding), row.findings), ...documentFindings(from, filesOf(from, row.id))];
  return { beganUtc: row.began_utc, endedUtc: row.ended_utc, files: row.files, bytes: row.bytes, entries: row.entries, findings };
}
