import { z } from 'zod';
import { CopyTold } from '../copies/copy-told';
import { BundleChecked } from '../bag/bag-checked';
import { BagSwept } from '../model/bag';
import { BagSaved } from '../model/bag-saved';
import { HandedOver } from '../model/copy';
import { BuiltExport } from '../model/export';
import { FilesFound, FilesKept } from '../model/files-found';
import { Id } from '../model/identity';
import { BroughtIn } from '../model/import';
import { SourcePreview } from '../model/source-preview';
import { BackupChecked, BackupDone, JoinReport, Restored } from './backup-calls';
import { None } from './call';
import { SearchRebuilt } from './check-calls';
import { CallError } from './errors';
import { DocumentAdded } from './record-calls';

/** What a finished task hands over, by kind of task. */
export const TaskResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document'), value: DocumentAdded }),
  z.object({ kind: z.literal('files-found'), value: FilesFound }),
  z.object({ kind: z.literal('files-kept'), value: FilesKept }),
  z.object({ kind: z.literal('preview'), value: SourcePreview }),
  z.object({ kind: z.literal('brought-in'), value: BroughtIn }),
  z.object({ kind: z.literal('export'), value: BuiltExport }),
  z.object({ kind: z.literal('bag-swept'), value: BagSwept }),
  z.object({ kind: z.literal('bag-saved'), value: BagSaved }),
  z.object({ kind: z.literal('handed-over'), value: HandedOver }),
  z.object({ kind: z.literal('copy-told'), value: CopyTold }),
  z.object({ kind: z.literal('bundle-checked'), value: BundleChecked }),
  z.object({ kind: z.literal('example'), value: None }),
  z.object({ kind: z.literal('keys-renewed'), value: z.object({ recoveryCode: z.string() }) }),
  z.object({ kind: z.literal('backup'), value: BackupDone }),
  z.object({ kind: z.literal('backup-checked'), value: BackupChecked }),
  z.object({ kind: z.literal('restored'), value: Restored }),
  z.object({ kind: z.literal('joined'), value: JoinReport }),
  z.object({ kind: z.literal('search-rebuilt'), value: SearchRebuilt }),
  z.object({ kind: z.literal('moved'), value: None }),
]);
export type TaskResult = z.infer<typeof TaskResult>;

/** Long work, told as it goes. `done` and `total` are in `unit`; `total` 0 while it is not known. */
export const TaskEvent = z.object({
  taskId: Id,
  state: z.enum(['running', 'finished', 'cancelled', 'refused']),
  step: z.enum(['reading', 'sealing', 'storing', 'gathering', 'pictures', 'printing', 'assembling', 'sweeping', 'reading-pictures', 'marking', 'writing', 'example', 'copying', 'verifying', 'renewing', 'indexing']),
  done: z.number().nonnegative(),
  total: z.number().nonnegative(),
  unit: z.enum(['bytes', 'messages', 'pages', 'items']),
  result: TaskResult.nullable(),
  error: CallError.nullable(),
});
export type TaskEvent = z.infer<typeof TaskEvent>;
