import type { Entry, ZipFile } from 'yauzl';
import type { PaperPackage } from '../../../../shared/importers/papers/package-parts';
import { markedUtf16 } from '../../../../shared/text/utf16-mark';
import { openPacked, unpackMember } from '../../packed-bytes';

const mostMembers = 20_000;
/** One part, unpacked; and all parts of a paper together, each as often as it is read. */
const memberBytes = 128 * 1024 * 1024;
const allBytes = 512 * 1024 * 1024;

/** A paper whose members can be had as they are, too. */
export interface PackedPaper extends PaperPackage {
  /** The bytes of a member; null of one that is not there, is damaged, or longer than `most`. */
  bytes(name: string, most: number): Promise<Uint8Array | null>;
}

/** Opens an office file, which is a ZIP archive; null for what is none. A part that lies about its length, is damaged, encrypted or too large reads as ''; the first of two of one name counts. */
export async function openPackedPaper(bytes: Uint8Array): Promise<PackedPaper | null> {
  const zip = await openPacked(bytes);
  if (zip === null) return null;
  const entries = await listMembers(zip);
  let left = allBytes;
  const unpack = async (name: string, most: number): Promise<Uint8Array | null> => {
    const entry = entries.get(name);
    if (entry === undefined || entry.uncompressedSize > Math.min(most, left)) return null;
    left -= entry.uncompressedSize;
    return unpackMember(zip, entry).catch(() => null);
  };
  return {
    names: [...entries.keys()],
    read: async (name) => {
      const unpacked = await unpack(name, memberBytes);
      return unpacked === null ? '' : decode(unpacked);
    },
    bytes: unpack,
  };
}

/** Members by name. A directory that is damaged gives those before the damage. */
function listMembers(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      if (!entry.fileName.endsWith('/') && !entries.has(entry.fileName)) entries.set(entry.fileName, entry);
      if (entries.size >= mostMembers) return resolve(entries);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => resolve(entries));
    zip.readEntry();
  });
}

/** XML is UTF-8 unless its mark says UTF-16 (XML 1.0, 4.3.3). */
function decode(bytes: Uint8Array): string {
  return new TextDecoder(markedUtf16(bytes) ?? 'utf-8').decode(bytes);
}
