import { Reader } from '../../electron/workers/read-source/reader';
import { ToReader } from '../../shared/worker-protocol';

// The reading process as electron/workers/read-source-entry.ts makes it, over Node's own channel instead of Electron's.
const reader = new Reader((word) => void process.send?.(word));
process.on('message', (word) => void reader.hear(ToReader.parse(word)).catch(() => process.exit(1)));
process.on('disconnect', () => process.exit(0));
