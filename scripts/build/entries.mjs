/** Every program of the house: where it starts, what runs it, where it goes. Paths from the project's root. */
export const nodePrograms = [
  { process: 'main', entries: ['electron/main/index.ts'], format: 'es', target: 'node20' },
  { process: 'vault', entries: ['electron/vault/entry.ts'], format: 'es', target: 'node20' },
  {
    process: 'workers',
    entries: ['electron/workers/derive-key-entry.ts', 'electron/workers/read-source-entry.ts', 'electron/workers/assemble-entry.ts', 'electron/workers/sweep-entry.ts'],
    format: 'es',
    target: 'node20',
  },
  // A sandboxed preload may not load a second file: each is one CommonJS file with everything in it.
  { process: 'preload', entries: ['electron/preload/index.ts'], format: 'cjs', target: 'chrome130' },
  { process: 'preload', entries: ['electron/preload/picture.ts'], format: 'cjs', target: 'chrome130' },
  { process: 'preload', entries: ['electron/preload/page-pictures.ts'], format: 'cjs', target: 'chrome130' },
  { process: 'preload', entries: ['electron/preload/ocr.ts'], format: 'cjs', target: 'chrome130' },
];

/** Pages of the window; each is an HTML file in renderer/. */
export const pages = ['renderer/index.html'];
