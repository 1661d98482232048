import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sodium from 'libsodium-wrappers-sumo';
import { describe, expect, it } from 'vitest';
import { openStore, prepareOpen } from './open-store';
import { readRecoveryCode } from './secrets/recovery-code';
import { newFolder } from './testing/sample-vault';

/**
 * Vaults that earlier versions of the program made (docs/format/frozen), kept for ever: each later version opens them and finds in them what
 * stands beside them. They are never made anew; what turns this red would lock somebody out of her record.
 */
const frozenFolder = join(import.meta.dirname, '../../../docs/format/frozen');

interface Expected {
  passphrase: string;
  recoveryCode: string;
  mark: { sequence: number; hash: string };
  history: object[];
  evidence: { documentId: string; sha256: string; sizeBytes: number }[];
}

describe.each(await readdir(frozenFolder))('the frozen vault %s', (name) => {
  it.each(['passphrase', 'recovery code'])('opens whole with its %s', async (way) => {
    const expected = JSON.parse(await readFile(join(frozenFolder, name, 'expected.json'), 'utf8')) as Expected;
    const folder = await newFolder();
    try {
      await cp(join(frozenFolder, name, 'vault'), folder, { recursive: true });
      const [{ salt, iterations, memoryKiB }] = await prepareOpen(folder);
      const secret = way === 'passphrase' ? Buffer.from(expected.passphrase.normalize('NFKC')) : readRecoveryCode(Buffer.from(expected.recoveryCode));
      await sodium.ready;
      const key = sodium.crypto_pwhash(32, secret, salt, iterations, memoryKiB * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13);
      const { store, notices } = await openStore({ folder, key, mark: expected.mark });
      expect(notices).toEqual([]);
      expect(store.mark()).toEqual(expected.mark);
      expect(store.all('SELECT * FROM history ORDER BY sequence')).toEqual(expected.history);
      const kept = store.all<{ id: string; object_name: string; evidence_key: Uint8Array; size_bytes: number }>('SELECT id, object_name, evidence_key, size_bytes FROM document WHERE object_name IS NOT NULL ORDER BY added_utc, id');
      const digests = [];
      for (const row of kept) {
        const reader = await store.evidence.open({ objectName: row.object_name, key: row.evidence_key, sizeBytes: row.size_bytes });
        digests.push({ documentId: row.id, sha256: createHash('sha256').update(await reader.read(0, row.size_bytes)).digest('hex'), sizeBytes: row.size_bytes });
        await reader.close();
      }
      expect(digests).toEqual(expected.evidence.map(({ documentId, sha256, sizeBytes }) => ({ documentId, sha256, sizeBytes })));
      await store.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
