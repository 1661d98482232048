import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginRecord } from '../../../electron/vault/calls/open-vault';
import { createVaultService, type VaultService } from '../../../electron/vault/calls/service';
import { createStore, prepareCreate } from '../../../electron/vault/store/open-store';
import { emptyIncidentContent } from '../../../shared/model/incident';

/** How a vault is made: with a second passphrase, without, or without as `--break` makes it: with nothing in place of the second compartment. */
export type Making = 'two records' | 'one record' | 'one record, nothing beside it';

const key = (letter: number): Uint8Array => new Uint8Array(32).fill(letter);
const waysIn = (letter: number) => ({ passphraseKey: key(letter), recoveryKey: key(letter + 1), recoveryPrinted: Array(6).fill('A7X2Q').join('-') });

/** A vault, and what its folder shows to somebody who has no key. */
class LookedAt {
  private service: VaultService = createVaultService(() => undefined);
  private madeMs = 0;

  constructor(private readonly folder: string) {}

  private async answer(name: string, input: unknown): Promise<unknown> {
    const result = await this.service.handle(name, input);
    if (!result.ok) throw Object.assign(new Error(`${name}: ${result.error.code}`), result.error);
    return result.value;
  }

  /** Until it is closed for the first time. */
  async make(making: Making): Promise<string[]> {
    const { folder } = this;
    let shown: string[] = [];
    if (making === 'one record, nothing beside it') {
      const parameters = await prepareCreate(folder, { quickKdf: true });
      const { passphraseKey, recoveryKey, recoveryPrinted } = waysIn(1);
      const store = await createStore({ folder, parameters, slots: [{ kind: 'passphrase', secretKey: passphraseKey }, { kind: 'recovery-code', secretKey: recoveryKey }], begin: async (made) => void (await beginRecord(made, { recoveryPrinted, example: false })) });
      shown = this.listing();
      await store.close();
    } else {
      const parameters = await this.answer('prepare.create', { folder, quickKdf: true });
      await this.answer('open.create', { folder, parameters, ...waysIn(1), example: false, ...(making === 'two records' && { second: waysIn(3) }) });
      shown = this.listing();
      await this.close();
    }
    this.madeMs = Math.max(...this.files().map(({ changedMs }) => changedMs));
    return shown;
  }

  private async close(): Promise<void> {
    await this.answer('open.close', {});
    this.service = createVaultService(() => undefined);
  }

  /** The same in each. */
  async sit(document: string): Promise<void> {
    // So that a date tells what was written since the making.
    while (Date.now() <= this.madeMs + 20) await new Promise((resolve) => setTimeout(resolve, 5));
    await this.answer('open.unlock', { folder: this.folder, key: key(1), marks: [], refusedUtc: [] });
    const { id } = (await this.answer('incidents.begin', {})) as { id: string };
    await this.answer('incidents.saveDraft', { id, content: { ...emptyIncidentContent, title: 'the door', account: 'he came again '.repeat(40) } });
    await this.answer('incidents.record', { id });
    await this.answer('documents.seal', { taskId: '7'.repeat(32), path: document, name: 'photograph.jpg', origin: 'added' });
    await this.close();
  }

  private files(): { at: string; size: number; changedMs: number }[] {
    return readdirSync(this.folder, { recursive: true, encoding: 'utf8' }).map((at) => ({ at, found: statSync(join(this.folder, at)) }))
      .filter(({ found }) => found.isFile() && found.size > 0).map(({ at, found }) => ({ at, size: found.size, changedMs: found.mtimeMs }));
  }

  /** Each file outside `objects` by its name, each object by its size, and whether it is of the making; in order. The lock is as long as its process's number. */
  listing(): string[] {
    return this.files().filter(({ at }) => at !== 'lock').map(({ at, size, changedMs }) => `${at.startsWith('objects') ? 'object' : at} ${size} ${this.madeMs > 0 && changedMs > this.madeMs ? 'since' : 'of the making'}`).sort();
  }
}

/** Pairs of vaults, one of each kind: whatever of their folders differs. */
export async function differencesSeen(scratch: string, pairs: number, single: Making): Promise<{ differences: string[]; files: number }> {
  const document = join(scratch, 'photograph.jpg');
  writeFileSync(document, Buffer.alloc(30_000, 'a photograph '));
  const differences: string[] = [];
  let files = 0;
  for (let n = 0; n < pairs; n += 1) {
    const [one, two] = [new LookedAt(join(scratch, `one-${n}`)), new LookedAt(join(scratch, `two-${n}`))];
    const compare = (when: string, left: readonly string[], right: readonly string[]): void => {
      files += left.length;
      if (left.join('\n') !== right.join('\n')) differences.push(`${when}, the folder with one record shows ${counted(left)}; the one with two ${counted(right)}`);
    };
    compare('while it is made', await one.make(single), await two.make('two records'));
    compare('closed after the making', one.listing(), two.listing());
    for (const vault of [one, two]) await vault.sit(document);
    compare('after a first sitting', one.listing(), two.listing());
  }
  return { differences, files };
}

function counted(listing: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const line of listing) counts.set(line, (counts.get(line) ?? 0) + 1);
  return `${listing.length} files (${[...counts].map(([line, count]) => `${count} × ${line}`).join(', ')})`;
}
