import { Refusal } from '../../../shared/contract/errors';
import { FromDeriver, type ToDeriver } from '../../../shared/derive-key-protocol';
import type { KdfParameters } from '../../../shared/kdf-parameters';
import { programFiles } from './program-files';
import { spawnProcess } from './spawn-process';

const slackBytes = 512 * 1024 * 1024;
const longestMs = 120_000;

/**
 * The 32-byte key for a secret, derived in a process that ends with this call. The given secret is zeroed here.
 * Refuses `passphrase-too-weak` when it is to guard a new vault and is too easy to guess, `unexpected` when the process ended without an
 * answer (too little memory on the machine).
 */
export async function deriveKeyInProcess(secret: Uint8Array, parameters: KdfParameters, { isNewPassphrase }: { isNewPassphrase: boolean }): Promise<Uint8Array> {
  const question: ToDeriver = { secret, parameters, isNewPassphrase };
  const noAnswer: FromDeriver = { refused: 'unexpected' };
  let answered: (answer: FromDeriver) => void;
  const answer = new Promise<FromDeriver>((resolve) => (answered = resolve));
  const child = spawnProcess(programFiles.deriveKey, 'Tidemark key', { memoryBytes: parameters.memoryKiB * 1024 + slackBytes, silenceMs: longestMs }, (message) => {
    const parsed = FromDeriver.safeParse(message);
    answered(parsed.success ? parsed.data : noAnswer);
  });
  child.post(question);
  const said = await Promise.race([answer, child.ended.then(() => noAnswer)]);
  secret.fill(0);
  child.kill();
  await child.ended;
  if ('refused' in said) throw new Refusal(said.refused);
  return said.key;
}
