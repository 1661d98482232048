import type { BrowserWindow } from 'electron';
import type { Id } from '../../shared/model/identity';
import type { Dialogs } from './files/dialogs';
import type { Grants } from './files/grants';
import type { VaultHost } from './hosts/vault-host';
import type { Readings } from './readings/readings';
import type { ServedBytesShelves } from './protocol/served-bytes';
import type { SettingsFile } from './settings/settings-file';
import type { TestHooks } from './start/test-hooks';
import type { Tasks } from './work/tasks';

/** What every part of the shell that answers calls may use. */
export interface ShellServices {
  readonly vault: VaultHost;
  readonly tasks: Tasks;
  readonly shelves: ServedBytesShelves;
  readonly dialogs: Dialogs;
  readonly grants: Grants;
  readonly settings: SettingsFile;
  readonly hooks: TestHooks;
  readonly readings: Readings;
  readonly window: () => BrowserWindow | null;
  /** Called at each lock, after the vault has closed: parts that hold something of the record let go of it here. */
  readonly onLock: (letGo: () => void) => void;
  /** Called when something that was planned to go out was erased, before its erasing is answered: what was made of the plan is let go. */
  readonly onPlanLetGo: (letGo: (planId: Id) => void) => void;
}
