import { contract } from '../../shared/contract';
import { asText } from '../../shared/contract/answer-text';
import type { FromVault, ToVault } from '../../shared/vault-protocol/vault-calls';
import { createVaultService } from './calls/service';

/** Electron's port to the shell: the only thing here that is not plain Node. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: FromVault): void;
}

const port = (process as unknown as { parentPort: ParentPort }).parentPort;
const service = createVaultService((notice) => port.postMessage(notice));

port.on('message', ({ data }) => {
  const message = data as ToVault;
  if ('cancel' in message) return service.cancel(message.cancel);
  void service.handle(message.call, message.input).then((result) => port.postMessage({ id: message.id, result: Object.hasOwn(contract, message.call) ? asText(result) : result }));
});

// A vault whose state is unknown must not go on: everything acknowledged is on the disk, the shell shows the locked door.
process.on('uncaughtException', () => process.exit(70));
process.on('unhandledRejection', () => process.exit(70));
