import { firstValue } from '../../../../shared/importers/mail/headers';
import type { MailLeaf } from '../../../../shared/importers/mail/structure';

/** `at` gives the name under which `open` has the picture of an address; null where the file does not hold it. */
export interface HeldPictures { readonly at: (address: string) => string | null; readonly open: (name: string) => Uint8Array | null }

/** Pictures that a mail or a page saved in one file holds, by the addresses under which its HTML names them: `cid:` (RFC 2392), where a part says it was (RFC 2557), or the bytes themselves (RFC 2397). `byContentId`: files that are no parts of such a message. */
export function heldPictures(leaves: readonly MailLeaf[], bytesOf: (leaf: MailLeaf) => Uint8Array, byContentId: ReadonlyMap<string, Uint8Array> = new Map()): HeldPictures {
  const byName = new Map<string, MailLeaf>();
  for (const leaf of leaves) {
    const id = firstValue(leaf.fields, 'content-id').trim().replace(/^<|>$/g, '');
    const location = firstValue(leaf.fields, 'content-location').trim();
    if (id !== '') byName.set(`cid:${id}`, leaf);
    if (location !== '' && !byName.has(location)) byName.set(location, leaf);
  }
  return {
    at: (address) => {
      if (/^data:image\//i.test(address)) return address;
      const name = /^cid:/i.test(address) ? `cid:${unescaped(address.slice(4))}` : address;
      return byName.has(name) || (name.startsWith('cid:') && byContentId.has(name.slice(4))) ? name : null;
    },
    open: (name) => {
      const leaf = byName.get(name);
      return leaf === undefined ? (byContentId.get(name.replace(/^cid:/, '')) ?? bytesInAddress(name)) : bytesOf(leaf);
    },
  };
}

function bytesInAddress(address: string): Uint8Array | null {
  const comma = address.indexOf(',');
  if (comma < 0 || !/^data:/i.test(address)) return null;
  return /;\s*base64\s*$/i.test(address.slice(0, comma)) ? Buffer.from(unescaped(address.slice(comma + 1)), 'base64') : null;
}

function unescaped(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
