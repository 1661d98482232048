import type { HandlersOf } from '../router/call-handlers';
import type { ShellServices } from '../shell-services';

/** Help with a share at the locked door. */
export function shareHandlers({ vault }: Pick<ShellServices, 'vault'>): HandlersOf<'vault.findShareSlip'> {
  return {
    'vault.findShareSlip': async ({ typed }) => {
      try {
        return await vault.ask('prepare.findShareSlip', { typed });
      } finally {
        typed.fill(0);
      }
    },
  };
}
