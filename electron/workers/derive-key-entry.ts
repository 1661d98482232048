import { ToDeriver, type FromDeriver } from '../../shared/derive-key-protocol';
import { deriveKey } from './derive-key';
import { isPassphraseTooWeak } from './judge-passphrase';

/** One question, one answer; the shell then ends this process, and with it every copy the derivation made. */
interface ParentPort {
  once(event: 'message', listener: (message: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}
const port = (process as unknown as { parentPort: ParentPort }).parentPort;
const say = (answer: FromDeriver): void => port.postMessage(answer);

port.once('message', (message) => {
  const { secret, parameters, isNewPassphrase } = ToDeriver.parse(message.data);
  const answer = async (): Promise<void> => {
    if (isNewPassphrase && (await isPassphraseTooWeak(secret))) return say({ refused: 'passphrase-too-weak' });
    const key = await deriveKey(secret, parameters);
    say({ key });
    key.fill(0);
  };
  answer().catch(() => say({ refused: 'unexpected' }));
});
