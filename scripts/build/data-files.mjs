import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeCase } from '../sample-case/make-case.mjs';

/**
 * Files that programs read at run time, found from `import.meta.dirname` (out/<process>/../assets) or, in the window,
 * under its own origin. `from` starts at node_modules or at the project's root.
 */
const dataFiles = [
  { from: 'node_modules/sql.js/dist/sql-wasm.wasm', to: 'out/assets/sql-wasm.wasm' },
  { from: 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm', to: 'out/assets/pdfium.wasm' },
  // HEIC (LGPL): two files of their own, as they come, which anybody may exchange for others.
  { from: 'node_modules/libheif-js/libheif-wasm/libheif.js', to: 'out/assets/libheif/libheif.js' },
  { from: 'node_modules/libheif-js/libheif-wasm/libheif.wasm', to: 'out/assets/libheif/libheif.wasm' },
  { from: 'node_modules/libheif-js/libheif-wasm/LICENSE', to: 'out/assets/libheif/LICENSE' },
  // Tesseract and the languages it reads; another language is another file `<name>.traineddata.gz` there (docs/decisions/0069-words-in-pictures.md).
  { from: 'node_modules/tesseract.js-core/tesseract-core-relaxedsimd-lstm.wasm', to: 'out/assets/ocr/tesseract.wasm' },
  { from: 'node_modules/@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz', to: 'out/assets/ocr/eng.traineddata.gz' },
  { from: 'node_modules/@tesseract.js-data/cym/4.0.0_best_int/cym.traineddata.gz', to: 'out/assets/ocr/cym.traineddata.gz' },
  // For the numbers stamped on exported pages.
  { from: 'node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf', to: 'out/assets/LiberationSans-Regular.ttf' },
  // Faces of the printed pages with the stylesheets that name them, read by the shell and served to the print window.
  { from: 'node_modules/@fontsource-variable/source-sans-3', to: 'out/assets/fonts/source-sans-3' },
  { from: 'node_modules/@fontsource-variable/source-serif-4', to: 'out/assets/fonts/source-serif-4' },
  { from: 'node_modules/@fontsource/amiri', to: 'out/assets/fonts/amiri' },
  { from: 'node_modules/@fontsource-variable/noto-sans-sc', to: 'out/assets/fonts/noto-sans-sc' },
  // pdf.js in the window: app://ui/pdfjs/…
  { from: 'node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs', to: 'out/renderer/pdfjs/pdf.worker.min.mjs' },
  { from: 'node_modules/pdfjs-dist/cmaps', to: 'out/renderer/pdfjs/cmaps' },
  { from: 'node_modules/pdfjs-dist/iccs', to: 'out/renderer/pdfjs/iccs' },
  { from: 'node_modules/pdfjs-dist/standard_fonts', to: 'out/renderer/pdfjs/standard_fonts' },
  { from: 'node_modules/pdfjs-dist/wasm', to: 'out/renderer/pdfjs/wasm' },
];

/** The older `.woff` twin of every face, and the licence texts, are not needed at run time. */
const isWanted = (/** @type {string} */ path) => !/\.woff$|@fontsource[^/\\]*[/\\][^/\\]+[/\\](scss|.*\.(md|json|ts)|LICENSE)/.test(path);

/**
 * Copies every data file. Throws when a package no longer holds one.
 * @param {string} root the project's folder
 * @param {string} target the folder that gets out/
 */
export function copyDataFiles(root, target) {
  for (const { from, to } of dataFiles) {
    const source = join(root, from);
    if (!existsSync(source)) throw new Error(`${from} is missing: run \`npm ci\`.`);
    mkdirSync(dirname(join(target, to)), { recursive: true });
    cpSync(source, join(target, to), { recursive: true, filter: isWanted });
  }
  makeCase(join(target, 'out/assets/sample-case'));
}
