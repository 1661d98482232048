import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Proof } from '../proving/proof';
import { faultsOf, rowsOf } from './formats-work/table';

/** A small run takes the tests of so many formats, of those with the fewest samples: `npm test` runs all of them elsewhere. */
const formatsOfSmall = 2;

interface Report {
  numTotalTests: number;
  numPassedTests: number;
  testResults: { name: string; status: string }[];
}

export const proof: Proof = {
  catches: 'a format or variant in the table of docs/IMPORTS.md without a sample or a test, a sample that no row speaks of, or a test of the table that is red',
  breaks: 'leaves one row of the table unread',
  drivesProgram: false,
  async run({ isSmall, isBroken, say, root, scratch }) {
    const rows = rowsOf(readFileSync(join(root, 'docs/IMPORTS.md'), 'utf8')).slice(isBroken ? 1 : 0);
    const files = ['shared', 'electron'].flatMap((folder) => filesBelow(join(root, folder))).map((file) => relative(root, file));
    const samples = files.filter((file) => /\/samples\//.test(file) && !file.endsWith('.expected') && !file.endsWith('.ts'));
    const tests = files.filter((file) => file.endsWith('.test.ts'));
    const failures = faultsOf(rows, samples, tests);
    const formats = [...new Set(rows.map(({ format }) => format))];
    const samplesOf = (format: string): number => rows.filter((row) => row.format === format).reduce((sum, row) => sum + row.samples.length, 0);
    const few = formats.toSorted((a, b) => samplesOf(a) - samplesOf(b)).slice(0, formatsOfSmall);
    const run = isSmall ? rows.filter(({ format }) => few.includes(format)) : rows;
    const wanted = tests.filter((file) => run.some(({ tests: named }) => named.some((name) => file.endsWith(`/${name}`))));
    say(`${wanted.length} test files of ${rows.length} variants`);
    const report = await runTests(root, wanted, join(scratch, 'report.json'));
    failures.push(...report.testResults.filter(({ status }) => status !== 'passed').map(({ name }) => `red: ${relative(root, name)}`));
    if (report.numTotalTests === 0) failures.push('no test ran');
    return { ok: failures.length === 0, failures: failures.slice(0, 30), figures: { formats: formats.length, variants: rows.length, samples: samples.length, testFiles: wanted.length, testsPassed: report.numPassedTests } };
  },
};

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A red test ends the runner badly; its report is what counts. */
function runTests(root: string, files: readonly string[], report: string): Promise<Report> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...files, '--reporter=json', `--outputFile=${report}`], { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (error) => {
      try {
        resolve(JSON.parse(readFileSync(report, 'utf8')) as Report);
      } catch {
        reject(error ?? new Error('the tests left no report'));
      }
    });
  });
}
