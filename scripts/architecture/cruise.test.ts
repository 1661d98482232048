import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findForbiddenImports } from './cruise.mjs';
import { forbidden } from './rules.mjs';

/** A forbidden import of each kind: the file it is planted in, what it imports, the rule that must refuse it. */
const plants: readonly [file: string, imported: string, rule: string][] = [
  ['shared/planted-process.ts', '../electron/vault/store/store', 'shared-is-pure'],
  ['shared/planted-node.ts', 'node:fs', 'shared-is-pure'],
  ['shared/planted-library.ts', 'react', 'shared-is-pure'],
  ['shared/planted-parser.ts', 'htmlparser2', 'parsers-stay-with-importers'],
  ['electron/vault/planted-parser.ts', 'postal-mime', 'parsers-stay-with-importers'],
  ['shared/conflict-map/planted-layout.ts', '@dagrejs/dagre', 'layout-stays-with-the-map'],
  ['shared/conflict-map/planted-scale.ts', 'd3-scale', 'drawing-stays-with-the-patterns'],
  ['electron/main/planted.ts', '../vault/store/store', 'main-imports-only-shared'],
  ['electron/main/planted-window.ts', '../../renderer/planted-target', 'main-imports-only-shared'],
  ['electron/preload/planted.ts', '../main/planted-target', 'preload-imports-only-shared'],
  ['electron/vault/planted.ts', '../main/planted-target', 'vault-imports-only-shared'],
  ['electron/workers/planted.ts', '../vault/store/store', 'workers-imports-only-shared'],
  ['electron/checker/planted.ts', '../main/planted-target', 'checker-imports-only-shared'],
  ['renderer/planted.ts', '../electron/preload/planted-target', 'renderer-imports-only-shared'],
  ['renderer/planted-script.ts', '../scripts/planted-target', 'renderer-imports-only-shared'],
  ['electron/main/planted-builder.ts', './testing/planted-target', 'product-imports-no-test'],
  ['renderer/planted-node.ts', 'node:os', 'window-has-no-node'],
  ['electron/preload/planted-node.ts', 'node:os', 'window-has-no-node'],
  ['electron/vault/planted-electron.ts', 'electron', 'vault-and-workers-know-no-electron'],
  ['electron/workers/planted-electron.ts', 'electron/main', 'vault-and-workers-know-no-electron'],
  ['electron/main/planted-network.ts', 'node:https', 'nothing-talks-to-a-network'],
  ['electron/workers/planted-network.ts', 'dns/promises', 'nothing-talks-to-a-network'],
  ['electron/vault/crypto/planted.ts', '../store/store', 'crypto-knows-no-vault'],
  ['electron/vault/store/planted.ts', '../record/planted-target', 'store-knows-no-record'],
  ['electron/vault/record/planted.ts', '../store/planted-target', 'record-knows-only-the-store-seam'],
  ['electron/vault/record/planted-crypto.ts', '../crypto/planted-target', 'record-knows-only-the-store-seam'],
  ['electron/vault/calls/planted.ts', '../crypto/planted-target', 'calls-go-through-the-layers'],
  ['renderer/features/planted/planted.ts', '../planted-target/planted-target', 'features-know-no-feature'],
  ['renderer/features/planted/planted-app.ts', '../../app/app', 'features-use-apps-hooks'],
  ['renderer/ui/planted.ts', '../app/bridge', 'ui-knows-no-app'],
  ['renderer/ui-viewer/planted.ts', '../features/planted-target/planted-target', 'ui-parts-know-no-feature'],
  ['renderer/secrets/planted.ts', '../features/planted-target/planted-target', 'secrets-know-no-feature'],
  ['renderer/secrets/planted-app.ts', '../app/app', 'secrets-know-no-feature'],
  ['renderer/app/planted.ts', '../features/planted-target/planted-target', 'only-screens-know-features'],
  ['electron/vault/record/planted-database.ts', 'sql.js', 'one-import-site-sqljs'],
  ['electron/workers/planted-pdf.ts', 'pdf-lib', 'one-import-site-pdflib'],
  ['electron/workers/planted-pdfium.ts', '@embedpdf/pdfium', 'one-import-site-embedpdfpdfium'],
  ['electron/main/planted-kdf.ts', 'libsodium-wrappers-sumo', 'one-import-site-libsodiumwrapperssumo'],
  ['renderer/features/planted/planted-pdf.ts', 'pdfjs-dist', 'one-import-site-pdfjsdist'],
  ['electron/workers/planted-ocr.ts', 'tesseract.js-core', 'one-import-site-tesseractjscore'],
  ['electron/main/planted-zip.ts', 'yazl', 'one-import-site-yazl'],
  ['electron/checker/planted-hash.ts', '@noble/hashes/sha2.js', 'one-import-site-noblehashes'],
  ['electron/vault/planted-settings.ts', 'electron-store', 'one-import-site-electronstore'],
  ['renderer/features/planted/planted-editor.ts', 'prosemirror-view', 'one-import-site-prosemirroraz'],
  ['renderer/ui/planted-nowhere.ts', './there-is-no-such-file', 'no-unresolvable'],
  ['renderer/ui/planted-alone.ts', '', 'no-orphan'],
  ['shared/outputs/planted-call.ts', '../contract', 'outputs-look-nothing-up'],
  ['shared/writers/planted-words.ts', '../messages/en-gb', 'writers-know-papers-alone'],
  ['shared/model/planted-importer.ts', '../importers/registry', 'model-knows-no-importer'],
  ['shared/planted-circle.ts', './planted-circle', 'no-circular'],
];

/** What the planted imports lead to, so that they resolve. */
const targets = [
  'electron/main/planted-target.ts', 'electron/preload/planted-target.ts', 'electron/main/testing/planted-target.ts', 'renderer/planted-target.ts',
  'scripts/planted-target.ts', 'electron/vault/record/planted-target.ts', 'electron/vault/store/planted-target.ts', 'electron/vault/crypto/planted-target.ts',
  'renderer/features/planted-target/planted-target.ts',
];

const project = join(import.meta.dirname, '../..');
let copy: string;
let found: { rule: string; from: string; to: string }[];

function write(file: string, text: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), text);
}

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'tidemark-architecture-'));
  for (const folder of ['shared', 'electron', 'renderer']) cpSync(join(project, folder), join(copy, folder), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const target of targets) write(target, 'export const target = 1;\n');
  for (const [file, imported] of plants) write(file, imported ? `import * as planted from '${imported}';\nexport const use = planted;\n` : 'export const alone = 1;\n');
  found = await findForbiddenImports(copy);
}, 60_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test.each(plants)('%s importing "%s" is refused by %s', (file, _imported, rule) => {
  expect(found.filter(({ from }) => from === file).map((each) => each.rule)).toContain(rule);
});

test('every rule has an import that it refuses', () => {
  const planted = new Set(plants.map(([, , rule]) => rule));
  expect(forbidden.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
});

test('a type import is refused like any other', async () => {
  write('shared/planted-type.ts', "import type { VaultStore } from '../electron/vault/store/store';\nexport type Use = VaultStore;\n");
  const again = await findForbiddenImports(copy);
  expect(again.some(({ from, rule }) => from === 'shared/planted-type.ts' && rule === 'shared-is-pure')).toBe(true);
});
