import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { NeutralMessage } from '../../../../shared/importers/parts';
import { chatBegins, chatChosen, chatSays, madeMessage } from '../../../../shared/importers/testing/made-parts';
import { type CounterAllegation, emptyCounterAllegation } from '../../../../shared/model/case/counter-allegation';
import type { Conversation } from '../../../../shared/model/conversation';
import { emptyIncidentContent, type IncidentContent } from '../../../../shared/model/incident';
import type { TestVault } from './open-service';

export const content = (change: Partial<IncidentContent>): IncidentContent => ({ ...emptyIncidentContent, ...change });
export const on = (edtf: string): IncidentContent['happened'] => ({ typed: edtf, edtf, timeOfDay: '', timeApproximate: false, basis: null });
/** What an expected refusal with this code matches. */
export const refused = (code: string): object => ({ code });
export const taskId = 'a'.repeat(32);

/** Begins, writes and records an incident; gives its id. */
export async function recorded(vault: TestVault, change: Partial<IncidentContent>): Promise<string> {
  const { id } = await vault.ask('incidents.begin', {});
  await vault.ask('incidents.saveDraft', { id, content: content(change) });
  await vault.ask('incidents.record', { id });
  return id;
}

/** Begins and records a claim against her; gives its id. */
export async function claimed(vault: TestVault, part: Partial<CounterAllegation>): Promise<string> {
  const { id } = await vault.ask('case.begin', { content: { ...emptyCounterAllegation, theirVersion: 'She hit me.', ...part } });
  await vault.ask('case.record', { id });
  return id;
}

/** Writes a file beside the vault and seals it into it; gives the document's id. */
export async function added(vault: TestVault, name: string, bytes: Uint8Array): Promise<string> {
  return (await vault.askShell('documents.seal', { taskId, path: await beside(vault, name, bytes), name, origin: 'added' })).document.id;
}

/** What the shell would have had read of a text file: its facts and its words, one page each. */
export async function readAs(vault: TestVault, id: string, ...texts: string[]): Promise<void> {
  await vault.askShell('documents.noteFacts', { id, mediaType: 'text/plain', form: 'text', picture: null, details: {} });
  const pages = texts.map((text, number) => ({ page: number + 1, origin: 'file' as const, text, boxes: null, language: '', confidence: null }));
  await vault.askShell('readings.takePages', { documentId: id, step: 'words', isFirst: true, pages, place: texts.length, total: texts.length });
  await vault.askShell('readings.end', { documentId: id, step: 'words', state: 'done', why: '', details: null, ocrToo: false });
}

/** Odd lines are hers, even ones Craig's. */
export const message = (line: number, text: string, more: Partial<NeutralMessage> = {}): NeutralMessage =>
  madeMessage(line, { sender: line % 2 ? 'Mara' : 'Craig', at: `2022-06-29T08:${String(line % 60).padStart(2, '0')}:00`, atAsWritten: '29/06/2022, 08:02', text, ...more });

/** A file beside the vault. */
export async function beside(vault: TestVault, name: string, bytes: string | Uint8Array): Promise<string> {
  const file = path.join(vault.folder, '..', `${path.basename(vault.folder)}-${name}`);
  await writeFile(file, bytes);
  return file;
}

export interface BegunImport {
  importId: string;
  read: { path: string; sha256: string }[];
}

/** An import whose messages are still to come; its one conversation has begun. */
export async function begunImport(vault: TestVault, name = 'chat.txt'): Promise<BegunImport> {
  const { importId, seals } = await vault.askShell('imports.begin', { taskId, path: await beside(vault, name, `source ${name}`), name, isFolder: false, files: [name], ...chatChosen('Craig', 'Mara') });
  await vault.askShell('imports.addParts', { importId, parts: [chatBegins] });
  return { importId, read: seals };
}

export const say = (vault: TestVault, { importId }: BegunImport, messages: NeutralMessage[]): Promise<unknown> => vault.askShell('imports.addParts', { importId, parts: [chatSays(messages)] });

/** A whole file that messages name by its id. */
export const bring = (vault: TestVault, { importId }: BegunImport, id: string, bytes: string, more: { name?: string; mediaType?: string } = {}): Promise<unknown> =>
  vault.askShell('imports.addFile', { importId, id, name: more.name ?? `${id}.jpg`, bytes: Buffer.from(bytes), last: true, isSound: true, modifiedUtc: null, mediaType: more.mediaType ?? 'image/jpeg' });

/** Ends an import of one conversation and gives it. */
export async function committed(vault: TestVault, { importId, read }: BegunImport, mayBeTruncated: string[] = []): Promise<Conversation> {
  const { conversations } = await vault.askShell('imports.commit', { importId, read, mayBeTruncated });
  const [conversation] = conversations;
  if (conversation === undefined) throw new Error('nothing came in');
  return conversation;
}

/** Brings in a conversation of these messages. */
export async function imported(vault: TestVault, messages: NeutralMessage[], name = 'chat.txt'): Promise<Conversation> {
  const begun = await begunImport(vault, name);
  for (let from = 0; from < messages.length; from += 1000) await say(vault, begun, messages.slice(from, from + 1000));
  return committed(vault, begun);
}
