import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../shared/contract/errors';
import { footOfPages } from '../../../shared/copies/foot-of-pages';
import { recipients as words } from '../../../shared/messages/en-gb/recipients';
import type { CopyAhead, CopyFile, CopyLeaving, Handing, LinesOfPage } from '../../../shared/model/copy';
import { lawyerRoles } from '../../../shared/model/recipient';
import { mustSayWhy } from '../../../shared/outputs/gates/private-children';
import { AssemblerHost } from '../export/assembler-host';
import { endsWithWork } from '../hosts/ends-with-work';
import { programFiles } from '../hosts/program-files';
import { ocrData } from '../ocr/ocr-data';
import type { ShellServices } from '../shell-services';
import { sweepFiles } from '../sweep/sweep-files';
import type { RunningTask } from '../work/tasks';
import { newPassphrase } from './new-passphrase';
import { shutInZip } from './shut-in-zip';

/** A finished file that was looked through and decided, for somebody. `printed`: of a PDF indices [from, to) of the pages that we set; null of a file without pages, which bears no mark. */
export interface FileForCopy { readonly bytes: Uint8Array; readonly pageCount: number; readonly printed: readonly { readonly from: number; readonly to: number }[] | null }

/** A numbered copy that has not left yet. `pages`: with its marks, not shut. `passphrase`: null where it goes unlocked. */
export interface CopyMade { readonly ahead: CopyAhead; readonly pages: Uint8Array<ArrayBuffer>; readonly pageCount: number | null; readonly lines: readonly LinesOfPage[]; readonly passphrase: string | null; readonly handing: Handing }

/**
 * Puts the next number of a recipient on finished pages. What is put on them is looked through first, as the pages were: a refuge's name as a recipient would stand on every page.
 * Refuses `mark-tells`, `cannot-print`, `cancelled`, and what the vault refuses.
 */
export async function makeCopy({ vault }: Pick<ShellServices, 'vault'>, task: RunningTask, given: FileForCopy, handing: Handing): Promise<CopyMade> {
  const ahead = await vault.ask('copies.ahead', { recipientId: handing.recipientId });
  await expectToTellNothing(vault, task, Object.values(ahead.to).join('\n'));
  const passphrase = handing.protection === 'none' ? null : newPassphrase();
  if (given.printed === null) return { ahead, pages: Uint8Array.from(given.bytes), pageCount: null, lines: [], passphrase, handing };
  const { printed } = given;
  task.progress('marking', 0, given.pageCount, 'pages');
  const [stampFont, pdfiumWasm] = await marksFiles();
  const marked = await withAssembler(task, (assembler) => assembler.ask({
    ask: 'mark', bytes: Uint8Array.from(given.bytes), stampFont, pdfiumWasm,
    mark: { code: ahead.code, foot: footOfPages(ahead), footBare: words.foot.bare(ahead.number, ahead.code), printed: printed.map(({ from, to }) => ({ from, to })) },
  }, 'marked'));
  if (marked.pageCount !== given.pageCount) throw new Refusal('cannot-print');
  return { ahead, pages: Uint8Array.from(marked.bytes), pageCount: marked.pageCount, lines: marked.lines, passphrase, handing };
}

/** Before anything is asked or made. The vault holds to it again. Refuses `reason-needed` where notes to her lawyers would go to somebody else, or material of private proceedings about a child to the police or the press, without a word of why. */
export async function expectReason({ vault }: Pick<ShellServices, 'vault'>, { recipientId, privilegedReason, childrenReason = '' }: Handing, { includesPrivileged, holdsPrivateChildren }: { readonly includesPrivileged: boolean; readonly holdsPrivateChildren: boolean }): Promise<void> {
  const { to } = await vault.ask('copies.ahead', { recipientId });
  if (includesPrivileged && !lawyerRoles.has(to.role) && privilegedReason === '') throw new Refusal('reason-needed');
  if (mustSayWhy(to.role, holdsPrivateChildren) && childrenReason === '') throw new Refusal('reason-needed');
}

/** The file as it leaves by itself, in pieces: shut as a PDF, or within a ZIP, where a passphrase goes with it. `name`: of what lies within. Refuses `cannot-print`, `cancelled`. */
export async function* piecesToSave({ pages, passphrase, handing }: CopyMade, task: RunningTask, name: string, dayUtc: string): AsyncGenerator<Uint8Array> {
  if (passphrase === null) yield pages;
  else if (handing.protection === 'zip') yield* shutInZip(name, oneAfterAnother([pages]), passphrase, dayUtc);
  else yield (await withAssembler(task, (assembler) => assembler.ask({ ask: 'protect', bytes: pages, passphrase }, 'document'))).bytes;
}

async function* oneAfterAnother(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

/** What the vault is told once the copy is written: the file that left, and within one that is shut the pages themselves, under `inside`. */
export function leaving(made: CopyMade, saved: { fileName: string; sha256: string; sizeBytes: number }, inside: string | null): CopyLeaving {
  const { pages, pageCount, handing } = made;
  const files: CopyFile[] = [{ name: saved.fileName, sha256: saved.sha256, sizeBytes: saved.sizeBytes, pageCount: inside === null || handing.protection === 'pdf' ? pageCount : null, inside: false }];
  const own = createHash('sha256').update(pages).digest('hex');
  if (inside !== null) files.push({ name: inside, sha256: own, sizeBytes: pages.length, pageCount, inside: true });
  return leavingWith(made, files);
}

/** The same of these files. */
export function leavingWith({ ahead, lines, passphrase, handing }: CopyMade, files: CopyFile[]): CopyLeaving {
  return { ahead, lines: [...lines], files, protection: handing.protection, passphrase: handing.keepPassphrase ? passphrase : null, privilegedReason: handing.privilegedReason, ...(handing.childrenReason === undefined ? {} : { childrenReason: handing.childrenReason }) };
}

/** Looks through words that go on pages or receipts of ours, with the list of what must never leave. Refuses `mark-tells`. */
export async function expectToTellNothing(vault: ShellServices['vault'], { signal }: Pick<RunningTask, 'signal'>, said: string): Promise<void> {
  const { facts } = await vault.askRecord('protectedFacts.list', {});
  if (facts.length === 0) return;
  const { hits } = await sweepFiles([{ path: 'copy.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode(said) }], facts, { files: programFiles, ocrData: () => ocrData(programFiles.ocrData), signal, progress: () => {} });
  if (hits.length > 0) throw new Refusal('mark-tells');
}

export async function withAssembler<T>({ signal }: Pick<RunningTask, 'signal'>, work: (assembler: AssemblerHost) => Promise<T>): Promise<T> {
  const assembler = new AssemblerHost(programFiles.assemble);
  return endsWithWork({ signal, refusal: 'cannot-print', end: () => assembler.end() }, () => work(assembler));
}

async function marksFiles(): Promise<[Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>]> {
  const [font, wasm] = await Promise.all(['LiberationSans-Regular.ttf', 'pdfium.wasm'].map(async (file) => Uint8Array.from(await readFile(path.join(programFiles.assets, file)))));
  if (font === undefined || wasm === undefined) throw new Refusal('cannot-print');
  return [font, wasm];
}
