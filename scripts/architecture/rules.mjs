/**
 * Every arrow of the house (docs/ARCHITECTURE.md) as a rule of dependency-cruiser: what is written here is refused.
 * Tests and their builders (`testing/`) may import across; nothing of the product may import them.
 */
const isTest = '(\\.test\\.tsx?$|/testing/)';
const product = (/** @type {string} */ folder) => ({ path: `^${folder}/`, pathNot: isTest });

/** A process may import its own folder and `shared/`, and nothing else of ours. */
const processes = ['electron/main', 'electron/preload', 'electron/vault', 'electron/workers', 'electron/checker', 'renderer'];
const ofOurs = '^(shared|electron|renderer|scripts|e2e|assets)/';
const processArrows = processes.map((folder) => ({
  name: `${folder.replace('electron/', '')}-imports-only-shared`,
  comment: `${folder}/ imports itself and shared/: processes never import each other.`,
  severity: /** @type {const} */ ('error'),
  from: product(folder),
  to: { path: ofOurs, pathNot: `^(shared|${folder})/` },
}));

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: /** @type {const} */ ('error'), from, to });

/** A library that only one place may import: who else wants it goes through that place. */
const importSites = [
  ['pdf-lib', '^electron/workers/assemble/pdf-library\\.ts$'],
  ['@embedpdf/pdfium', '^electron/workers/(assemble/pdfium|read-source/papers/pdfium-document)\\.ts$'],
  ['sql\\.js', '^electron/vault/store/database\\.ts$'],
  ['libsodium-wrappers-sumo', '^electron/workers/derive-key'],
  // A preload cannot import the window's code: the viewer reads what she looks at, the other draws damaged files for an export.
  ['pdfjs-dist', '^(renderer/ui-viewer/pdf/|electron/preload/page-pictures\\.ts$)'],
  ['tesseract\\.js-core', '^electron/preload/ocr/engine\\.ts$'],
  ['yazl', '^electron/main/(bag/zip-pieces|export/zip-parts)\\.ts$'],
  ['@noble/hashes', '^electron/checker/files-to-check\\.ts$'],
  ['electron-store', '^electron/main/settings/'],
  // Whoever imports it reads no markup: what comes in from outside goes through its clipboard file.
  ['prosemirror-[a-z]+', '^renderer/features/narrative/editor/'],
].map(([library, site]) =>
  forbid(`one-import-site-${library?.replace(/[^a-z]/g, '')}`, `Only ${site} imports ${library}.`, { path: '^(shared|electron|renderer)/', pathNot: `${site}|${isTest}` }, { path: `(^|/)node_modules/${library}/` }),
);

/** Libraries of shared/importers: pure (no Node, no DOM, no network), well kept, under MIT or BSD. `htmlparser2` is used for its tokens and `entities`, its own part, for character references; `postal-mime` for lists of addresses; `numfmt` for a spreadsheet's formats of numbers. */
const pureParsers = 'htmlparser2|entities|postal-mime|numfmt';

/** Lays out the conflict map, for the window and for the page alike: pure, MIT, no chance in it. It reads nothing hostile. */
const pureLayout = '@dagrejs/(dagre|graphlib)';

/** Scales, areas and orders of the patterns' drawing: pure, ISC, no DOM. */
const pureDrawing = 'd3-(array|scale|shape)';

export const forbidden = [
  forbid('no-circular', 'Two files that need each other are one thing, or a third is missing.', { pathNot: isTest }, { circular: true }),
  forbid('no-orphan', 'Nobody imports this file, and it starts no program.', { orphan: true, pathNot: `${isTest}|\\.d\\.ts$|^(scripts|e2e)/` }, {}),
  forbid('no-unresolvable', 'This import leads nowhere.', {}, { couldNotResolve: true, pathNot: '^(electron(/|$)|virtual:|\\?|.*\\?(url|raw|inline|worker)$)' }),
  forbid('shared-is-pure', 'shared/ imports itself and its schema library, importers also the parsers named here, the conflict map its layout, the patterns their scales: no process, no Node, no Electron.', product('shared'), { pathNot: `^shared/|(^|/)node_modules/(zod|${pureParsers}|${pureLayout}|${pureDrawing})/` }),
  forbid('parsers-stay-with-importers', 'Parsers of hostile bytes are loaded by importers alone.', { path: '^(shared|electron|renderer)/', pathNot: `^shared/importers/|${isTest}` }, { path: `(^|/)node_modules/(${pureParsers})/` }),
  forbid('layout-stays-with-the-map', 'The layout of the conflict map is asked in one place.', { path: '^(shared|electron|renderer)/', pathNot: `^shared/conflict-map/lay-out-map\\.ts$|${isTest}` }, { path: `(^|/)node_modules/${pureLayout}/` }),
  forbid('drawing-stays-with-the-patterns', 'What is drawn to scale is worked out in one place.', { path: '^(shared|electron|renderer)/', pathNot: `^shared/patterns/|${isTest}` }, { path: `(^|/)node_modules/${pureDrawing}/` }),
  forbid('model-knows-no-importer', 'Importers read into the model; the model knows nothing of how a format is read.', product('shared/model'), { path: '^shared/(importers|contract|layouts|messages)/' }),
  forbid('outputs-look-nothing-up', 'An output is made from the plan alone: it knows the model, the words and the layouts, nothing that asks or reads.', product('shared/outputs'), { path: '^shared/', pathNot: '^shared/(outputs|model|messages|layouts|dates|picklists|text)/' }),
  forbid('writers-know-papers-alone', 'A writer turns papers and tables into files, whatever they say.', product('shared/writers'), { path: '^shared/', pathNot: '^shared/(writers|model)/' }),
  ...processArrows,
  forbid('product-imports-no-test', 'Nothing of the product imports a test or its builders.', { path: '^(shared|electron|renderer)/', pathNot: isTest }, { path: isTest }),

  forbid('window-has-no-node', 'The window and the preload have no Node.', { path: '^(renderer|electron/checker|electron/preload)/', pathNot: isTest }, { dependencyTypes: ['core'] }),
  forbid('vault-and-workers-know-no-electron', 'The vault and the workers are plain Node.', { path: '^electron/(vault|workers)/', pathNot: isTest }, { path: '(^|/)node_modules/electron/|^electron(/(main|renderer|common|utility))?$' }),
  forbid('nothing-talks-to-a-network', 'Nothing leaves the machine.', { path: '^(shared|electron|renderer)/', pathNot: isTest }, { path: '^(node:)?(http|https|http2|net|dgram|dns|tls)(/promises)?$' }),

  forbid('crypto-knows-no-vault', 'calls → record → store → crypto: crypto is the lowest layer.', product('electron/vault/crypto'), { path: '^electron/vault/', pathNot: '^electron/vault/crypto/' }),
  forbid('store-knows-no-record', 'calls → record → store → crypto: the store knows no record and no call.', product('electron/vault/store'), { path: '^electron/vault/', pathNot: '^electron/vault/(store|crypto)/' }),
  forbid('record-knows-only-the-store-seam', 'The record knows the store by its seam alone (store/store.ts).', product('electron/vault/record'), { path: '^electron/vault/', pathNot: '^electron/vault/(record/|store/store\\.ts$)' }),
  forbid('calls-go-through-the-layers', 'Calls use the record and the store, never the crypto below them.', product('electron/vault/calls'), { path: '^electron/vault/crypto/' }),

  forbid('features-know-no-feature', 'Features never import each other: what two need belongs below both.', { path: '^renderer/features/([^/]+)/', pathNot: isTest }, { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' }),
  forbid('features-use-apps-hooks', "Features use the app's hooks and never the frame that shows them.", product('renderer/features'), { path: '^renderer/app/(app|frame|screens|case-place|rail|doors|corner|palette)\\.tsx$|^renderer/main\\.tsx$' }),
  forbid('ui-knows-no-app', 'Controls know neither the app nor a feature.', product('renderer/ui'), { path: '^renderer/', pathNot: '^renderer/ui/' }),
  forbid('ui-parts-know-no-feature', 'Parts that several features show know no feature.', { path: '^renderer/ui-[a-z]+/', pathNot: isTest }, { path: '^renderer/features/' }),
  forbid('secrets-know-no-feature', 'The entry of secrets knows no feature, and of the app only its hooks.', product('renderer/secrets'), { path: '^renderer/(features/|app/(app|frame|screens|case-place|rail|doors|corner|palette)\\.tsx$)' }),
  forbid('only-screens-know-features', 'The app reaches features in one place, the list of screens; the place of the case has several, and its own list.', { path: '^renderer/app/', pathNot: `^renderer/app/(screens|case-place|doors|app)\\.tsx$|${isTest}` }, { path: '^renderer/features/' }),
  ...importSites,
];
