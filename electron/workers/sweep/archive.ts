import type { Entry, ZipFile } from 'yauzl';
import { openPacked, unpackMember } from '../packed-bytes';

const mostMembers = 20_000;
const mostMemberBytes = 512 * 1024 * 1024;

export interface Member { readonly name: string; readonly comment: string; readonly bytes: Uint8Array | null }

/** The members of a ZIP archive, one after another; `bytes` null of one that is encrypted, damaged, or larger than `mayUnpack` allows. null for what is no archive. */
export async function* membersOf(bytes: Uint8Array, mayUnpack: (bytes: number) => boolean): AsyncGenerator<Member, boolean> {
  const zip = await openPacked(bytes, { decodeStrings: false });
  if (zip === null) return false;
  for (let count = 0; count < mostMembers; count += 1) {
    const entry = await nextOf(zip);
    if (entry === null) return true;
    const name = Buffer.from(entry.fileNameRaw).toString('utf8');
    const comment = Buffer.from(entry.fileCommentRaw).toString('utf8');
    const isReadable = !entry.isEncrypted() && entry.canDecodeFileData() && entry.uncompressedSize <= mostMemberBytes && mayUnpack(entry.uncompressedSize);
    yield { name, comment, bytes: name.endsWith('/') ? new Uint8Array() : isReadable ? await unpackMember(zip, entry).catch(() => null) : null };
  }
  return false;
}

function nextOf(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve) => {
    const settle = (entry: Entry | null): void => {
      zip.removeAllListeners();
      zip.on('error', () => undefined);
      resolve(entry);
    };
    zip.once('entry', settle);
    zip.once('end', () => settle(null));
    zip.once('error', () => settle(null));
    zip.readEntry();
  });
}
