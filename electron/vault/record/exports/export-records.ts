import { z } from 'zod';
import type { CasePageRequest } from '../../../../shared/model/case/case-page';
import type { IssuedBundle } from '../../../../shared/model/bundle';
import { BagRecord } from '../../../../shared/model/bag';
import type { CopyLeaving } from '../../../../shared/model/copy';
import type { ExportRecord } from '../../../../shared/model/export';
import { MadeAs, type PartFile } from '../../../../shared/model/output';
import { Released } from '../../../../shared/model/sweep';
import type { Transaction } from '../../store/store';
import { canonicalJson } from '../history/canonical-json';
import { fromJson, type Queries } from '../rows';

/** What is known of the file once it is written. */
export type SavedFile = Pick<ExportRecord, 'fileName' | 'pageCount' | 'sizeBytes' | 'sha256' | 'released'> & { readonly bag?: BagRecord | undefined; /** For whom it is; undefined: for nobody yet. */ readonly copy?: CopyLeaving | undefined; /** Of a court's bundle what it is cited by from now on. */ readonly issued?: IssuedBundle | undefined; /** Where it left as several files, each of them. */ readonly parts?: PartFile[] | undefined; /** It says of itself that it is PDF/A-2b. */ readonly isKept?: true | undefined };

type ExportRow = { id: string; at_utc: string; case_name: string; file_name: string; page_count: number; size_bytes: number; sha256: string; seal_code: string; incident_count: number; exhibit_count: number; case_entry_count: number; page?: CasePageRequest['page'] | null; released?: string; bag?: string | null; made?: string | null; list_used?: string | null };

export function keepExportRecord(transaction: Transaction, record: ExportRecord): void {
  transaction.run(
    `INSERT INTO export_record (id, at_utc, case_name, file_name, page_count, size_bytes, sha256, seal_code, incident_count, exhibit_count, page, released, bag, made) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [record.id, record.atUtc, record.caseName, record.fileName, record.pageCount, record.sizeBytes, record.sha256, record.sealCode, record.incidentCount, record.exhibitCount, record.page, canonicalJson(record.released), record.bag === null ? null : canonicalJson(record.bag), record.made === null ? null : canonicalJson(record.made)],
  );
}

/** The history names every entry that went. */
const caseEntriesIn = `(SELECT count(*) FROM history, json_each(history.payload, '$.entries') AS entry WHERE history.subject_id = export_record.id AND history.kind = 'exported' AND json_extract(entry.value, '$.subject') = 'case')`;

/** The name, as it was then, of the list by which something was taken out. */
const listUsed = `(SELECT json_extract(history.payload, '$.redactionList.name') FROM history WHERE history.subject_id = export_record.id AND history.kind = 'exported' AND history.payload IS NOT NULL)`;

/** Everything that was handed over, newest first. */
export function listExports(from: Queries): ExportRecord[] {
  return from.all<ExportRow>(`SELECT export_record.*, ${caseEntriesIn} AS case_entry_count, ${listUsed} AS list_used FROM export_record ORDER BY at_utc DESC`).map((row) => ({
    id: row.id, atUtc: row.at_utc, caseName: row.case_name, fileName: row.file_name, pageCount: row.page_count, sizeBytes: row.size_bytes, sha256: row.sha256,
    sealCode: row.seal_code, incidentCount: row.incident_count, caseEntryCount: row.case_entry_count, exhibitCount: row.exhibit_count, page: row.page ?? null, released: fromJson(z.array(Released), row.released ?? '[]'),
    ...(row.list_used == null ? {} : { redactionList: row.list_used }),
    bag: row.bag == null ? null : fromJson(BagRecord, row.bag), made: row.made != null ? fromJson(MadeAs, row.made) : row.page == null ? { output: 'chronology', format: 'pdf' } : null,
  }));
}
