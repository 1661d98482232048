import { Refusal } from '../../../shared/contract/errors';
import { receiptPageCount, receiptPages } from '../../../shared/layouts/receipt';
import { recipients as words } from '../../../shared/messages/en-gb/recipients';
import type { HandedCopy } from '../../../shared/model/copy';
import { printTidy } from '../export/print-tidy';
import { listOfSums } from '../export/save-in-files';
import { saveWhole } from '../files/save-whole';
import type { HandlersOf } from '../router/call-handlers';
import type { ShellServices } from '../shell-services';
import { expectToTellNothing } from './make-copy';
import { tellCopy } from './tell-copy';

/** Of a copy that was saved as several files, the SHA-256 of the list that lies with them. */
function sumsOf({ files }: Pick<HandedCopy, 'files'>): string | null {
  const saved = files.flatMap(({ inside, pageCount, ...file }) => (inside || pageCount === null ? [] : [{ ...file, pageCount }]));
  return saved.length > 1 ? listOfSums(saved).sha256 : null;
}

/** Receipts of copies, and telling whose a page is. */
export function copyHandlers(services: ShellServices): HandlersOf<'copies.saveReceipt' | 'copies.chooseToTell' | 'copies.tell'> {
  let printing: AbortController | null = null;
  services.onLock(() => printing?.abort());
  return {
    'copies.saveReceipt': async ({ id }) => {
      printing?.abort();
      const { signal } = (printing = new AbortController());
      const copy = await services.vault.ask('copies.get', { id });
      const suggestedName = words.receipt.fileName(copy.number);
      await expectToTellNothing(services.vault, { signal }, [...Object.values(copy.to), copy.held.caseName, ...copy.files.map(({ name }) => name), ...copy.held.exhibitMarks].join('\n'));
      const bytes = await printTidy(receiptPages(copy, sumsOf(copy)), receiptPageCount, signal);
      const chosen = await services.dialogs.saveFile({ suggestedName, filters: [{ name: 'PDF', extensions: ['pdf'] }] });
      if (chosen === null) return { saved: false };
      await saveWhole([bytes], chosen, async () => {
        if (signal.aborted) throw new Refusal('cancelled');
      });
      return { saved: true };
    },
    'copies.chooseToTell': async () => {
      const [picked] = await services.dialogs.openFiles({ several: false, filters: [] });
      if (picked === undefined) return { chosen: null };
      const { grant, name } = await services.grants.give(picked, 'file');
      return { chosen: { grant, name } };
    },
    'copies.tell': async ({ grant }) => {
      const source = services.grants.spend(grant);
      return services.tasks.start('reading', 'pages', 'window', async (task) => ({ kind: 'copy-told', value: await tellCopy(services, task, source) }));
    },
  };
}
