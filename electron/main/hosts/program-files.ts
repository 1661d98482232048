import path from 'node:path';

/** Where the built programs lie: beside the shell's own folder (out/main). */
const out = path.resolve(import.meta.dirname, '..');

export const programFiles = {
  preload: path.join(out, 'preload', 'index.cjs'),
  picturePreload: path.join(out, 'preload', 'picture.cjs'),
  pagePreload: path.join(out, 'preload', 'page-pictures.cjs'),
  ocrPreload: path.join(out, 'preload', 'ocr.cjs'),
  ocrData: path.join(out, 'assets', 'ocr'),
  pdfjs: path.join(out, 'renderer', 'pdfjs'),
  renderer: path.join(out, 'renderer'),
  assets: path.join(out, 'assets'),
  vault: path.join(out, 'vault', 'entry.js'),
  deriveKey: path.join(out, 'workers', 'derive-key-entry.js'),
  readSource: path.join(out, 'workers', 'read-source-entry.js'),
  sweep: path.join(out, 'workers', 'sweep-entry.js'),
  assemble: path.join(out, 'workers', 'assemble-entry.js'),
} as const;
