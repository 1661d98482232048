import { saveSharePages } from '../flows/save-share-pages';
import type { HandlersOf } from '../router/call-handlers';
import type { ShellServices } from '../shell-services';

/** Recovery shares on paper, and help with one at the locked door. */
export function shareHandlers(services: ShellServices): HandlersOf<'waysIn.saveSharePages' | 'vault.findShareSlip'> {
  let printing: AbortController | null = null;
  services.onLock(() => printing?.abort());
  return {
    'waysIn.saveSharePages': async ({ shares, needed }) => {
      printing?.abort();
      const mine = (printing = new AbortController());
      return { saved: await saveSharePages(services, shares, needed, mine.signal) };
    },
    'vault.findShareSlip': async ({ typed }) => {
      try {
        return await services.vault.ask('prepare.findShareSlip', { typed });
      } finally {
        typed.fill(0);
      }
    },
  };
}
