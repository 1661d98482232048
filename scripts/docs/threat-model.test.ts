import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const text = readFileSync(path.join(root, 'docs/THREAT-MODEL.md'), 'utf8');

const section = (title: string): string => text.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
const rowsOf = (part: string): string[][] =>
  part.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim())).filter(([first]) => !/^(-+|#)$/.test(first ?? ''));

const adversaries = rowsOf(section('What is kept from whom'));
const shown = rowsOf(section('What shows it'));

describe('the threat model', () => {
  it('says for each adversary and each promise what shows it', () => {
    expect(adversaries.length).toBeGreaterThan(10);
    expect(shown.map(([first]) => first)).toEqual([...['1', '2', '3', '4', '5'].map((promise) => `Promise ${promise}`), ...adversaries.map(([number]) => number)]);
  });

  it('names only proofs and tests that are there, at least one for each', () => {
    for (const [whose, , by = ''] of shown) {
      const named = [...by.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
      if (named.length === 0) expect(by, `row ${whose}`).toMatch(/^Nothing/);
      for (const name of named) expect([name, existsSync(path.join(root, name.includes('/') ? name : `scripts/proofs/${name}.ts`))]).toEqual([name, true]);
    }
  });
});
