import { Refusal } from '../../../shared/contract/errors';
import type { CallNameAt } from '../../../shared/contract';
import type { HandlersOf } from '../router/call-handlers';

type BackupCallName = Extract<CallNameAt<'main'>, `backup.${string}` | 'vault.restore' | 'vault.merge'>;

const notYet = async (): Promise<never> => {
  throw new Refusal('unexpected');
};

export function backupHandlers(): HandlersOf<BackupCallName> {
  return { 'backup.addPlace': notYet, 'backup.run': notYet, 'backup.check': notYet, 'backup.moveVault': notYet, 'vault.restore': notYet, 'vault.merge': notYet };
}
