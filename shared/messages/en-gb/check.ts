import type { VaultPart } from '../../contract/check-calls';
import type { WayInKind } from '../../contract/ways-in-calls';
import type { ErrorCode } from '../../contract/errors';
import { countOf, sayNumber } from '../plural';

type Endable = Exclude<WayInKind, 'passphrase'>;

const documents = (count: number): string => countOf(count, 'document', 'documents');
/** Of the history: an entry is what she wrote. */
const steps = (count: number): string => countOf(count, 'step', 'steps');

const parts: Record<VaultPart, string> = {
  door: 'the vault’s first page',
  contents: 'the list of what is in it',
  record: 'the file that holds your record',
  reserve: 'the older copy of your record kept in reserve',
};

const stopped: Partial<Record<ErrorCode, string>> = {
  'busy': 'Everything is being renewed. Check it afterwards.',
  'vault-gone': 'The vault’s folder cannot be reached. Is it on a stick that was taken out? Nothing was found damaged. Put it back and go on.',
  'disk-full': 'The disk is full, so what was checked cannot be noted. Nothing was found damaged by that. Make some room and go on.',
};

/** Checking the vault, comparing it with a printed seal code, and making the search anew. */
export const check = {
  title: 'Check my vault',
  lead: 'Tidemark reads everything on the disk and compares it with what you recorded. You can go on working.',
  begin: 'Check everything',
  beginAgain: 'Check everything again',
  running: 'Checking',
  /** Of all documents and bytes; sizes in words. */
  figure: (filesDone: number, filesTotal: number, bytesDone: string, bytesTotal: string) => `${sayNumber(filesDone)} of ${documents(filesTotal)}, ${bytesDone} of ${bytesTotal}`,
  recordNext: 'Now the record itself',
  pause: 'Pause',
  paused: 'Paused',
  pausedHint: 'You can go on from here at any time, also after a lock. A file that changes meanwhile is read again.',
  goOn: 'Go on',
  /** While everything is renewed. */
  waits: 'Everything is being renewed. The check goes on by itself afterwards.',
  notYet: 'Everything is being renewed. Check it afterwards.',
  soFar: 'Found so far',
  stopped: (code: ErrorCode): string | null => stopped[code] ?? null,

  /** `over`: the time in words, from beginning to end; what was read first may have been changed before the last was read. */
  whole: (over: string, files: number, stepCount: number) => `Everything was checked ${over}: ${documents(files)}, ${steps(stepCount)} of the history. Each part was as you recorded it when it was read.`,
  restWhole: (over: string, files: number, stepCount: number) => `Checked ${over}. Everything else was as you recorded it when it was read: ${files === 0 ? '' : `${documents(files)}, `}${steps(stepCount)} of the history.`,
  damagedTitle: (count: number) => (count === 1 ? 'One document is not as you recorded it' : `${documents(count)} are not as you recorded them`),
  found: { damaged: 'damaged', missing: 'missing' },
  open: 'Show',
  damagedNext: 'A backup may hold them. Leave them as they are here. A failing disk can damage files, and so can a person.',
  mendedTitle: 'Something was damaged, and has been mended',
  mended: (found: readonly VaultPart[]) => `On the disk, ${sayList(found.map((part) => parts[part]))} ${found.length === 1 ? 'was not as it should be. Tidemark has written it anew' : 'were not as they should be. Tidemark has written them anew'}. Nothing of your record is lost. Make a backup soon: the disk may be failing, or someone may have changed files.`,
  notMendedTitle: 'The vault itself is damaged',
  notMended: (found: readonly VaultPart[]) => `On the disk, ${sayList(found.map((part) => parts[part]))} ${found.length === 1 ? 'is not as it should be' : 'are not as they should be'}, and could not be written anew. What you see here is safe to read and to hand over. Make the pages you need now. A backup may hold the rest.`,
  historyTitle: 'The history does not agree',
  history: (sequence: number) => `From step ${sayNumber(sequence)} on, the history is not as it was written. What stands before it is. Do not change anything more; show this to your solicitor.`,

  seal: {
    title: 'Compare with a printed code',
    lead: 'Type the seal code of something you handed over. Tidemark says up to which moment your record is unchanged since then.',
    field: 'Seal code on paper',
    submit: 'Compare',
    none: 'Type the code as it is printed, with the number in front.',
    mistyped: 'This is not a seal code as it is printed. Compare it with the paper, sign by sign.',
    numberMistyped: (sequence: number) => `The letters are right, but they belong to number ${sequence}. Look at the number in front again.`,
    unchangedTitle: (sequence: number) => `Unchanged up to step ${sayNumber(sequence)}`,
    unchanged: (moment: string, later: number) => `Everything recorded up to ${moment} is exactly as it was when this code was printed. ${later === 0 ? 'Nothing came after it.' : `${steps(later)} came after it.`}`,
    olderTitle: 'This vault is older than that code',
    older: (sequence: number, missing: number, moment: string) => `The code was printed when the history had at least ${steps(sequence)}. Here it ends on ${moment}, and ${missing === 1 ? '1 step is' : `${steps(missing)} are`} missing. Someone may have put an older copy in its place, or the code belongs to another vault. Nothing has changed now. Look for a newer copy, such as a backup, and show this to your solicitor.`,
    changedTitle: 'The code does not fit this record',
    changed: (sequence: number) => `Up to step ${sayNumber(sequence)}, this is not the record the code was printed for. It was changed, or an older copy was put in its place and written on, or the code belongs to another vault. Nothing has changed now. Keep the vault’s whole folder as it is, and show this to your solicitor.`,
    exports: 'Handed over before',
    compareThis: (fileName: string) => `Compare with ${fileName}`,
  },

  /** On the first page after opening. */
  foundBefore: 'The last check of your vault found something that needs you.',

  /** What was done with the vault itself, newest first. */
  vaultHistory: {
    title: 'What was done with this vault',
    none: 'Nothing yet.',
    more: 'Show more',
    tried: (moment: string) => `Tried on ${moment}`,
    refusedInside: 'A wrong passphrase was tried at the open vault, to change a way in',
    ended: { 'recovery-code': 'Recovery code ended', 'key-file': 'Key file ended', 'shared-key': 'Recovery shares ended' } satisfies Record<Endable, string> as Record<Endable, string>,
    checkedOver: (over: string) => `Read ${over}`,
    sharesFor: (needed: number, people: readonly string[]) => `Recovery shares made, ${needed} of ${people.length}: ${people.join(', ')}`,
    checked: (files: number, stepCount: number, damaged: number, others: number) => (damaged + others === 0
      ? `${documents(files)}, ${steps(stepCount)} of the history: all as recorded when it was read`
      : [damaged > 0 ? `${documents(damaged)} damaged or missing` : '', others > 0 ? `${damaged > 0 ? 'damage' : 'Damage'} to the vault’s own files` : ''].filter(Boolean).join(', ')),
  },

  search: {
    title: 'If Find misses something',
    lead: 'What Find looks through is made anew from your record and your text files. Your record does not change.',
    begin: 'Make it anew',
    done: (subjects: number, messageCount: number, pageCount: number) => `Done. Find now looks through ${sayList([countOf(subjects, 'thing you recorded', 'things you recorded'), messageCount > 0 ? countOf(messageCount, 'message', 'messages') : '', pageCount > 0 ? `the words of ${countOf(pageCount, 'page', 'pages')} of documents` : ''].filter(Boolean))}.`,
    stopped: 'Stopped. Find works as it did before.',
  },
};

function sayList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
