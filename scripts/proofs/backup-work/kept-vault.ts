import { createHash, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { createVaultService } from '../../../electron/vault/calls/service';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract';
import type { VaultCallName, VaultCalls } from '../../../shared/vault-protocol/vault-calls';
import { passphraseKey } from '../reader-work/made-vault';

const pieceBytes = 4 * 1024 * 1024;

/** The vault's own service, asked as the shell asks it: at the locked door or open. */
export class KeptVault {
  private readonly service = createVaultService(() => undefined);

  askShell<N extends VaultCallName>(name: N, input: z.input<VaultCalls[N]['input']>): Promise<z.infer<VaultCalls[N]['output']>> {
    return this.answered(name, input) as Promise<z.infer<VaultCalls[N]['output']>>;
  }

  ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    return this.answered(name, input) as Promise<CallOutput<N>>;
  }

  private async answered(name: string, input: unknown): Promise<unknown> {
    const result = await this.service.handle(name, input);
    if (!result.ok) throw Object.assign(new Error(`${name} was refused: ${result.error.code}`), { code: result.error.code });
    return result.value;
  }

  async unlock(folder: string): Promise<void> {
    await this.askShell('open.unlock', { folder, key: await this.key(folder), marks: [], refusedUtc: [] });
  }

  async key(folder: string): Promise<Uint8Array> {
    const [parameters] = await this.askShell('prepare.open', { folder });
    return passphraseKey(parameters!);
  }

  async close(): Promise<void> {
    await this.askShell('open.close', {});
  }

  /** SHA-256 of every document's plain bytes, read through the vault; null for one that does not verify. */
  async digests(): Promise<Map<string, string | null>> {
    const found = new Map<string, string | null>();
    for (let offset = 0; ; offset += 200) {
      const { documents } = await this.ask('documents.list', { offset, limit: 200 });
      if (documents.length === 0) return found;
      for (const { id, originalName, sizeBytes } of documents) found.set(originalName, await this.digestOf(id, sizeBytes));
    }
  }

  private async digestOf(id: string, sizeBytes: number): Promise<string | null> {
    const hash = createHash('sha256');
    try {
      for (let at = 0; at < sizeBytes; at += pieceBytes) hash.update((await this.askShell('documents.read', { id, start: at, end: Math.min(sizeBytes, at + pieceBytes) })).bytes);
    } catch (error) {
      if ((error as { code?: string }).code === 'tampered') return null;
      throw error;
    }
    return hash.digest('hex');
  }
}

export const newTask = (): string => randomBytes(16).toString('hex');
