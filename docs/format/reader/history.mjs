/** The history inside the database, its hash chain and the seal code (FORMAT.md, "History"). */
import { digitOf, toDigits, valueOf } from './base32.mjs';
import { Damage } from './damage.mjs';
import { hasTable, rowsOf } from './database.mjs';
import { sha256 } from './primitives.mjs';

const columns = ['at_utc', 'kind', 'subject_kind', 'subject_id', 'payload', 'payload_digest', 'hash'];
const query = `SELECT sequence, ${columns.map((column) => `CAST(${column} AS BLOB) AS ${column}`).join(', ')} FROM history ORDER BY sequence`;

/** Gives every row; a row that breaks the chain goes into `findings`. */
export function readHistory(database, findings) {
  if (!hasTable(database, 'history')) return undefined;
  const rows = [];
  let before = '0'.repeat(64);
  let broken = 0;
  for (const raw of rowsOf(database, query)) {
    const row = { sequence: raw.sequence };
    for (const column of columns) row[column] = raw[column] === null ? null : Buffer.from(raw[column]).toString('utf8');
    const wrong = whatIsWrong(row, rows.length + 1, before);
    if (wrong && broken++ < 20) findings.damage.push(`History entry ${row.sequence}: ${wrong}.`);
    before = row.hash;
    rows.push(row);
  }
  if (broken > 20) findings.damage.push(`${broken} history entries in all do not verify.`);
  return rows;
}

function whatIsWrong(row, expected, before) {
  if (row.sequence !== expected) return `entry ${expected} should stand here`;
  if (row.payload !== null && sha256(Buffer.from(row.payload)).toString('hex') !== row.payload_digest) return 'what it says changed is not what its digest was made from';
  if (entryHash(row, before) !== row.hash) return 'its hash does not follow from the entry and the one before';
  return undefined;
}

export function entryHash(row, before) {
  const lines = [before, row.sequence, row.at_utc, row.kind, row.subject_kind ?? '', row.subject_id ?? '', row.payload_digest];
  return sha256(Buffer.from(lines.join('\n'), 'utf8')).toString('hex');
}

/** The code printed on exports, for the history up to and including this entry. */
export function sealCode(vaultId, row) {
  const digest = sha256(Buffer.from(['tidemark seal', vaultId.toString('hex'), row.sequence, row.hash].join('\n'), 'utf8'));
  const digits = toDigits(digest, 15);
  const sum = Array.from(digits, valueOf).reduce((total, value) => total + value, 0);
  return `${row.sequence}-${`${digits}${digitOf(sum % 32)}`.match(/.{4}/gu).join('-')}`;
}

/** What a person typed: the last sixteen signs are the digits, those before them the sequence; typed in groups whose first is a number, that is the sequence. undefined when it is no seal code. */
function readTyped(typed) {
  const parts = /^(\d+)([0-9A-HJKMNP-TV-Z]{16})$/u.exec(plain(typed));
  if (!parts) return undefined;
  const groups = typed.normalize('NFKC').trim().split(/[\s\p{Pd}]+/u).map(plain);
  if (groups.length > 1 && /^\d+$/u.test(groups[0]) && groups[0] !== parts[1]) return undefined;
  const values = Array.from(parts[2], valueOf);
  if (values.slice(0, -1).reduce((total, value) => total + value, 0) % 32 !== values.at(-1)) return undefined;
  return { sequence: Number(parts[1]), digits: parts[2] };
}

function plain(typed) {
  return typed.normalize('NFKC').toUpperCase().replace(/[\s\p{Pd}]/gu, '').replaceAll('O', '0').replace(/[IL]/gu, '1');
}

/** Compares a printed code with the history. Throws Damage when it is not this history's. */
export function checkSealCode(vaultId, history, printed) {
  const read = readTyped(printed);
  if (!read) throw new Damage(`The seal code ${printed} does not agree with itself: it was copied wrongly.`);
  const row = history.find((entry) => entry.sequence === read.sequence);
  if (!row) throw new Damage(`The seal code ${printed} does not agree: it belongs to an entry that this history does not have.`);
  if (sealCode(vaultId, row).replaceAll('-', '') !== `${read.sequence}${read.digits}`) throw new Damage(`The seal code ${printed} does not agree: the history up to entry ${read.sequence} is not the one the code was printed for.`);
  return `The seal code ${printed} agrees: the history up to entry ${read.sequence}, ${row.at_utc}, is the one it was printed for.`;
}
