import type { CheckFinding, VaultPart } from '../../contract/check-calls';
import type { ErrorCode } from '../../contract/errors';
import { countOf, sayNumber } from '../plural';

const documents = (count: number): string => countOf(count, 'document', 'documents');
const entries = (count: number): string => countOf(count, 'entry', 'entries');

const parts: Record<VaultPart, string> = {
  door: 'the page with which the vault opens',
  contents: 'the list of what is in it',
  record: 'the file that holds your record',
  reserve: 'the older copy of your record kept in reserve',
};

const stopped: Partial<Record<ErrorCode, string>> = {
  'vault-gone': 'The vault’s folder cannot be reached. Is it on a stick that was taken out? Nothing was found damaged. Put it back and go on.',
  'disk-full': 'The disk is full, so what was checked cannot be noted. Nothing was found damaged by that. Make some room and go on.',
};

/** Checking the vault, and comparing it with a printed seal code. */
export const check = {
  title: 'Check my vault',
  lead: 'Tidemark reads every document and every entry and compares them with what was recorded. You can go on working meanwhile.',
  begin: 'Check everything',
  beginAgain: 'Check everything again',
  running: 'Checking',
  /** Of all documents and bytes; sizes in words. */
  figure: (filesDone: number, filesTotal: number, bytesDone: string, bytesTotal: string) => `${sayNumber(filesDone)} of ${documents(filesTotal)}, ${bytesDone} of ${bytesTotal}`,
  recordNext: 'Now the record itself',
  pause: 'Pause',
  paused: 'Paused. It goes on where it was, also after you lock.',
  goOn: 'Go on',
  soFar: 'Found so far',
  stopped: (code: ErrorCode): string | null => stopped[code] ?? null,

  /** `day`: the date in words. */
  whole: (day: string, files: number, entryCount: number) => `On ${day} everything was checked: ${documents(files)}, ${entries(entryCount)}. All of it is as you recorded it.`,
  restWhole: (day: string, files: number, entryCount: number) => `Checked on ${day}. Everything else is as you recorded it: ${documents(files)}, ${entries(entryCount)}.`,
  damagedTitle: (count: number) => (count === 1 ? 'One document is not as you recorded it' : `${documents(count)} are not as you recorded them`),
  found: { damaged: 'damaged', missing: 'missing' },
  open: 'Show',
  damagedNext: 'A backup may hold them. Leave them here as they are, and do not back up over your only backup. Files can be damaged by a failing disk, or changed by someone.',
  mendedTitle: 'Something was damaged, and has been mended',
  mended: (found: readonly VaultPart[]) => `On the disk, ${sayList(found.map((part) => parts[part]))} was not as it should be. Tidemark has written it anew. Nothing of your record is lost. Make a backup soon: the disk may be failing, or someone may have changed files.`,
  notMendedTitle: 'The vault itself is damaged',
  notMended: (found: readonly VaultPart[]) => `On the disk, ${sayList(found.map((part) => parts[part]))} is not as it should be, and could not be written anew. What you see here is safe to read and to hand over. Make the pages you need now. A backup may hold the rest.`,
  historyTitle: 'The history does not agree',
  history: (sequence: number) => `From entry ${sayNumber(sequence)} on, the history is not as it was written. What stands before it is. Do not change anything more; show this to your solicitor.`,

  seal: {
    title: 'Compare with a seal code',
    lead: 'A seal code is printed on everything you hand over. Type it here to see up to which moment your record is unchanged since then.',
    field: 'Seal code from an export',
    submit: 'Compare',
    none: 'Type the code as it is printed, with the number in front.',
    mistyped: 'This is not a seal code as it is printed. Compare it with the paper, sign by sign.',
    numberMistyped: (sequence: number) => `The letters are right, but they belong to number ${sequence}. Look at the number in front again.`,
    unchangedTitle: (sequence: number) => `Unchanged up to entry ${sayNumber(sequence)}`,
    unchanged: (moment: string, later: number) => `Everything recorded up to ${moment} is exactly as it was when this code was printed. ${later === 0 ? 'Nothing was recorded after it.' : later === 1 ? 'One entry came after it.' : `${entries(later)} came after it.`}`,
    olderTitle: 'This vault is older than that export',
    older: (sequence: number, missing: number, moment: string) => `The code was printed when the history had at least ${entries(sequence)}. Here the last is from ${moment}, so ${missing === 1 ? 'one entry is' : `${entries(missing)} are`} missing. Someone may have put an older copy in its place, or the code is of another vault. Nothing was changed now. Look for a newer copy, such as a backup, and show this to your solicitor.`,
    changedTitle: 'The code does not fit this record',
    changed: (sequence: number) => `Up to entry ${sayNumber(sequence)}, this record is not the one the code was printed for. Either the record was changed, or an older copy was put in its place and written on, or the code is of another vault. Nothing was changed now. Keep the whole folder as it is and show this to your solicitor.`,
    exports: 'Your exports',
    exportLine: (day: string, entryNumber: string) => `${day}, entry ${entryNumber}`,
    compareThis: (fileName: string) => `Compare with ${fileName}`,
  },
};

export type DocumentFinding = Extract<CheckFinding, { about: 'document' }>;

function sayList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
