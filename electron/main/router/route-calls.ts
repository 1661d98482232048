import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { CallName } from '../../../shared/contract';
import { callNames } from '../../../shared/contract/call-names';
import { droppedFilesChannel, droppedSourceChannel } from '../../../shared/contract/channels';
import type { Travelling } from '../../../shared/contract/answer-text';
import { Refusal, type Result } from '../../../shared/contract/errors';

export type Answer = Promise<Travelling>;

export interface Routes {
  /** The one page that may ask: the main frame of the program's window. */
  readonly asker: () => WebContents | null;
  /** Parses and answers. */
  readonly answerCall: (name: CallName, input: unknown) => Answer;
  readonly answerDropped: (input: unknown) => Answer;
  readonly answerDroppedSource: (input: unknown) => Answer;
}

/** Opens one channel for each call of the contract and two for what is dropped. There are no others. */
export function routeCalls({ asker, answerCall, answerDropped, answerDroppedSource }: Routes): void {
  for (const name of callNames) ipcMain.handle(name, (event, input: unknown) => guarded(event, asker(), () => answerCall(name, input)));
  ipcMain.handle(droppedFilesChannel, (event, input: unknown) => guarded(event, asker(), () => answerDropped(input)));
  ipcMain.handle(droppedSourceChannel, (event, input: unknown) => guarded(event, asker(), () => answerDroppedSource(input)));
}

export const badCall: Result<never> = { ok: false, error: { code: 'bad-call' } };

/** Looks at who asks before looking at what is asked. */
async function guarded(event: IpcMainInvokeEvent, asker: WebContents | null, answer: () => Answer): Answer {
  const frame = event.senderFrame;
  if (asker === null || frame === null || event.sender !== asker || frame !== asker.mainFrame || frame.origin !== 'app://ui') return badCall;
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof Refusal)) return { ok: false, error: { code: 'unexpected' } };
    return { ok: false, error: error.file === undefined ? { code: error.code } : { code: error.code, file: error.file } };
  }
}
