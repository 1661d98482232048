import { Refusal } from '../../../shared/contract/errors';
import { FromDeriver, type ToDeriver } from '../../../shared/derive-key-protocol';
import type { KdfParameters } from '../../../shared/vault-protocol';
import { programFiles } from './program-files';
import { spawnProcess } from './spawn-process';

const slackBytes = 512 * 1024 * 1024;
const longestMs = 120_000;

/**
 * The 32-byte key for a secret, derived in a process that ends with this call. The given secret is zeroed here.
 * Refuses `unexpected` when the process ended without an answer (too little memory on the machine).
 */
export async function deriveKeyInProcess(secret: Uint8Array, parameters: KdfParameters): Promise<Uint8Array> {
  const question: ToDeriver = { secret, parameters };
  let answered: (key: Uint8Array | null) => void;
  const answer = new Promise<Uint8Array | null>((resolve) => (answered = resolve));
  const child = spawnProcess(programFiles.deriveKey, 'Tidemark key', { memoryBytes: parameters.memoryKiB * 1024 + slackBytes, silenceMs: longestMs }, (message) => {
    const parsed = FromDeriver.safeParse(message);
    answered(parsed.success ? parsed.data.key : null);
  });
  child.post(question);
  const key = await Promise.race([answer, child.ended.then(() => null)]);
  secret.fill(0);
  child.kill();
  await child.ended;
  if (key === null) throw new Refusal('unexpected');
  return key;
}
