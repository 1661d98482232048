import type { Page } from '@playwright/test';
import type { CallInput, CallName, CallOutput, CallResult } from '../../shared/contract';
import { fromText, type Travelling } from '../../shared/contract/answer-text';
import type { TaskEvent } from '../../shared/contract/tasks';

/** Asks through the bridge, as the page would. For what a journey needs but is not about. Secrets: askWithSecret. */
export async function ask<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<CallResult<N>> {
  return fromText(await page.evaluate(
    ([call, given]) => (globalThis as unknown as Bridge).tidemark.calls[call]!(given),
    [name, input] as const,
  ) as Travelling<CallOutput<N>>);
}

/** As ask, and throws unless the call was answered. */
export async function mustAsk<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<Extract<CallResult<N>, { ok: true }>['value']> {
  const result = await ask(page, name, input);
  if (!result.ok) throw new Error(`${name} was refused: ${result.error.code}`);
  return result.value as Extract<CallResult<N>, { ok: true }>['value'];
}

/** For the calls that take a secret: the text becomes bytes in the page. To unlock, `kind` says of which kind it is. */
export function askWithSecret<N extends 'vault.create' | 'vault.unlock' | 'vault.createExample'>(page: Page, name: N, input: Record<string, unknown>, secret: string): Promise<CallResult<N>> {
  return page.evaluate(
    ([call, given, text]) => {
      const bytes = new TextEncoder().encode(text.normalize('NFKC'));
      const { kind, ...others } = given;
      return (globalThis as unknown as Bridge).tidemark.calls[call]!(call === 'vault.unlock' ? { ...others, secret: { kind, bytes } } : { ...given, passphrase: bytes });
    },
    [name, input, secret] as const,
  ) as Promise<CallResult<N>>;
}

/** Starts long work through the bridge and resolves with its last event. */
export function askForTask(page: Page, name: CallName, input: unknown): Promise<TaskEvent> {
  return page.evaluate(
    ([call, given]) =>
      new Promise<TaskEvent>((resolve, reject) => {
        const { calls, events } = (globalThis as unknown as Bridge).tidemark;
        let wanted = '';
        const early: TaskEvent[] = [];
        const stop = events['task']!((event) => {
          const told = event as TaskEvent;
          if (told.state === 'running') return;
          if (told.taskId === wanted) resolve(told);
          else early.push(told);
        });
        void calls[call]!(given).then((answer) => {
          const result = answer as { ok: boolean; value?: { taskId: string }; error?: { code: string } };
          if (!result.ok) return reject(new Error(`${call} was refused: ${result.error?.code}`));
          wanted = result.value!.taskId;
          const ended = early.find((told) => told.taskId === wanted);
          if (ended) resolve(ended);
          return undefined;
        });
        void stop;
      }),
    [name, input] as const,
  );
}

interface Bridge {
  tidemark: {
    calls: Record<string, (input: unknown) => Promise<unknown>>;
    events: Record<string, (listener: (payload: unknown) => void) => () => void>;
  };
}
