import { ToReader, type FromReader } from '../../shared/worker-protocol';
import { Reader } from './read-source/reader';

/** A process that reads one file nobody trusts. It holds no key, and the shell ends it after its last word. */
interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void;
  postMessage(message: FromReader): void;
}
const port = (process as unknown as { parentPort: ParentPort }).parentPort;
const reader = new Reader((word) => port.postMessage(word));

port.on('message', (message) => {
  // A bug ends the process: the shell takes that for a file that could not be understood.
  reader.hear(ToReader.parse(message.data)).catch(() => process.exit(1));
});
