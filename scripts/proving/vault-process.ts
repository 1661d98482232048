import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';

export type AskVault = <T = unknown>(call: string, input: unknown) => Promise<T>;

export interface VaultProcess {
  readonly ask: AskVault;
  readonly pid: number | undefined;
  end(): void;
}

/** Starts the vault in a process of its own (scripts/proofs/import-speed.vault.ts, built). */
export function startVault(file: string, given: readonly string[] = []): VaultProcess {
  const child = fork(file, given, { serialization: 'advanced' });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  child.on('message', ({ id, result }: { id: number; result: { ok: true; value: never } | { ok: false; error: { code: string } } }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (result.ok) asked?.resolve(result.value);
    else asked?.reject(new Error(result.error.code));
  });
  child.on('exit', () => waiting.forEach(({ reject }) => reject(new Error('the vault ended'))));
  let last = 0;
  return {
    pid: child.pid,
    ask: (call, input) => new Promise((resolve, reject) => {
      waiting.set((last += 1), { resolve, reject });
      child.send({ id: last, call, input });
    }),
    end: () => child.disconnect(),
  };
}

/** An empty vault in `folder`, open. */
export async function makeVault(ask: AskVault, folder: string): Promise<void> {
  const parameters = await ask('prepare.create', { folder, quickKdf: true });
  const { printed } = await ask<{ printed: string }>('prepare.recoveryCode', {});
  await ask('open.create', { folder, parameters, passphraseKey: new Uint8Array(32).fill(1), recoveryKey: new Uint8Array(32).fill(2), recoveryPrinted: printed, example: false });
}

/** Most memory that a process ever held (VmHWM); 0 where the system does not tell. */
export function residentMB(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
