import { makeArchive, type EntryToMake } from '../../../electron/workers/read-source/testing/make-archive';
import type { Chance } from '../../../electron/vault/store/testing/power-loss';
import { oneOf, upTo } from '../../proving/chance';

/** What an archive that somebody made up says of its entries. */
const lies: readonly (Partial<EntryToMake>)[] = [{ saysSize: 0 }, { saysSize: 0xfffffffe }, { saysCrc: 1 }, { flags: 0x0801 }, { mode: 0o120777 }, { overlaps: 0 }, { name: '../../out' }, { name: '/etc/passwd' }, { name: 'a/./b//c' }, { name: Buffer.from([0x61, 0xff, 0x00, 0x2f]) }, { name: 'x/'.repeat(60) }];

/** An archive of one to eight of these files, in folders or other archives, as anybody has one; some entries lie about themselves. */
export function archiveOf(all: readonly Uint8Array[], chance: Chance, depth = 1): Uint8Array {
  const entries = Array.from({ length: 1 + upTo(chance, 8) }, (_, number): EntryToMake => {
    const isArchive = depth < 5 && chance() < 0.2;
    const bytes = isArchive ? archiveOf(all, chance, depth + 1) : oneOf(chance, all) ?? new Uint8Array(0);
    const honest: EntryToMake = { name: `${chance() < 0.3 ? 'folder/' : ''}${number}${isArchive ? '.zip' : ''}`, bytes, stored: chance() < 0.3 };
    return chance() < 0.1 ? { ...honest, ...oneOf(chance, lies) } : honest;
  });
  return makeArchive(entries);
}
