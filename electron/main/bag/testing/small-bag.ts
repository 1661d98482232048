import { createHash } from 'node:crypto';
import type { Document } from '../../../../shared/model/document';
import { ExportPlan } from '../../../../shared/model/export-plan';
import type { BagSource } from '../bag-contents';

export const sum = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
export const bytesOf: Record<string, Buffer> = { 1: Buffer.alloc(5_000_000, 1), 2: Buffer.from('words'), 3: Buffer.from('film') };
export const at = '2026-05-03T20:04:11.250Z';

function documentOf(number: 1 | 2 | 3, originalName: string, mediaType: string, form: Document['form']): Document {
  const bytes = bytesOf[number]!;
  return {
    id: String(number).repeat(32), status: 'kept', originalName, sizeBytes: bytes.length, fileModifiedUtc: at, mediaType, form, sha256: sum(bytes), addedUtc: at, origin: 'added', picture: null, title: '',
    happened: { typed: '', edtf: '', timeOfDay: '', timeApproximate: false, basis: null }, happenedSpan: { earliest: '', latest: '' }, note: '', linkedIncidentIds: [], erased: null,
  };
}
export const documents = [documentOf(1, 'door 100%.jpg', 'image/jpeg', 'image'), documentOf(2, 'CON.txt', 'text/plain', 'text'), documentOf(3, '../film.mp4', 'video/mp4', 'video')];
export const plan = ExportPlan.parse({
  planId: 'a'.repeat(32), caseName: 'Ellis', preparedUtc: at, example: false, includesPrivileged: false,
  entries: [{
    subject: 'incident', id: 'b'.repeat(32), number: 1, happened: { typed: 'June 2019', edtf: '2019-06', timeOfDay: '', timeApproximate: false, basis: 'diary' }, span: { earliest: '2019-06-01', latest: '2019-06-30' }, title: '=1+1', firstRecordedUtc: at, versions: [], people: [], exhibitMarks: ['TM1', 'TM2', 'TM3'],
  }],
  exhibits: documents.map((document, index) => ({ mark: `TM${index + 1}`, citedBy: ['b'.repeat(32)], thing: { kind: 'document', document, holdsPosition: false } })),
  making: { wanted: { output: 'chronology' }, format: 'pdf' }, narrative: null, talk: null, selectionMark: '', notHere: [], erasedCount: 0, bundle: null, privateChildren: [], redaction: null, foundRedactions: [], sealCode: '12-AAAA', historySequence: 12, historyHash: 'f'.repeat(64), historyEntryCount: 12,
});

/** Of a bag of three files, held in memory. */
export function sourceOf(given: Partial<BagSource> = {}): BagSource {
  return {
    plan, choice: { form: 'folder', originals: true, wholeSources: false, leftOut: [] }, chronology: { bytes: Buffer.from('%PDF pages'), pageCount: 3 }, guide: Buffer.from('%PDF guide'), checkingPage: Buffer.from('<!doctype html>'),
    document: async () => { throw new Error('no messages here'); }, details: async () => ({}),
    pieces: async function* ({ id }) { const bytes = bytesOf[id[0]!]!; for (let start = 0; start < bytes.length; start += 1 << 20) yield bytes.subarray(start, start + (1 << 20)); },
    draw: async () => [Buffer.from('drawn')], heldBack: new Set(), damaged: new Set(), ...given,
  };
}
