import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { NeutralMessage } from '../../../../shared/importers/neutral';
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

/** Writes a file beside the vault and seals it into it; gives the document's id. */
export async function added(vault: TestVault, name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(vault.folder, '..', `${path.basename(vault.folder)}-${name}`);
  await writeFile(file, bytes);
  return (await vault.askShell('documents.seal', { taskId, path: file, name, origin: 'added' })).document.id;
}

/** Odd lines are hers, even ones Craig's. */
export const message = (line: number, text: string, more: Partial<NeutralMessage> = {}): NeutralMessage => ({
  kind: 'message', sender: line % 2 ? 'Mara' : 'Craig', at: `2022-06-29T08:${String(line % 60).padStart(2, '0')}:00`, atAsWritten: '29/06/2022, 08:02', text,
  attachmentName: '', attachmentOmitted: false, flags: [], sourceLine: line, sourceOffset: line * 10, sourceLength: 10, ...more,
});

/** An import whose messages are still to come. */
export async function begunImport(vault: TestVault, name = 'chat.txt'): Promise<{ importId: string; sourceSha256: string }> {
  const file = path.join(vault.folder, '..', `${path.basename(vault.folder)}-${name}`);
  await writeFile(file, `source ${name}`);
  return vault.askShell('messages.beginImport', { taskId, path: file, name, title: 'Craig', dateOrder: 'dmy', meName: 'Mara' });
}
