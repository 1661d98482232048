import { z } from 'zod';
import { Id } from '../model/identity';
import { call, None, TaskStarted } from './call';
import { Grant } from './program-calls';

/** For whoever receives a bundle, with or without a vault: these are answered at the door too. */
export const bundleCalls = {
  /** Opens the system's dialog for a folder, or for a file (an archive, a PDF, anything). null: it was closed. */
  'bundles.choose': call('main', z.object({ what: z.enum(['folder', 'file']) }), z.object({ chosen: Grant.nullable() })),
  /** Compares a bag with its own lists, or works out one file's SHA-256; nothing is stored. Result of the task: BundleChecked. */
  'bundles.check': call('main', z.object({ grant: Id }), TaskStarted),
  /** The solicitor's guide, two pages, where she chooses. saved false: she closed the dialog. */
  'bundles.saveGuide': call('main', None, z.object({ saved: z.boolean() })),
} as const;
