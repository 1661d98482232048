import { Refusal } from '../../../shared/contract/errors';
import type { CallNameAt } from '../../../shared/contract';
import type { HandlersOf } from '../router/call-handlers';

type KeyCallName = Extract<CallNameAt<'main'>, `keys.${string}` | 'vault.chooseKeyFile' | 'vault.readShare'>;

const notYet = async (): Promise<never> => {
  throw new Refusal('unexpected');
};

export function keyHandlers(): HandlersOf<KeyCallName> {
  return {
    'keys.changePassphrase': notYet, 'keys.newRecoveryCode': notYet, 'keys.makeKeyFile': notYet, 'keys.makeShares': notYet, 'keys.saveSharePages': notYet,
    'keys.remove': notYet, 'keys.renew': notYet, 'vault.chooseKeyFile': notYet, 'vault.readShare': notYet,
  };
}
