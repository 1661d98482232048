import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** Looks at the page as it stands with every rule of axe; fails with each finding and its place. */
export async function expectAxeClean(page: Page, screen: string): Promise<void> {
  // Through the debugger, because the page's own content policy lets nothing in.
  await page.evaluate(`${source};0`);
  const findings = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (root: Document, options: object) => Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }> } };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`));
  });
  expect(findings, screen).toEqual([]);
}
