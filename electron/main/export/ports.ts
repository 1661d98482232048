import type { VaultCallName, VaultCalls } from '../../../shared/vault-protocol';
import type { TaskEvent } from '../../../shared/contract/events';
import type { Contract } from '../../../shared/contract';
import type { z } from 'zod';

type AnyVaultCall = VaultCallName | 'documents.get';
type Shapes = VaultCalls & Pick<Contract, 'documents.get'>;

/** Asks the vault process; throws `Refusal` when it refuses. */
export type AskVault = <N extends AnyVaultCall>(name: N, input: z.infer<Shapes[N]['input']>) => Promise<z.infer<Shapes[N]['output']>>;

/** What the export needs of the shell around it. Nothing here touches the disk but `folderFor`'s answer. */
export interface ExportPorts {
  readonly askVault: AskVault;
  /** Tells the window how the task goes (a `task` event). */
  tell(event: TaskEvent): void;
  /** Makes the bytes readable by the window at the returned `app://ui/export/<token>` until `withdraw` or lock. */
  serve(bytes: Uint8Array): { url: string; withdraw(): void };
  /** Asks where to save; the full path, or null when she closed the dialog. */
  askWhereToSave(suggestedName: string): Promise<string | null>;
  /** Folder with `pdfium.wasm`, `LiberationSans-Regular.ttf` and `fonts/` (out/assets). */
  readonly assetsFolder: string;
  /** out/preload/picture.cjs */
  readonly picturePreload: string;
  /** out/workers/assemble-entry.js */
  readonly assembleWorker: string;
}
