import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { createVaultService, type VaultService } from '../../../electron/vault/calls/service';
import { nodeFilePort } from '../../../electron/vault/store/file-port';
import { readHeaderCopies, unlockHeader } from '../../../electron/vault/store/header/header-files';
import { kindOfName, rootNames } from '../../../electron/vault/store/object-names';
import { emptyIncidentContent } from '../../../shared/model/incident';
import { vaultCalls, type VaultCallName, type VaultCalls } from '../../../shared/vault-protocol/vault-calls';
import type { Chance } from '../../../electron/vault/store/testing/power-loss';
import { upTo } from '../../proving/chance';

export type Which = 0 | 1;
const taskId = '7'.repeat(32);

/** Words that stand in one record and must not stand anywhere of the other. */
const canaries = ['aldertongue', 'birchmoss'] as const;

/** One vault with two compartments, worked in through the vault's own calls; each is known by the keys of its ways in, which change. */
export class TwoVaults {
  private service: VaultService = createVaultService(() => undefined);
  private readonly keys: [{ passphrase: Uint8Array; code: Uint8Array }, { passphrase: Uint8Array; code: Uint8Array }];
  private count = 0;

  constructor(public folder: string, private readonly scratch: string) {
    this.keys = [{ passphrase: this.newKey(), code: this.newKey() }, { passphrase: this.newKey(), code: this.newKey() }];
  }

  private newKey(): Uint8Array {
    this.count += 1;
    return new Uint8Array(createHash('sha256').update(`way in ${this.count}`).digest());
  }

  keyOf(which: Which, kind: 'passphrase' | 'code'): Uint8Array {
    return this.keys[which][kind].slice();
  }

  private async ask<N extends VaultCallName>(name: N, input: z.input<VaultCalls[N]['input']>): Promise<z.infer<VaultCalls[N]['output']>> {
    return vaultCalls[name].output.parse(await this.answer(name, input)) as z.infer<VaultCalls[N]['output']>;
  }

  async answer(name: string, input: unknown): Promise<unknown> {
    const result = await this.service.handle(name, input);
    if (!result.ok) throw Object.assign(new Error(`${name}: ${result.error.code}`), result.error);
    return result.value;
  }

  async make(): Promise<void> {
    const parameters = await this.ask('prepare.create', { folder: this.folder, quickKdf: true });
    const [first, second] = this.keys.map(({ passphrase, code }, n) => ({ passphraseKey: passphrase.slice(), recoveryKey: code.slice(), recoveryPrinted: this.printed(n as Which) }));
    await this.ask('open.create', { folder: this.folder, parameters, ...first!, example: false, second: second! });
    await this.close();
  }

  /** The recovery code of one, as it waits in its own record to be confirmed. */
  printed(which: Which): string {
    return Array(6).fill(which === 0 ? 'A7X2Q' : 'M4K9T').join('-');
  }

  async open(which: Which, marks: Uint8Array[] = []): Promise<void> {
    await this.ask('open.unlock', { folder: this.folder, key: this.keyOf(which, 'passphrase'), marks, refusedUtc: [] });
  }

  async close(): Promise<void> {
    await this.ask('open.close', {});
    this.service = createVaultService(() => undefined);
  }

  mark(): Promise<{ half: 0 | 1; sealed: Uint8Array }> {
    return this.ask('open.mark', {});
  }

  async write(which: Which, words: string): Promise<void> {
    const { id } = (await this.answer('incidents.begin', {})) as { id: string };
    await this.answer('incidents.saveDraft', { id, content: { ...emptyIncidentContent, title: canaries[which], account: `${canaries[which]} ${words}` } });
    await this.answer('incidents.record', { id });
  }

  async addFile(which: Which, sizeBytes: number): Promise<string> {
    const path = join(this.scratch, `${canaries[which]}.jpg`);
    this.count += 1;
    writeFileSync(path, Buffer.alloc(sizeBytes, `${canaries[which]} ${this.count} `));
    return (await this.ask('documents.seal', { taskId, path, name: basename(path), origin: 'added' })).document.id;
  }

  /** A sitting in one of the two, by chance: everything that writes, takes away, changes keys or sweeps. */
  async sitting(which: Which, chance: Chance): Promise<void> {
    await this.open(which);
    for (let left = 3 + upTo(chance, 5); left > 0; left -= 1) {
      const dice = chance();
      if (dice < 0.35) await this.write(which, 'he came again '.repeat(1 + upTo(chance, 60)));
      else if (dice < 0.6) await this.addFile(which, 1 + upTo(chance, 600_000));
      else if (dice < 0.75) await this.answer('documents.erase', { id: await this.addFile(which, 5000), reason: 'not safe to keep' });
      else if (dice < 0.9) await this.changePassphrase(which);
      else await this.renew(which);
    }
    if (chance() < 0.5) return this.close();
    // Killed: what lies there is opened by another process, which sweeps.
    this.count += 1;
    const left = join(this.scratch, `left-${this.count}`);
    cpSync(this.folder, left, { recursive: true, filter: (path) => !path.endsWith('/lock') });
    await this.close();
    rmSync(this.folder, { recursive: true });
    this.folder = left;
    await this.open(which);
    await this.close();
  }

  private async changePassphrase(which: Which): Promise<void> {
    const next = this.newKey();
    await this.ask('waysIn.make', { proof: this.keyOf(which, 'passphrase'), key: next.slice(), made: { change: 'passphrase-changed' } });
    this.keys[which].passphrase = next;
  }

  private async renew(which: Which): Promise<void> {
    const next = { passphrase: this.newKey(), code: this.newKey() };
    await this.ask('waysIn.renew', { taskId, proof: this.keyOf(which, 'passphrase'), passphraseKey: next.passphrase.slice(), recoveryKey: next.code.slice(), recoveryPrinted: this.printed(which) });
    this.keys[which] = next;
  }

  private async namesKey(which: Which): Promise<Uint8Array> {
    return unlockHeader(await readHeaderCopies(nodeFilePort, this.folder), this.keyOf(which, 'passphrase')).keys.names;
  }

  /** All that is one's: its objects and its half of both header copies, each with the digest of its bytes. */
  async ownedBy(which: Which): Promise<Map<string, string>> {
    const names = await this.namesKey(which);
    const roots: readonly string[] = rootNames(names);
    const { place } = unlockHeader(await readHeaderCopies(nodeFilePort, this.folder), this.keyOf(which, 'passphrase'));
    const owned = new Map<string, string>();
    const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    for (const path of readdirSync(join(this.folder, 'objects'), { recursive: true, encoding: 'utf8' })) {
      const name = basename(path);
      if (kindOfName(names, name) !== null || roots.includes(name)) owned.set(name, digest(readFileSync(join(this.folder, 'objects', path))));
    }
    for (const copy of ['head.0', 'head.1']) {
      const head = readFileSync(join(this.folder, copy));
      owned.set(copy, digest(Buffer.concat([head.subarray(0, 64), head.subarray(128 + place * 512, 640 + place * 512), head.subarray(3968 + place * 32, 4000 + place * 32)])));
    }
    return owned;
  }

  /** What of one could be found in the other: words of its record, its code, and the names of its objects. */
  async tracesOf(which: Which): Promise<string[]> {
    const objects = [...(await this.ownedBy(which)).keys()].filter((name) => name.length === 32);
    return [canaries[which], this.printed(which), ...objects];
  }
}
