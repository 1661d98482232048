import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';

/** @param {Record<string, number | string>} figures */
const sayFigures = (figures) => Object.entries(figures).map(([name, value]) => `${name} ${value}`).join(', ');

/** What the figures were measured on. */
export const machine = () => `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${platform()}-${arch()}, Node ${process.versions.node}`;

/**
 * Puts a proof's last figures into its row of docs/PROOFS.md, adding the row when there is none.
 * @param {string} root the project's folder
 * @param {string} name
 * @param {string} catches
 * @param {Record<string, number | string>} figures
 */
export function recordFigures(root, name, catches, figures) {
  const file = join(root, 'docs/PROOFS.md');
  const row = `| \`${name}\` | ${catches} | ${sayFigures(figures)} | ${machine()} | ${new Date().toISOString().slice(0, 10)} |`;
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = lines.findIndex((line) => line.startsWith(`| \`${name}\` |`));
  const lastRow = lines.findLastIndex((line) => line.startsWith('|'));
  if (at >= 0) lines[at] = row;
  else lines.splice(lastRow + 1, 0, row);
  writeFileSync(file, lines.join('\n'));
}
