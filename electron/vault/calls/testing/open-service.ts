import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contract, type CallInput, type CallNameAt, type CallOutput } from '../../../../shared/contract';
import { vaultCalls, type VaultCallName, type VaultCalls, type VaultNotice } from '../../../../shared/vault-protocol/vault-calls';
import type { z } from 'zod';
import { systemRandom } from '../../crypto/primitives';
import { nodeFilePort } from '../../store/file-port';
import { readHeaderCopies, unlockHeader } from '../../store/header/header-files';
import { ObjectFolder } from '../../store/object-folder';
import { rootNames } from '../../store/object-names';
import { createVaultService, type VaultService } from '../service';

type Out<N extends VaultCallName> = z.infer<VaultCalls[N]['output']>;

/** The service, asked as the shell asks it; every output is parsed. */
export interface TestService {
  notices: VaultNotice[];
  service: VaultService;
  ask<N extends CallNameAt<'vault'>>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  askShell<N extends VaultCallName>(name: N, input: z.input<VaultCalls[N]['input']>): Promise<Out<N>>;
}

/** A real vault in a folder of its own. */
export interface TestVault extends TestService {
  /** Where it lies; a test that moves it says so here. */
  folder: string;
  /** Names of the objects of the compartment that nobody can open: they are never touched. */
  nobodys: ReadonlySet<string>;
  /** Closes and opens again with a fresh service, as after a lock. `kill` leaves the old one as a killed process would. */
  reopen(): Promise<Out<'open.unlock'>>;
  remove(): Promise<void>;
}

const passphraseKey = new Uint8Array(32).fill(1);
const recoveryKey = new Uint8Array(32).fill(2);

export function startService(): TestService {
  const notices: VaultNotice[] = [];
  const started: TestService = {
    notices, service: createVaultService((notice) => notices.push(notice)),
    ask: (name, input) => answered(contract[name].output, name, input) as never,
    askShell: (name, input) => answered(vaultCalls[name].output, name, input) as never,
  };
  async function answered(schema: z.ZodType, name: string, input: unknown): Promise<unknown> {
    const result = await started.service.handle(name, input);
    if (!result.ok) throw Object.assign(new Error(result.error.code), result.error);
    return schema.parse(result.value);
  }
  return started;
}

export async function makeTestVault(): Promise<TestVault> {
  // The files a test adds lie beside the vault, and go with it.
  const outer = await mkdtemp(path.join(tmpdir(), 'tidemark-record-'));
  const folder = path.join(outer, 'vault');
  const vault: TestVault = Object.assign(startService(), {
    folder, nobodys: new Set<string>(),
    reopen: async () => {
      await vault.askShell('open.close', {});
      vault.service = createVaultService((notice) => vault.notices.push(notice));
      return vault.askShell('open.unlock', { folder: vault.folder, key: passphraseKey.slice(), marks: [], refusedUtc: [] });
    },
    remove: async () => {
      await vault.service.handle('open.close', {});
      await rm(outer, { recursive: true, force: true });
    },
  });
  const parameters = await vault.askShell('prepare.create', { folder, quickKdf: true });
  await vault.askShell('open.create', { folder, parameters, passphraseKey: passphraseKey.slice(), recoveryKey: recoveryKey.slice(), recoveryPrinted: '11111-22222-33333-44444-55555-66666', example: false });
  vault.nobodys = new Set(await objectsNotOf(folder, passphraseKey));
  return vault;
}

/** Names of the objects that do not belong to the compartment which a key opens. */
async function objectsNotOf(folder: string, key: Uint8Array): Promise<string[]> {
  const { keys } = unlockHeader(await readHeaderCopies(nodeFilePort, folder), key);
  const objects = new ObjectFolder(folder, nodeFilePort, keys.names, systemRandom);
  const roots: readonly string[] = rootNames(keys.names);
  return (await objects.names()).filter((name) => objects.kindOf(name) === null && !roots.includes(name));
}
