/** The evidence files: each is opened with its own key and compared with its SHA-256 (FORMAT.md, "Sealed files" and "Evidence in the database"). */
import { createHash } from 'node:crypto';
import { Damage } from './damage.mjs';
import { rowsOf } from './database.mjs';
import { kindOf, kinds, pathOfObject } from './keys.mjs';
import { hkdf, hmac } from './primitives.mjs';
import { openSealed } from './sealed-file.mjs';

const query = 'SELECT id, object_name, evidence_key, size_bytes, sha256, duplicate_tag FROM document WHERE object_name IS NOT NULL ORDER BY added_utc, id';

/** Gives { documentId, sha256, sizeBytes, verifies } for each; what fails goes into `findings`. */
export async function readEvidence(folder, { database, keys, vaultId, objects }, history, findings) {
  const recorded = digestsInHistory(history);
  const files = [];
  for (const row of rowsOf(database, query)) {
    const what = `Evidence file ${row.object_name} (document ${row.id})`;
    const verifies = await findings.attempt(async () => {
      const digest = await digestOf(folder, row, vaultId, what);
      if (digest.toString('hex') !== row.sha256) throw new Damage(`${what} is not the file whose SHA-256 was recorded.`);
      if (hmac(keys.duplicates, digest).toString('hex') !== row.duplicate_tag) throw new Damage(`${what} has a duplicate tag that is not its own.`);
      if (recorded.has(row.id) && recorded.get(row.id) !== row.sha256) throw new Damage(`${what}: the history recorded another SHA-256 when it was added.`);
      return true;
    });
    files.push({ documentId: row.id, sha256: row.sha256, sizeBytes: row.size_bytes, verifies: verifies === true });
  }
  const named = new Set([...rowsOf(database, query)].map((row) => row.object_name));
  const unnamed = objects.filter(({ name }) => !named.has(name) && kindOf(keys, name) === kinds.evidence).length;
  if (unnamed > 0) findings.remarks.push(`${unnamed} evidence files belong to no document: adding them was interrupted, or removing them was not finished.`);
  return files;
}

async function digestOf(folder, { object_name: name, evidence_key: fileKey, size_bytes: length }, vaultId, what) {
  const key = hkdf(fileKey, vaultId, 'tidemark/1/evidence-seal');
  const digest = createHash('sha256');
  await openSealed(pathOfObject(folder, name), { name, length, vaultId, before: 0, keyOf: () => key, what }, (plain) => digest.update(plain));
  return digest.digest();
}

/** The SHA-256 that the history gives for each document, where it has not been erased. */
function digestsInHistory(history) {
  const digests = new Map();
  for (const { kind, subject_id: id, payload } of history) if (kind === 'document-added' && payload !== null) digests.set(id, JSON.parse(payload).sha256);
  return digests;
}
