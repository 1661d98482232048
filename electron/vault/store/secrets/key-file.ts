import { Refusal } from '../../../../shared/contract/errors';
import { sha256, type RandomSource, systemRandom, zero } from '../../crypto/primitives';
import { refusing, type FilePort } from '../file-port';

/** A key file (docs/FORMAT.md, "Key file"): random bytes under any name. */
const contentBytes = 1024;
const fewestBytes = 32;
const mostBytes = 1024 * 1024;

/** The 32 bytes that go through the key derivation. */
export function keyFileSecret(content: Uint8Array): Uint8Array {
  return sha256(Buffer.from('tidemark/1/key-file', 'ascii'), content);
}

export function newKeyFile(random: RandomSource = systemRandom): { content: Uint8Array; secret: Uint8Array } {
  const content = random(contentBytes);
  return { content, secret: keyFileSecret(content) };
}

/** The secret of the file at `path`. Refuses `wrong-secret` when no key file has that length, `file-unreadable`. */
export function readKeyFile(files: FilePort, path: string): Promise<Uint8Array> {
  return refusing(async () => {
    const file = await files.openForReading(path).catch(() => {
      throw new Refusal('file-unreadable');
    });
    try {
      // One byte more than there may be: a file that says nothing of its length (a device) is read no further.
      const content = await file.read(0, mostBytes + 1).catch(() => {
        throw new Refusal('file-unreadable');
      });
      if (content.length < fewestBytes || content.length > mostBytes) throw new Refusal('wrong-secret');
      const secret = keyFileSecret(content);
      zero(content);
      return secret;
    } finally {
      await file.close();
    }
  });
}
