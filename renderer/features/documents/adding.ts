import type { CallError } from '../../../shared/contract/errors';
import type { TaskEvent } from '../../../shared/contract/tasks';
import type { Grant } from '../../../shared/contract/program-calls';
import type { Id } from '../../../shared/model/identity';

/** One file on its way into the vault. */
export interface AddedFile {
  /** Its place in the list: the grant it was picked with, or one of its own when it could not be picked up. */
  readonly key: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly taskId: Id | null;
  readonly state: 'waiting' | 'running' | 'kept' | 'duplicate' | 'stopped' | 'refused';
  readonly doneBytes: number;
  readonly documentId: Id | null;
  readonly error: CallError | null;
}

export type AddingAct =
  /** `refused`: files she chose that could not even be picked up, each with a place of its own in the list. */
  | { do: 'queue'; grants: readonly Grant[]; refused: readonly { key: string; error: CallError }[] }
  | { do: 'begin'; key: string }
  | { do: 'started'; key: string; taskId: Id }
  | { do: 'refuse'; key: string; error: CallError }
  | { do: 'told'; event: TaskEvent }
  | { do: 'stop-waiting'; key: string }
  | { do: 'clear' };

/** Files sealed at one time: the vault seals one after another, a second keeps it busy while the first is read. */
export const atOnce = 2;

/** What becomes of the list of files being added; each file has its own end and its own error. */
export function afterAct(files: readonly AddedFile[], act: AddingAct): readonly AddedFile[] {
  const change = (wanted: (file: AddedFile) => boolean, to: Partial<AddedFile>): readonly AddedFile[] => files.map((file) => (wanted(file) ? { ...file, ...to } : file));
  switch (act.do) {
    case 'queue': return [
      ...files,
      ...act.grants.map(({ grant, name, sizeBytes }): AddedFile => ({ key: grant, name, sizeBytes, taskId: null, state: 'waiting', doneBytes: 0, documentId: null, error: null })),
      ...act.refused.map(({ key, error }): AddedFile => ({ key, name: error.file ?? '', sizeBytes: 0, taskId: null, state: 'refused', doneBytes: 0, documentId: null, error: { code: error.code } })),
    ];
    case 'begin': return change((file) => file.key === act.key, { state: 'running' });
    case 'started': return change((file) => file.key === act.key, { taskId: act.taskId });
    case 'refuse': return change((file) => file.key === act.key, { state: 'refused', error: act.error });
    case 'told': return change((file) => file.taskId === act.event.taskId && file.state === 'running', endOf(act.event));
    case 'stop-waiting': return change((file) => file.key === act.key && file.state === 'waiting', { state: 'stopped' });
    case 'clear': return files.filter((file) => !isOver(file));
  }
}

export function isOver(file: AddedFile): boolean {
  return file.state !== 'waiting' && file.state !== 'running';
}

/** The files to begin now. */
export function nextToBegin(files: readonly AddedFile[]): readonly AddedFile[] {
  const running = files.filter((file) => file.state === 'running').length;
  return files.filter((file) => file.state === 'waiting').slice(0, Math.max(0, atOnce - running));
}

function endOf(event: TaskEvent): Partial<AddedFile> {
  switch (event.state) {
    case 'running': return event.unit === 'bytes' ? { doneBytes: event.done } : {};
    case 'cancelled': return { state: 'stopped' };
    case 'refused': return event.error?.code === 'cancelled' ? { state: 'stopped' } : { state: 'refused', error: event.error ?? { code: 'unexpected' } };
    case 'finished': {
      if (event.result?.kind !== 'document') return { state: 'refused', error: { code: 'unexpected' } };
      const { document, duplicateOfId } = event.result.value;
      return duplicateOfId === null ? { state: 'kept', documentId: document.id } : { state: 'duplicate', documentId: duplicateOfId };
    }
  }
}
