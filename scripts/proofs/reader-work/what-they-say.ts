import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Refusal } from '../../../shared/contract/errors';
import { sealCode } from '../../../electron/vault/record/history/seal-code';
import { openStore, prepareOpen, type OpenedStore } from '../../../electron/vault/store/open-store';
import type { Row, VaultStore } from '../../../electron/vault/store/store';
import { passphraseKey } from './made-vault';
import type { Way } from './shapes';

/** One vault, as the program or the reader has it. */
export interface Said {
  /** All verifies, and nothing had to be mended or left out. */
  isSound: boolean;
  /** Null: nothing of the record was shown. */
  shown: { mark: { sequence: number; hash: string }; history: Row[]; sealCode: string | undefined; evidence: { documentId: string; sha256: string; sizeBytes: number; verifies: boolean }[] } | null;
  /** In its own words, for a failure's text. */
  words: string;
}

/** With the key of each copy of the header in turn, as the shell does. */
async function openAsSheDoes(folder: string, typed: string): Promise<OpenedStore> {
  const [first, second] = await prepareOpen(folder);
  const opened = passphraseKey(first, typed).then((key) => openStore({ folder, key, mark: null }));
  if (second === undefined) return opened;
  return opened.catch(async (error: unknown) => {
    if (!(error instanceof Refusal && error.code === 'wrong-secret')) throw error;
    return openStore({ folder, key: await passphraseKey(second, typed), mark: null });
  });
}

/** What the program says. It opens the vault and closes it again, so give it a copy. */
export async function programSays(folder: string, typed: string): Promise<Said> {
  try {
    const { store, notices } = await openAsSheDoes(folder, typed);
    try {
      const history = historyOf(store);
      const evidence = await evidenceOf(store);
      const last = history.at(-1);
      return {
        isSound: notices.length === 0 && evidence.every((file) => file.verifies),
        shown: { mark: store.mark(), history, evidence, sealCode: last && sealCode(store.vaultId, { sequence: Number(last['sequence']), hash: String(last['hash']) }) },
        words: notices.join(', ') || 'no notice',
      };
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { isSound: false, shown: null, words: `refused: ${error.code}` };
  }
}

function historyOf(store: VaultStore): Row[] {
  const [table] = store.all(`SELECT name FROM sqlite_schema WHERE name = 'history'`);
  return table ? store.all('SELECT sequence, at_utc, kind, subject_kind, subject_id, payload, payload_digest, hash FROM history ORDER BY sequence') : [];
}

async function evidenceOf(store: VaultStore): Promise<NonNullable<Said['shown']>['evidence']> {
  const [table] = store.all(`SELECT name FROM sqlite_schema WHERE name = 'document'`);
  if (!table) return [];
  const files: NonNullable<Said['shown']>['evidence'] = [];
  for (const row of store.all<{ id: string; object_name: string; evidence_key: Uint8Array; size_bytes: number; sha256: string }>('SELECT id, object_name, evidence_key, size_bytes, sha256 FROM document WHERE object_name IS NOT NULL ORDER BY added_utc, id')) {
    files.push({ documentId: row.id, sha256: row.sha256, sizeBytes: row.size_bytes, verifies: await agrees(store, row) });
  }
  return files;
}

async function agrees(store: VaultStore, row: { object_name: string; evidence_key: Uint8Array; size_bytes: number; sha256: string }): Promise<boolean> {
  const digest = createHash('sha256');
  try {
    const reader = await store.evidence.open({ objectName: row.object_name, key: row.evidence_key, sizeBytes: row.size_bytes });
    try {
      const step = 4 * 1024 * 1024;
      for (let at = 0; at === 0 || at < row.size_bytes; at += step) digest.update(await reader.read(at, Math.min(row.size_bytes, at + step)));
    } finally {
      await reader.close();
    }
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'tampered')) throw error;
    return false;
  }
  return digest.digest('hex') === row.sha256;
}

/** What the reader of docs/format says: a process of its own, given the folder and the secret and nothing else. */
export async function readerSays(root: string, folder: string, way: Way): Promise<Said> {
  const asked = 'keyFile' in way ? [`--key-file=${way.keyFile}`] : 'shares' in way ? ['--shares'] : [];
  const child = spawn(process.execPath, [join(root, 'docs/format/reader/read-vault.mjs'), folder, '--evidence', '--json', ...asked], { stdio: ['pipe', 'pipe', 'pipe'], timeout: 300_000 });
  let out = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  child.stdin.end('typed' in way ? `${way.typed}\n` : 'shares' in way ? way.shares.join('\n') : '');
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code === 2) return { isSound: false, shown: null, words: complaint.trim() };
  if (code !== 0 && code !== 1) throw new Error(`the reader ended with ${code}: ${complaint}`);
  const said = JSON.parse(out) as { mark?: NonNullable<Said['shown']>['mark']; history?: Row[]; sealCode?: string; evidence?: NonNullable<Said['shown']>['evidence']; damage: string[] };
  const { mark, history, evidence } = said;
  return { isSound: code === 0, shown: mark ? { mark, history: history ?? [], evidence: evidence ?? [], sealCode: said.sealCode } : null, words: said.damage.join(' ') || 'all verifies' };
}

/** Where the two disagree, a line each. */
export function disagreements(name: string, program: Said, reader: Said): string[] {
  const differ = (what: string): string => `${name}: ${what} (the program: ${program.words}; the reader: ${reader.words})`;
  if (program.isSound !== reader.isSound) return [differ(program.isSound ? 'sound to the program alone' : 'sound to the reader alone')];
  if (!program.shown || !reader.shown) return program.shown || reader.shown ? [differ(program.shown ? 'shown by the program alone' : 'shown by the reader alone')] : [];
  const { shown: one } = program;
  const { shown: other } = reader;
  const lines: string[] = [];
  for (const part of ['mark', 'sealCode', 'evidence'] as const) if (JSON.stringify(one[part]) !== JSON.stringify(other[part])) lines.push(differ(`another ${part}`));
  if (one.history.length !== other.history.length) lines.push(differ(`${one.history.length} and ${other.history.length} history entries`));
  const row = one.history.findIndex((entry, index) => JSON.stringify(entry) !== JSON.stringify(other.history[index]));
  if (row !== -1) lines.push(differ(`history entry ${row + 1} is not the same`));
  return lines;
}
