import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { nodePrograms, pages } from '../build/entries.mjs';
import { forbidden } from './rules.mjs';

/** Files that a page or Electron starts are nobody's import. */
const startedFiles = [...nodePrograms.flatMap(({ entries }) => entries), ...pages.map((page) => page.replace('.html', '.tsx')), 'renderer/main.tsx', 'electron/checker/check-this-bag.ts'];

/**
 * Every forbidden import below a folder that is laid out like the project.
 * @param {string} root
 * @returns {Promise<{ rule: string, from: string, to: string, comment: string }[]>}
 */
export async function findForbiddenImports(root) {
  const folders = ['shared', 'electron', 'renderer', 'scripts', 'e2e'].filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(
    folders,
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden },
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
      exclude: { path: '\\.(css|woff2?|png|svg|json)$' },
    },
    { extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js'], conditionNames: ['import', 'module', 'default', 'types'], exportsFields: ['exports'] },
  );
  const { summary, modules } = /** @type {import('dependency-cruiser').ICruiseResult} */ (output);
  if (modules.length === 0) throw new Error(`There is nothing to check in ${root}.`);
  return summary.violations
    .filter(({ rule, from }) => !(rule.name === 'no-orphan' && startedFiles.includes(from)))
    .map(({ rule, from, to }) => ({ rule: rule.name, from, to, comment: forbidden.find(({ name }) => name === rule.name)?.comment ?? '' }));
}
