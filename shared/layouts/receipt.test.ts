import { expect, it } from 'vitest';
import type { HandedCopy } from '../model/copy';
import { receiptPages } from './receipt';

const id = (letter: string): string => letter.repeat(32);
const copy: HandedCopy = {
  id: id('a'), exportId: id('b'), recipientId: id('c'), number: 1, code: 'T7HC-PETW', atUtc: '2026-07-03T20:04:11.250Z', sealCode: '5-T4B2-EEY4-F8JH-0Y45',
  to: { name: 'Harriet Lowe', role: 'solicitor', organisation: 'Lowe & Finch', reference: 'HL/221' },
  files: [{ name: 'ellis.pdf', inside: false, sha256: 'd'.repeat(64), sizeBytes: 9000, pageCount: 11 }],
  held: { caseName: 'Ellis', page: null, isBag: false, originals: false, incidentCount: 2, caseEntryCount: 0, exhibitMarks: [], includesPrivileged: false, privilegedReason: '', redactionListId: null, released: [] }, protection: 'none', hasPassphrase: false,
};

it('says when in UK time with its zone, as the pages it is about do, wherever the computer stands', () => {
  expect(receiptPages(copy, null)).toContain('3 July 2026, 21:04 BST');
});
