import { solicitorsGuide } from '../../../shared/messages/en-gb/solicitors-guide';
import { Refusal } from '../../../shared/contract/errors';
import { guidePageCount, solicitorsGuidePages } from '../../../shared/layouts/solicitors-guide';
import { printTidy } from '../export/print-tidy';
import { saveWhole } from '../files/save-whole';
import { checkBundle } from '../flows/check-bundle';
import type { HandlersOf } from '../router/call-handlers';
import type { ShellServices } from '../shell-services';

/** Checking what somebody received, and the solicitor's guide: with or without a vault. */
export function bundleHandlers(services: ShellServices): HandlersOf<'bundles.choose' | 'bundles.check' | 'bundles.saveGuide'> {
  let printing: AbortController | null = null;
  services.onLock(() => printing?.abort());
  return {
    'bundles.choose': async ({ what }) => {
      const [picked] = what === 'folder' ? [await services.dialogs.openFolder()] : await services.dialogs.openFiles({ several: false, filters: [] });
      return { chosen: picked === undefined || picked === null ? null : await services.grants.give(picked, what) };
    },
    'bundles.check': async ({ grant }) => {
      const source = services.grants.spend(grant);
      return services.tasks.start('verifying', 'bytes', 'window', async (task) => ({ kind: 'bundle-checked', value: await checkBundle(task, source) }));
    },
    'bundles.saveGuide': async () => {
      printing?.abort();
      const { signal } = (printing = new AbortController());
      const chosen = await services.dialogs.saveFile({ suggestedName: `${solicitorsGuide.documentTitle}.pdf`, filters: [{ name: 'PDF', extensions: ['pdf'] }] });
      if (chosen === null) return { saved: false };
      const bytes = await printTidy(solicitorsGuidePages(), guidePageCount, signal);
      await saveWhole([bytes], chosen, async () => {
        if (signal.aborted) throw new Refusal('cancelled');
      });
      return { saved: true };
    },
  };
}
