import { Refusal } from '../../../../shared/contract/errors';
import { asRefusal } from '../file-port';

/** What tells of the one file that was read: it does not verify, or the disk does not give it back. */
const ofTheFile: ReadonlySet<string> = new Set(['tampered', 'io-error', 'folder-unwritable']);

/** null when what was read does not verify, or the disk does not give it back. */
export async function unlessDamaged<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal instanceof Refusal && ofTheFile.has(refusal.code)) return null;
    throw refusal;
  }
}
