import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Findings } from './damage.mjs';
import { readEvidence } from './evidence.mjs';
import { readHistory } from './history.mjs';
import { rootName } from './keys.mjs';
import { headAt, segmentKeys } from './segment.mjs';
import { secretsOf } from './secrets.mjs';
import { readVault } from './vault.mjs';
import { checkVectors } from './vectors.mjs';

const here = import.meta.dirname;
const vectors = join(here, '../vectors');
const frozen = join(here, '../frozen/version-1');

interface Expected {
  passphrase: string;
  recoveryCode: string;
  sealCode: string;
  history: unknown[];
  evidence: { verifies: boolean }[];
}

/** The command as a person runs it: in a process of its own, the secret on standard input. */
function run(args: readonly string[], typed = ''): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(here, 'read-vault.mjs'), ...args]);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(`${typed}\n`);
  });
}

let expected: Expected;
let scratch: string;
/** Paths in the frozen vault, by what they are. */
let parts: { roots: string[]; snapshot: string; newest: string; reserve: string; reserveJournal: string; evidence: string[]; starts: number[] };

const pathOf = (name: string): string => join('objects', name.slice(0, 2), name);

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'tidemark-reader-'));
  expected = JSON.parse(await readFile(join(frozen, 'expected.json'), 'utf8')) as Expected;
  const vault = await readVault(join(frozen, 'vault'), secretsOf(expected.passphrase), new Findings());
  const newest = vault.root.current.segments.at(-1)!.name;
  const bytes = await readFile(join(frozen, 'vault', pathOf(newest)));
  const { heads } = segmentKeys(vault.keys, bytes.subarray(0, 32));
  const starts = [32];
  for (let at = 32, number = 0; at < bytes.length; number++) starts.push((at += 16 + headAt(bytes, at, number, heads)!));
  parts = {
    roots: [0, 1].map((copy) => pathOf(rootName(vault.keys, copy))),
    snapshot: pathOf(vault.root.current.snapshot!.name),
    newest: pathOf(newest),
    reserve: pathOf(vault.root.previous!.snapshot!.name),
    reserveJournal: pathOf(vault.root.previous!.segments[0]!.name),
    evidence: vault.database.exec('SELECT object_name FROM document WHERE object_name IS NOT NULL')[0]!.values.map(([name]: unknown[]) => pathOf(String(name))),
    starts,
  };
});

afterAll(() => rm(scratch, { recursive: true, force: true }));

describe('the independent reader', () => {
  it('agrees with every vector', async () => {
    const { code, out } = await run(['--vectors']);
    expect(out).toMatch(/All \d+ values agree\./);
    expect(code).toBe(0);
  });

  it('imports nothing of the program: only its own files, Node, Argon2id and SQLite', async () => {
    const files = (await readdir(here)).filter((file) => file.endsWith('.mjs'));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const text = await readFile(join(here, file), 'utf8');
      const imported = [...text.matchAll(/^import .*? from '([^']+)'/gmu)].map(([, from]) => from!);
      expect(text.match(/import\(|require\(/u), file).toBeNull();
      expect(imported.filter((from) => !/^(node:[a-z/]+|\.\/[a-z0-9-]+\.mjs|libsodium-wrappers-sumo|sql\.js)$/u.test(from)), file).toEqual([]);
    }
  });

  it('says which vector does not agree', async () => {
    const folder = join(scratch, 'vectors');
    await cp(vectors, folder, { recursive: true });
    const text = await readFile(join(folder, 'vectors.json'), 'utf8');
    await writeFile(join(folder, 'vectors.json'), text.replace(/("duplicateTag": ")(.)/, (_, before: string, digit: string) => `${before}${digit === '0' ? '1' : '0'}`));
    const differing = (await checkVectors(folder)).filter(({ agrees }) => !agrees).map(({ name }) => name);
    expect(differing).toEqual(['passphrase', 'recovery code'].map((kind) => `opened by a ${kind}: evidence 8fe5a9d5e6806340fe492cdef2fd18c2 duplicate tag`));
  });

  it('finds in the frozen vault what was put there, by passphrase or code', async () => {
    for (const typed of [expected.passphrase, expected.recoveryCode, expected.recoveryCode.toLowerCase().replaceAll('-', ' – ')]) {
      const { code, out } = await run([join(frozen, 'vault'), '--evidence', '--json'], typed);
      expect(JSON.parse(out)).toMatchObject({ history: expected.history, evidence: expected.evidence, sealCode: expected.sealCode, damage: [] });
      expect(code).toBe(0);
    }
  });

  it('compares a printed seal code', async () => {
    const vault = join(frozen, 'vault');
    const good = await run([vault, `--seal-code=${expected.sealCode.toLowerCase()}`], expected.passphrase);
    expect(good.out).toContain('agrees');
    expect(good.code).toBe(0);
    const last = expected.sealCode.at(-1);
    const bad = await run([vault, `--seal-code=${expected.sealCode.slice(0, -1)}${last === '0' ? '1' : '0'}`], expected.passphrase);
    expect(bad.out).toContain('does not agree');
    expect(bad.code).toBe(1);
  });

  it('refuses a wrong secret, an empty folder and a wrong command with 2', async () => {
    expect(await run([join(frozen, 'vault')], 'something else')).toMatchObject({ code: 2, err: expect.stringContaining('No slot opens') });
    expect(await run([here], expected.passphrase)).toMatchObject({ code: 2, err: expect.stringContaining('no vault') });
    expect(await run([join(frozen, 'vault'), expected.passphrase])).toMatchObject({ code: 2, err: expect.stringContaining('Usage') });
  });
});

type Damaging = (vault: string) => Promise<unknown>;

const change = (path: string, at: number): Damaging => async (vault) => {
  const bytes = await readFile(join(vault, path));
  bytes[at] = bytes[at]! ^ 0x10;
  await writeFile(join(vault, path), bytes);
};

/** What is done to the vault, what must be said, and how much of the history is then shown (undefined: nothing). */
const damages: { name: string; by: () => Damaging; says: RegExp; code?: number; entries?: 'all' | 'fewer' }[] = [
  { name: 'a changed header copy', by: () => change('head.0', 700), says: /head\.0 is damaged: its checksum/, entries: 'all' },
  { name: 'both header copies changed', by: () => async (vault) => { await change('head.0', 9)(vault); await change('head.1', 4000)(vault); }, says: /Neither header copy is sound/ },
  { name: 'a missing header copy', by: () => (vault) => rm(join(vault, 'head.1')), says: /head\.1 is missing/, entries: 'all' },
  { name: 'a slot changed and the checksum made to fit', by: () => async (vault) => { for (const name of ['head.0', 'head.1']) await rewriteHeader(vault, name, (bytes) => (bytes[500]! ^= 1)); }, says: /changed by somebody without the vault's key/ },
  { name: 'a header copy with another salt and a higher revision', by: () => (vault) => rewriteHeader(vault, 'head.1', (bytes) => { bytes[45]! ^= 1; bytes[71] = 200; }), says: /head\.1 differs from head\.0 and its MAC does not hold/, entries: 'all' },
  { name: 'a header copy whose random part was changed', by: () => (vault) => rewriteHeader(vault, 'head.1', (bytes) => (bytes[2000]! ^= 1)), says: /header copies are not equal/, entries: 'all' },
  { name: 'a header copy with an impossible revision', by: () => (vault) => rewriteHeader(vault, 'head.1', (bytes) => (bytes[64] = 16)), says: /revision is 2\^53 or more/, entries: 'all' },
  { name: 'a later format version', by: () => (vault) => rewriteHeader(vault, 'head.1', (bytes) => bytes.writeUInt16BE(2, 8)), says: /format version 2/, code: 2 },
  { name: 'a changed root copy', by: () => change(parts.roots[0]!, 4000), says: /Root copy 0 does not verify/, entries: 'all' },
  { name: 'no root', by: () => async (vault) => { for (const path of parts.roots) await rm(join(vault, path)); }, says: /Neither root copy verifies/ },
  { name: 'a changed snapshot', by: () => change(parts.snapshot, 5000), says: /snapshot of generation \d+ does not verify/, entries: 'all' },
  { name: 'a changed reserve', by: () => change(parts.reserve, 5000), says: /reserve, generation \d+, does not verify/, entries: 'all' },
  { name: 'both snapshots swapped', by: () => swap(parts.snapshot, parts.reserve), says: /snapshot of generation/ },
  { name: 'the snapshot gone and the journal of the reserve cut', by: () => async (vault) => { await rm(join(vault, parts.snapshot)); await truncate(join(vault, parts.reserveJournal), 1500); }, says: /snapshot of generation \d+ is missing/, entries: 'fewer' },
  { name: 'a record changed in the middle of the journal', by: () => change(parts.newest, parts.starts[2]! + 40), says: /record 2 does not verify/, entries: 'fewer' },
  { name: 'a record taken out of the journal', by: () => takeOut(parts.newest, parts.starts[2]!, parts.starts[3]!), says: /record 2 does not verify/, entries: 'fewer' },
  { name: 'the journal cut in its last record', by: () => (vault) => truncate(join(vault, parts.newest), parts.starts.at(-1)! - 1), says: /not a whole record/, entries: 'fewer' },
  { name: 'a missing journal segment', by: () => (vault) => rm(join(vault, parts.newest)), says: /Journal segment 1 of generation \d+ is missing/, entries: 'fewer' },
  { name: 'a changed evidence file', by: () => change(parts.evidence[1]!, 20_000), says: /Evidence file .* does not verify/, entries: 'all' },
  { name: 'a longer evidence file', by: () => async (vault) => writeFile(join(vault, parts.evidence[1]!), Buffer.alloc(1), { flag: 'a' }), says: /Evidence file .* has \d+ bytes where \d+ belong/, entries: 'all' },
  { name: 'a missing evidence file', by: () => (vault) => rm(join(vault, parts.evidence[2]!)), says: /Evidence file .* is missing/, entries: 'all' },
  { name: 'two evidence files swapped', by: () => swap(parts.evidence[0]!, parts.evidence[1]!), says: /another file stands in its place/, entries: 'all' },
];

function swap(one: string, other: string): Damaging {
  return async (vault) => {
    await rename(join(vault, one), join(vault, 'between'));
    await rename(join(vault, other), join(vault, one));
    await rename(join(vault, 'between'), join(vault, other));
  };
}

function takeOut(path: string, from: number, to: number): Damaging {
  return async (vault) => {
    const bytes = await readFile(join(vault, path));
    await writeFile(join(vault, path), Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]));
  };
}

async function rewriteHeader(vault: string, name: string, edit: (bytes: Buffer) => unknown): Promise<void> {
  const bytes = await readFile(join(vault, name));
  edit(bytes);
  createHash('sha256').update(bytes.subarray(0, 4064)).digest().copy(bytes, 4064);
  await writeFile(join(vault, name), bytes);
}

describe('the independent reader, given a damaged vault,', () => {
  it.each(damages)('tells $name', async ({ name, by, says, code = 1, entries }) => {
    const vault = join(scratch, name.replaceAll(' ', '-'));
    await cp(join(frozen, 'vault'), vault, { recursive: true });
    await by()(vault);
    const said = await run([vault, '--evidence', '--json'], expected.passphrase);
    expect(said.code, said.err).toBe(code);
    if (code === 2) return expect(said.err).toMatch(says);
    const { damage, history } = JSON.parse(said.out) as { damage: string[]; history?: unknown[] };
    expect(damage.join('\n')).toMatch(says);
    if (entries === undefined) expect(history).toBeUndefined();
    else if (entries === 'all') expect(history).toEqual(expected.history);
    else {
      expect(history).toEqual(expected.history.slice(0, history?.length));
      expect(history?.length).toBeLessThan(expected.history.length);
    }
  });
});

describe('the independent reader, given a database that was sealed rightly and says something wrong,', () => {
  it.each([
    ['the time of an entry', "UPDATE history SET at_utc = '1999-01-01T00:00:00.000Z' WHERE sequence = 4", /History entry 4: its hash does not follow/],
    ['what an entry says', "UPDATE history SET payload = '{}' WHERE sequence = 4", /History entry 4: what it says changed is not/],
    ['an entry taken out', 'DELETE FROM history WHERE sequence = 4', /History entry 5: entry 4 should stand here/],
    ['the sum of a file', "UPDATE document SET sha256 = '00' || substr(sha256, 3)", /is not the file whose SHA-256 was recorded/],
    ['the duplicate tag of a file', "UPDATE document SET duplicate_tag = '00' || substr(duplicate_tag, 3)", /duplicate tag that is not its own/],
    ['the file itself', 'UPDATE document SET (object_name, evidence_key, size_bytes, sha256, duplicate_tag) = (SELECT object_name, evidence_key, size_bytes, sha256, duplicate_tag FROM document WHERE object_name IS NOT NULL ORDER BY id DESC LIMIT 1) WHERE object_name IS NOT NULL', /the history recorded another SHA-256/],
  ])('tells %s', async (_, sql, says) => {
    const findings = new Findings();
    const folder = join(frozen, 'vault');
    const vault = await readVault(folder, secretsOf(expected.passphrase), findings);
    vault.database.run(sql);
    const history = readHistory(vault.database, findings);
    await readEvidence(folder, vault, history!, findings);
    expect(findings.damage.join('\n')).toMatch(says);
  });
});
