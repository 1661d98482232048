import { ToDeriver, type FromDeriver } from '../../shared/derive-key-protocol';
import { deriveKey } from './derive-key';

/** One question, one answer; the shell then ends this process, and with it every copy the derivation made. */
interface ParentPort {
  once(event: 'message', listener: (message: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}
const port = (process as unknown as { parentPort: ParentPort }).parentPort;

port.once('message', (message) => {
  const question = ToDeriver.parse(message.data);
  deriveKey(question.secret, question.parameters).then(
    (key) => {
      port.postMessage({ key } satisfies FromDeriver);
      key.fill(0);
    },
    () => port.postMessage({ key: null } satisfies FromDeriver),
  );
});
