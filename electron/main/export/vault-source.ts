import { Refusal } from '../../../shared/contract/errors';
import type { DocumentPage } from '../../../shared/model/document-page';
import type { VaultHost } from '../hosts/vault-host';
import type { ExportSource } from './ports';

/** The most that one answer holds. */
const pagesAtOnce = 50;
const pieceBytes = 4 * 1024 * 1024;

/** The record as an export needs it, from the vault process. */
export function vaultSource(vault: VaultHost): ExportSource {
  return {
    plan: (choice) => vault.ask('exports.plan', { choice }),
    document: (id) => vault.askRecord('documents.get', { id }),
    record: (saved) => vault.ask('exports.record', saved),
    async pagesRead(id) {
      const read: DocumentPage[] = [];
      for (let fromPage = 1; ; ) {
        const { pages, more } = await vault.askRecord('documents.pages', { id, fromPage, limit: pagesAtOnce });
        read.push(...pages);
        const last = pages.at(-1);
        if (!more || last === undefined) return read;
        fromPage = last.page + 1;
      }
    },
    stretch: async (id, start, end) => (await vault.ask('documents.read', { id, start, end })).bytes,
    async bytes({ id, sizeBytes }, signal) {
      const whole = new Uint8Array(sizeBytes);
      for (let start = 0; start < sizeBytes; ) {
        if (signal.aborted) throw new Refusal('cancelled');
        const { bytes } = await vault.ask('documents.read', { id, start, end: Math.min(sizeBytes, start + pieceBytes) });
        if (bytes.length === 0) throw new Refusal('io-error');
        whole.set(bytes, start);
        start += bytes.length;
      }
      return whole;
    },
  };
}
