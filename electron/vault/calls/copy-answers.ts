import type { z } from 'zod';
import type { backupVaultCalls } from '../../../shared/backup-protocol';
import { Refusal } from '../../../shared/contract/errors';

type CopyCalls = typeof backupVaultCalls;
export type CopyAnswers = { readonly [N in keyof CopyCalls]: (input: z.infer<CopyCalls[N]['input']>) => Promise<z.infer<CopyCalls[N]['output']>> };

const notYet = async (): Promise<never> => {
  throw new Refusal('unexpected');
};

/** Answers about copies of a vault. */
export function copyAnswers(): CopyAnswers {
  return {
    'backup.takePlace': notYet, 'backup.make': notYet, 'backup.verify': notYet, 'open.move': notYet, 'open.finishMove': notYet, 'open.restore': notYet, 'prepare.merge': notYet, 'open.merge': notYet,
  };
}
