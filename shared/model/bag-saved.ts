import { z } from 'zod';
import { HandedOver } from './copy';
import { ExportRecord } from './export';

/** How the saving of an evidence bag ended. `record` null: she closed the dialog, and nothing was written. */
export const BagSaved = z.object({ record: ExportRecord.nullable(), handedOver: HandedOver });
export type BagSaved = z.infer<typeof BagSaved>;
