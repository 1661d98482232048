import { Refusal } from '../../../shared/contract/errors';
import type { PrintedShare } from '../../../shared/contract/ways-in-calls';
import { type ShareOnPaper, sharePages } from '../../../shared/layouts/share-pages';
import { sharePage } from '../../../shared/messages/en-gb/share-page';
import { printTidy } from '../export/print-tidy';
import { saveWhole } from '../files/save-whole';
import type { ShellServices } from '../shell-services';

/**
 * Prints shares just made, a page for each, and writes them where she chose, whole or not at all. Nothing of them stays in the program. False: she closed the dialog.
 * Refuses `code-not-matching` (not a share), `cannot-print`, `cancelled` (a lock came), and as `saveWhole` does.
 */
export async function saveSharePages({ vault, dialogs }: Pick<ShellServices, 'vault' | 'dialogs'>, shares: readonly PrintedShare[], needed: number, signal: AbortSignal): Promise<boolean> {
  const pages: ShareOnPaper[] = [];
  for (const { printed } of shares) {
    const { number } = await vault.ask('prepare.readShare', { typed: new TextEncoder().encode(printed) });
    pages.push({ number, groups: printed.split('-') });
  }
  const chosen = await dialogs.saveFile({ suggestedName: `${sharePage.documentTitle}.pdf`, filters: [{ name: 'PDF', extensions: ['pdf'] }] });
  if (chosen === null) return false;
  // One page for each share, or nothing: a page that ran over would leave a person without the end of it.
  const bytes = await printTidy(sharePages(pages, needed), pages.length, signal);
  await saveWhole([bytes], chosen, async () => {
    if (signal.aborted) throw new Refusal('cancelled');
  });
  return true;
}
