/** One row of a table of formats (docs/IMPORTS.md), with what a blank or `same` stands for filled in. */
export interface FormatRow {
  readonly line: number;
  readonly format: string;
  readonly variant: string;
  /** As written in the page: a name, a path that ends so, a folder with `/` behind it, `*` for any letters. Empty: the test makes its own input. */
  readonly samples: readonly string[];
  /** As written: a path that ends so. */
  readonly tests: readonly string[];
}

const inTicks = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

/** Rows of every table whose heading begins `| Format | Variant | Sample | Test |`. */
export function rowsOf(page: string): FormatRow[] {
  const rows: FormatRow[] = [];
  let isTable = false;
  let before: FormatRow | null = null;
  page.split('\n').forEach((text, i) => {
    const cells = text.split(/(?<!\\)\|/).map((cell) => cell.trim());
    if (!text.startsWith('|')) {
      isTable = false;
      before = null;
      return;
    }
    const [, format = '', variant = '', sample = '', test = ''] = cells;
    if (format === 'Format' && variant === 'Variant' && sample === 'Sample' && test === 'Test') isTable = true;
    else if (isTable && !/^-+$/.test(format)) {
      const tests = inTicks(test).filter((name) => name.endsWith('.test.ts'));
      const row: FormatRow = {
        line: i + 1, format: format || before?.format || '', variant,
        samples: /^same\b/.test(sample) ? [...(before?.samples ?? []), ...inTicks(sample)] : inTicks(sample),
        tests: /^same\b/.test(test) ? [...(before?.tests ?? []), ...tests] : tests,
      };
      rows.push((before = row));
    }
  });
  return rows;
}

/** Whether a name in the table means a file: the file itself, or one in the folder it names. */
export function isMeant(name: string, file: string): boolean {
  const pattern = name.replace(/[.+^${}()[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
  return new RegExp(`(?:^|/)${pattern}${name.endsWith('/') ? '' : '(?:/|$)'}`).test(file);
}

/** What of the table is not true: a sample that is not there, a test that is not there, a row without a test; a sample that no row names. `samples`, `tests`: files of the project. */
export function faultsOf(rows: readonly FormatRow[], samples: readonly string[], tests: readonly string[]): string[] {
  const faults: string[] = [];
  for (const { line, variant, samples: named, tests: testing } of rows) {
    const row = `line ${line} (${variant.slice(0, 60)})`;
    if (testing.length === 0) faults.push(`${row} names no test`);
    for (const name of named) if (!samples.some((file) => isMeant(name, file))) faults.push(`${row}: there is no sample ${name}`);
    for (const name of testing) if (!tests.some((file) => file.endsWith(`/${name}`))) faults.push(`${row}: there is no test ${name}`);
  }
  for (const file of samples) if (!rows.some((row) => row.samples.some((name) => isMeant(name, file)))) faults.push(`no row names ${file}`);
  return faults;
}
