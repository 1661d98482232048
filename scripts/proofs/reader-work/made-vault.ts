import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { deriveKey } from '../../../electron/workers/derive-key';
import { createVaultService, type VaultService } from '../../../electron/vault/calls/service';
import { emptyIncidentContent } from '../../../shared/model/incident';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract';
import type { VaultCallName, VaultCalls } from '../../../shared/vault-protocol/vault-calls';
import type { KdfParameters } from '../../../shared/kdf-parameters';
import type { z } from 'zod';

/** Not the same before and after NFKC: whoever forgets to normalise does not get in. */
export const passphrase = 'ﬁve Ａlder trees, ½ a mile é';

export async function passphraseKey(parameters: KdfParameters, typed = passphrase): Promise<Uint8Array> {
  return deriveKey(new TextEncoder().encode(typed.normalize('NFKC')), parameters);
}

/** A vault as the program makes one, asked through its own service. */
export class MadeVault {
  private constructor(readonly folder: string, private service: VaultService, readonly recoveryCode: string) {}

  /** @param second the passphrase of a second compartment; none is made without */
  static async create(folder: string, second?: string): Promise<MadeVault> {
    await mkdir(dirname(folder), { recursive: true });
    const vault = new MadeVault(folder, createVaultService(() => undefined), '');
    const parameters = await vault.askShell('prepare.create', { folder, quickKdf: true });
    const code = await vault.askShell('prepare.recoveryCode', {});
    const recoveryKey = await deriveKey(code.secret, parameters);
    const first = { passphraseKey: await passphraseKey(parameters), recoveryKey, recoveryPrinted: code.printed };
    await vault.askShell('open.create', { folder, parameters, ...first, example: false, ...(second === undefined ? {} : { second: await vault.newWaysIn(parameters, second) }) });
    return new MadeVault(folder, vault.service, code.printed);
  }

  /** A passphrase's key and a new recovery code's. */
  async newWaysIn(parameters: KdfParameters, typed: string): Promise<{ passphraseKey: Uint8Array; recoveryKey: Uint8Array; recoveryPrinted: string }> {
    const { printed, secret } = await this.askShell('prepare.recoveryCode', {});
    return { passphraseKey: await passphraseKey(parameters, typed), recoveryKey: await deriveKey(secret, parameters), recoveryPrinted: printed };
  }

  static async open(folder: string, typed = passphrase): Promise<MadeVault> {
    const vault = new MadeVault(folder, createVaultService(() => undefined), '');
    const [parameters] = await vault.askShell('prepare.open', { folder });
    await vault.askShell('open.unlock', { folder, key: await passphraseKey(parameters!, typed), marks: [], refusedUtc: [] });
    return vault;
  }

  ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    return this.answered(name, input) as Promise<CallOutput<N>>;
  }

  askShell<N extends VaultCallName>(name: N, input: z.input<VaultCalls[N]['input']>): Promise<z.infer<VaultCalls[N]['output']>> {
    return this.answered(name, input) as Promise<z.infer<VaultCalls[N]['output']>>;
  }

  private async answered(name: string, input: unknown): Promise<unknown> {
    const result = await this.service.handle(name, input);
    if (!result.ok) throw new Error(`${name} was refused: ${result.error.code}`);
    return result.value;
  }

  /** An incident, recorded: three saves and two history entries. */
  async record(account: string): Promise<string> {
    const { id } = await this.ask('incidents.begin', {});
    await this.ask('incidents.saveDraft', { id, content: { ...emptyIncidentContent, title: account.slice(0, 40), account } });
    await this.ask('incidents.record', { id });
    return id;
  }

  /** Any SHA-256-made bytes, written beside the vault a piece at a time and added from there. */
  async addFile(name: string, sizeBytes: number): Promise<string> {
    const path = join(`${this.folder}-files`, name);
    await mkdir(dirname(path), { recursive: true });
    const file = createWriteStream(path);
    const piece = createHash('sha512').update(name).digest().toString('hex').repeat(8192);
    for (let left = sizeBytes; left > 0; left -= piece.length) if (!file.write(piece.slice(0, left))) await once(file, 'drain');
    file.end();
    await once(file, 'close');
    const { document } = await this.askShell('documents.seal', { taskId: createHash('md5').update(path).digest('hex'), path, name, origin: 'added' });
    return document.id;
  }

  /** The folder as it lies on the disk now, without being closed: what a killed program leaves. */
  async asKilled(folder: string): Promise<string> {
    await cp(this.folder, folder, { recursive: true, filter: (path) => path !== join(this.folder, 'lock') });
    return folder;
  }

  async close(): Promise<void> {
    await this.askShell('open.close', {});
  }
}
