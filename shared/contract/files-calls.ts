import { z } from 'zod';
import { Id } from '../model/identity';
import { call, None, TaskStarted } from './call';
import { Grant } from './program-calls';

const ByGrant = z.object({ grant: Id });

/** Whole folders, and archives taken apart: every file in them a document of its own. */
export const filesCalls = {
  /** Opens the system's dialog for a folder. null: she closed it. */
  'files.chooseFolder': call('main', None, z.object({ chosen: Grant.nullable() })),
  /** Counts what lies in a folder or archive; the grant stays good. Result of the task: FilesFound. */
  'files.look': call('main', ByGrant, TaskStarted),
  /** All of it or nothing. Result: FilesKept. */
  'files.add': call('main', ByGrant, TaskStarted),
} as const;
