import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { contract, type CallName, type CallNameAt } from '../../../shared/contract';
import { DroppedFiles } from '../../../shared/contract/bridge';
import { droppedFilesChannel } from '../../../shared/contract/channels';
import { Refusal, type Result } from '../../../shared/contract/errors';
import type { PickedFiles } from '../../../shared/contract/program-calls';
import type { AllHandlers } from './call-handlers';

export interface Routes {
  /** The one page that may ask: the main frame of the program's window. */
  readonly asker: () => WebContents | null;
  readonly isOpen: () => boolean;
  readonly handlers: AllHandlers;
  /** Answers a call whose home is the vault. */
  readonly forward: (name: CallNameAt<'vault'>, input: unknown) => Promise<Result<unknown>>;
  readonly grantDropped: (paths: readonly string[]) => Promise<PickedFiles>;
}

/** Opens one channel for each call of the contract and one for dropped files. There are no others. */
export function routeCalls(routes: Routes): void {
  for (const name of Object.keys(contract) as CallName[]) {
    ipcMain.handle(name, (event, input: unknown) => guarded(event, routes, () => answerCall(name, input, routes)));
  }
  ipcMain.handle(droppedFilesChannel, (event, input: unknown) =>
    guarded(event, routes, async () => {
      if (!routes.isOpen()) return locked;
      const parsed = DroppedFiles.safeParse(input);
      return parsed.success ? { ok: true, value: await routes.grantDropped(parsed.data.paths) } : badCall;
    }),
  );
}

const badCall: Result<never> = { ok: false, error: { code: 'bad-call' } };
const locked: Result<never> = { ok: false, error: { code: 'locked' } };

/** All but opening and the program's own calls work on an open vault. */
function needsOpenVault(name: CallName): boolean {
  return contract[name].home === 'vault' || !/^(program|vault)\./.test(name);
}

/** Looks at who asks before looking at what is asked. */
async function guarded(event: IpcMainInvokeEvent, routes: Routes, answer: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  const asker = routes.asker();
  const frame = event.senderFrame;
  if (asker === null || frame === null || event.sender !== asker || frame !== asker.mainFrame || frame.origin !== 'app://ui') return badCall;
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof Refusal)) return { ok: false, error: { code: 'unexpected' } };
    return { ok: false, error: error.file === undefined ? { code: error.code } : { code: error.code, file: error.file } };
  }
}

async function answerCall(name: CallName, input: unknown, routes: Routes): Promise<Result<unknown>> {
  const shape = contract[name];
  const parsed = shape.input.safeParse(input);
  if (!parsed.success) return badCall;
  if (needsOpenVault(name) && !routes.isOpen()) return locked;
  if (shape.home === 'vault') return routes.forward(name as CallNameAt<'vault'>, parsed.data);
  const handler = routes.handlers[name as CallNameAt<'main'>] as (input: unknown) => Promise<unknown>;
  return { ok: true, value: await handler(parsed.data) };
}
