import { existsSync } from 'node:fs';
import path from 'node:path';

/** The two copies of a vault's header (docs/FORMAT.md). */
export const headNames = ['head.0', 'head.1'] as const;

/** True when the folder holds a vault's header, whatever its state. Waits for the drive: for the one folder that is looked at before the first page is drawn. */
export function holdsVaultSync(folder: string): boolean {
  return headNames.some((name) => existsSync(path.join(folder, name)));
}
