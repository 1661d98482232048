import { app, protocol } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportSource } from '../../electron/main/export/ports';
import { hardenProgram } from '../../electron/main/harden/harden-contents';
import { programSchemes } from '../../electron/main/protocol/serve-window';
import type { ExportPlan } from '../../shared/model/export-plan';

/** What in-electron.ts gives every program of a proof. */
interface Given { readonly appFolder: string; readonly folder: string }

/** Its job, as the proof wrote it down. */
export function readJob<Job extends object>(): Job & Given {
  return JSON.parse(readFileSync(process.env['PROOF_JOB'] ?? '', 'utf8')) as Job & Given;
}

/** Runs `work` in an Electron hardened as the product is, and ends. What goes wrong is left for the proof to throw. */
export function proofProgram({ folder }: Given, work: () => Promise<void>, userData = 'user-data'): void {
  protocol.registerSchemesAsPrivileged(programSchemes);
  hardenProgram(app);
  app.on('window-all-closed', () => undefined);
  app.setPath('userData', join(folder, userData));
  app.whenReady().then(work).then(() => app.exit(0), (error: unknown) => {
    writeFileSync(join(folder, 'error.txt'), error instanceof Error ? `${error.name} ${error.message}\n${error.stack}` : String(error));
    app.exit(1);
  });
}

/** The files of the built program that `buildExport` wants. */
export function exportFilesOf({ appFolder }: Given) {
  const out = join(appFolder, 'out');
  return { assets: join(out, 'assets'), picturePreload: join(out, 'preload/picture.cjs'), assemble: join(out, 'workers/assemble-entry.js'), readSource: join(out, 'workers/read-source-entry.js'), pagePreload: join(out, 'preload/page-pictures.cjs'), pdfjs: join(out, 'renderer/pdfjs') };
}

/** A made-up record as an export needs it: nothing attached to messages, nothing read by a machine, nothing kept of what is made. */
export function madeUpSource(plan: ExportPlan, bytes: (id: string) => Uint8Array): ExportSource {
  return {
    plan: async () => plan,
    document: async () => { throw new Error('nothing is attached in the made-up case'); },
    pagesRead: async () => [],
    record: async () => { throw new Error('nothing is recorded here'); },
    bytes: async ({ id }) => bytes(id),
    stretch: async (id, start, end) => bytes(id).slice(start, end),
  };
}
